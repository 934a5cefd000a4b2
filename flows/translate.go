package flows

import (
	"io/fs"
	"strconv"
	"strings"
)

// Translation is the overlay of a procedure as a translator goes on with it.
type Translation struct {
	Procedure, Lang string // the procedure's id, and the language of the overlay
	File            string // NAME.LANG.yaml
	Text            string // of that file
	Fresh           int    // texts that are translated
	Stale           int    // texts that have changed since they were
	Missing         int    // texts that are not translated
	Gone            int    // translations of what is no longer in the procedure
}

// Translate writes the overlay of the procedure NAME, or NAME.yaml, in a language: of
// each text in the order of the document. A translation that is there stays as it is
// written, with the comments above it. What is to be done stands in comments: above a
// translation whose text has changed, the text and its digest, and what it was where
// that is known; in the place of one that is missing, the text and the entry to be
// filled in; at the end, translations of what is gone. Done again, it changes nothing.
// The error is a *Refusal: of a procedure or an overlay with faults their Faults.
func Translate(fsys fs.FS, name, lang string) (*Translation, error) {
	id := strings.TrimSuffix(name, ".yaml")
	if !stepID(id) {
		return nil, broken(id, Faults{FilePlace{name, 1, 1}.fault("lint.file_name")})
	}
	p, l, err := load(fsys, id)
	if err != nil {
		return nil, err
	}
	if len(l.faults) > 0 {
		return nil, broken(id, l.faults.sorted())
	}
	file := id + "." + lang + ".yaml"
	if overlayLang(id, p.Base(), file) == "" {
		return nil, Refuse(ErrUsage, nil, "translate.language", "lang", Short(lang), "procedure", p.ID)
	}
	source, err := l.overlaySource(file, p.Base())
	if err != nil {
		return nil, err
	}
	if source == nil {
		source = newOverlaySource(p.ID, lang)
	}
	w := overlayWriter{
		Translation: Translation{Procedure: p.ID, Lang: lang, File: file},
		base:        p.Base(), overlaySource: source,
	}
	w.write(p.Texts())
	return &w.Translation, nil
}

// overlayWriter writes an overlay anew.
type overlayWriter struct {
	Translation
	base string // the language of the texts that are translated
	*overlaySource
	out []string // lines
}

func (w *overlayWriter) write(texts []TextAt) {
	w.out = append(w.out, w.head...)
	known := map[string]bool{}
	for _, at := range texts {
		known[at.Path] = true
		switch e := w.entries[at.Path]; {
		case e == nil:
			w.Missing++
			w.missing(at)
		case e.digest != at.Digest:
			w.Stale++
			w.stale(e, at)
		default:
			w.Fresh++
			w.fresh(e, at)
		}
	}
	w.out = append(w.out, w.behind...)
	for _, path := range w.order {
		if !known[path] {
			w.Gone++
			w.gone(w.entries[path])
		}
	}
	w.out = append(w.out, w.tail...)
	w.Text = strings.Join(w.out, "\n") + "\n"
}

// remark adds a comment.
func (w *overlayWriter) remark(text string) {
	w.out = append(w.out, strings.TrimRight(w.indent+"# "+text, " "))
}

// quoted adds a text as a comment, each line of it in quotes.
func (w *overlayWriter) quoted(mark, text string) {
	for line := range strings.SplitSeq(text, "\n") {
		w.remark(mark + strconv.Quote(line))
	}
}

func (w *overlayWriter) missing(at TextAt) {
	w.quoted(w.base+": ", at.Text)
	w.remark(at.Path + `: {` + w.base + `: "` + at.Digest + `", text: ""}`)
}

func (w *overlayWriter) stale(e *overlayEntry, at TextAt) {
	w.out = append(w.out, e.comments...)
	if e.source != "" {
		w.quoted(wasMark, e.source)
	}
	w.quoted(w.base+": ", at.Text)
	w.remark(staleMark + w.base + `: "` + at.Digest + `"`)
	w.out = append(w.out, e.lines...)
}

func (w *overlayWriter) fresh(e *overlayEntry, at TextAt) {
	w.out = append(w.out, e.comments...)
	if e.told {
		w.quoted(w.base+": ", at.Text)
	}
	w.out = append(w.out, e.lines...)
}

// gone keeps a translation of what is no longer there, in a comment.
func (w *overlayWriter) gone(e *overlayEntry) {
	if !w.goneBefore {
		w.goneBefore = true
		w.remark(goneMark)
	}
	w.out = append(w.out, e.comments...)
	for _, line := range e.lines {
		w.remark(strings.TrimPrefix(line, w.indent))
	}
}
