package line

import (
	"errors"
	"io/fs"
	"slices"
	"strconv"
	"strings"

	"lotse/flows"
	"lotse/flows/words"
	"lotse/ui/face"
	"lotse/ui/outside"
	"lotse/ui/walk"
)

// papers has the conversation about what can leave the house: it lists that, and
// has it read, written or opened.
type papers struct {
	*wording
	session   *lineSession
	prompter  *prompter
	letters   *letters
	rotations *rotations

	written string // the whole path of the file that was written last
}

// What may stand behind the word, in place of a document or after the summary.
const (
	papersOpen = "open"
	papersCopy = "copy"
)

// papersWord lists what can leave the house, or gives one of that.
func (w *papers) papersWord(args string) error {
	name, rest := cut(args)
	all := w.walk.Papers()
	switch {
	case name == "":
		w.sayPapers(all)
		w.say(w.message(flows.Msg("papers.usage")))
		return nil
	case name == papersOpen:
		w.openWritten()
		return nil
	}
	p, ok := paperNamed(all, name)
	if !ok {
		w.say(w.message(flows.Msg("papers.unknown", "name", name)))
		return nil
	}
	switch p.Kind {
	case walk.PaperLetter:
		return w.letters.draft(strings.TrimSpace(p.At.ItemName() + " " + rest))
	case walk.PaperRotation:
		return w.rotations.goOn(w.walk.Rotate(p.Item))
	case walk.PaperSummary:
		return w.summary(p, rest)
	}
	return w.file(p, rest)
}

// paperNamed is the paper that is meant, by its number, its kind, or the id of its
// item.
func paperNamed(all []walk.Paper, name string) (walk.Paper, bool) {
	at, err := strconv.Atoi(name)
	if err == nil && at > 0 && at <= len(all) {
		return all[at-1], true
	}
	at = slices.IndexFunc(all, func(p walk.Paper) bool {
		return p.Item == nil && string(p.Kind) == name || p.Item != nil && p.Item.Item.ID == name
	})
	if at < 0 {
		return walk.Paper{}, false
	}
	return all[at], true
}

// summary says the summary for a ticket, or copies it.
func (w *papers) summary(p walk.Paper, args string) error {
	how, lang := cut(args)
	if how != papersCopy {
		how, lang = "", args
	}
	if lang != "" && !slices.Contains(p.Langs, lang) {
		w.sayLanguages(p, lang)
		return nil
	}
	if lang == "" {
		lang = w.view().Lang
	}
	text, err := outside.Summary(w.session.ctx, &w.session.Screen, w.s.ID(), lang)
	switch {
	case err != nil:
		w.sayf(w.l.Refused, w.sentence(err))
	case how == papersCopy:
		w.copy(text)
	default:
		w.say(strings.TrimSpace(text))
	}
	return nil
}

// copy hands a text to the clipboard of the system: line mode writes no control
// character, so that the terminal's own is not reached.
func (w *papers) copy(text string) {
	if outside.Reach(w.Tools).Program == "" {
		w.say(w.message(flows.Msg("use.nowhere")))
		return
	}
	name, err := w.Tools.Copy(w.session.ctx, text)
	if err != nil {
		w.say(w.message(flows.Msg("use.failed", "why", flows.Reason(err))))
		return
	}
	w.say(w.message(flows.Msg("papers.copied", "program", name)))
}

// file writes a paper into a file. What stands behind its name is a format or a
// path, and a language at last.
func (w *papers) file(p walk.Paper, args string) error {
	target, lang := w.target(args)
	if target == "" {
		formats := strings.Join(p.Formats, ", ")
		asked, err := w.prompter.reply(words.Say(w.Lang, flows.Msg("papers.ask", "formats", formats)))
		if err != nil || asked == "" {
			return err
		}
		target, lang = w.target(asked)
	}
	switch {
	case lang == "":
		lang = w.view().Lang
	case !slices.Contains(p.Langs, lang):
		w.sayLanguages(p, lang)
		return nil
	}
	w.write(p, target, lang)
	return nil
}

// target parts what is to be written from the language behind it.
func (w *papers) target(args string) (target, lang string) {
	args, literal := unquoted(strings.TrimSpace(args))
	if literal {
		return args, ""
	}
	if at := strings.LastIndexByte(args, ' '); at > 0 && len(args)-at == len(" xx") {
		return strings.TrimSpace(args[:at]), args[at+1:]
	}
	return args, ""
}

// write writes a paper as a format, into the file that is proposed, or into the
// file that is named.
func (w *papers) write(p walk.Paper, target, lang string) {
	format, path := target, target
	switch {
	case slices.Contains(p.Formats, target):
		path = w.proposed(p, lang, format)
	case !strings.ContainsAny(target, `./\`):
		w.say(w.message(flows.Msg("papers.formats", "item", p.Label(), "format", target, "formats", strings.Join(p.Formats, ", "))))
		return
	default:
		if format = outside.PaperFormat(p, target); format == "" {
			w.say(w.message(flows.Msg("papers.formats", "item", p.Label(), "format", target, "formats", strings.Join(p.Formats, ", "))))
			return
		}
	}
	written, told, err := outside.WritePaper(w.session.ctx, &w.session.Screen, outside.PaperFile{Run: w.s.ID(), Kind: p.Kind, Format: format, Lang: lang, Path: path})
	switch {
	case errors.Is(err, fs.ErrExist):
		w.say(w.message(flows.Msg("papers.taken", "file", path, "other", w.proposed(p, lang, format))))
	case err != nil:
		w.sayf(w.l.Refused, w.sentence(err))
	default:
		w.written = written
		w.say(w.message(flows.Msg("papers.written", "file", written)))
		for _, m := range told {
			w.say(w.message(m))
		}
	}
}

func (w *papers) proposed(p walk.Paper, lang, format string) string {
	return outside.ProposePaper(&w.session.Screen, w.view(), p, lang, format)
}

// openWritten opens the file that was written last.
func (w *papers) openWritten() {
	if w.written == "" {
		w.say(w.message(flows.Msg("papers.none_written")))
		return
	}
	told, _ := outside.OpenFile(w.session.ctx, w.Tools, w.written)
	w.say(w.message(told))
}

func (w *papers) sayLanguages(p walk.Paper, lang string) {
	in := p.Langs
	if len(in) == 0 {
		in = []string{w.view().Lang}
	}
	w.say(w.message(flows.Msg("papers.languages", "item", p.Label(), "language", lang, "languages", strings.Join(in, ", "))))
}

// sayPapers says what can leave the house now.
func (w *wording) sayPapers(all []walk.Paper) {
	for i, p := range all {
		about := words.Say(w.Lang, p.Purpose())
		if p.Item != nil {
			_, about = face.StatusOf(w.t, w.now(), p.Item)
		}
		line := sentence(strconv.Itoa(i+1) + ": " + flows.CleanLine(words.Say(w.Lang, p.Label())) + ", " + about)
		if len(p.Formats) > 0 {
			line += " " + w.message(flows.Msg("papers.as", "formats", strings.Join(p.Formats, ", ")))
		}
		w.say(line)
	}
}
