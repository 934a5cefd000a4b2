package flows

import (
	"regexp"
	"slices"
	"strings"
	"sync"
)

// overlay is a translation of a procedure: NAME.LANG.yaml.
type overlay struct {
	lang      string
	texts     map[string]translated // by path
	FilePlace FilePlace
}

// translated is one text of an overlay.
type translated struct {
	FilePlace
	digest string // of the text that it translates
	text   string
}

var languageTag = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`\A[a-z]{2,3}(-[A-Za-z0-9]{2,8})*\z`) })

// overlayLang is the language of an overlay by its file name; "" where the file
// is none of a procedure that is written in the language base.
func overlayLang(id, base, file string) string {
	lang, ok := strings.CutPrefix(file, id+".")
	lang, yaml := strings.CutSuffix(lang, ".yaml")
	if !ok || !yaml || !languageTag().MatchString(lang) || lang == base {
		return ""
	}
	return lang
}

// overlay reads one translation.
func (l *loader) overlay(p *Procedure, file, lang string) *overlay {
	root := l.document(file, nil)
	if root == nil {
		return nil
	}
	path := "overlay." + lang
	o := l.object(root, path, Msg("thing.overlay"))
	if o == nil {
		return nil
	}
	v := &overlay{lang: lang, texts: map[string]translated{}, FilePlace: root.FilePlace}
	if of := o.must("of", Msg("thing.overlay")); of != "" && of != p.ID {
		l.fault(o.Get("of").FilePlace, "lint.overlay_of", "procedure", p.ID, "of", of)
	}
	if language := o.must("language", Msg("thing.overlay")); language != "" && language != lang {
		l.fault(o.Get("language").FilePlace, "lint.overlay_says", "lang", lang, "says", language)
	}
	if e := o.take("texts"); e != nil && !e.IsNull() {
		l.translations(v, e, p.Base(), path+".texts")
	} else if e == nil { // an empty one has none yet
		l.fault(o.FilePlace, "lint.overlay_texts")
	}
	o.done(Msg("thing.overlay"))
	return v
}

// translations reads the texts of an overlay, each with the digest of what it
// translates below the code of the language of that.
func (l *loader) translations(v *overlay, e *Element, base, path string) {
	in := l.object(e, path, value("texts"))
	if in == nil {
		return
	}
	for _, p := range in.Pairs {
		at := l.object(p.Value, path+"."+p.Key.Text, Msg("thing.translation"))
		if at == nil {
			continue
		}
		at.needs(base, Msg("thing.translation"))
		v.texts[p.Key.Text] = translated{p.Key.FilePlace, at.written(base), at.must("text", Msg("thing.translation"))}
		at.done(Msg("thing.translation"), base)
	}
}

// overlays adds the translations to a procedure that was read. What a
// translation lacks, or has of a text that has changed since, is a doubt: the text
// itself stands in.
func (l *loader) overlays(p *Procedure, files []string) {
	p.tongue = &tongue{overlays: map[string]readOverlay{}, base: p, made: map[string]*Procedure{}}
	add := l.addRead(p)
	if l.late {
		add = l.addLate(p)
	}
	for _, file := range files {
		if lang := overlayLang(p.ID, p.Base(), file); lang != "" && add(file, lang) {
			p.Languages = append(p.Languages, lang)
		}
	}
	l.translateEnclosures(p)
}

// addRead gives what reads a translation and adds it, where it can be read.
func (l *loader) addRead(p *Procedure) func(file, lang string) bool {
	texts, whole := p.Texts(), len(l.faults) == 0
	return func(file, lang string) bool {
		v := l.overlay(p, file, lang)
		if v == nil || !whole {
			return false // a text that is not there may be one that was not understood
		}
		good := l.fresh(p, v, texts)
		p.tongue.overlays[lang] = func() (map[string]string, Faults) { return good, nil }
		return true
	}
}

// addLate gives what adds a translation that is read when its language is first
// asked for.
func (l *loader) addLate(p *Procedure) func(file, lang string) bool {
	return func(file, lang string) bool {
		data, had := l.fetch(file, nil)
		p.tongue.overlays[lang] = sync.OnceValues(func() (map[string]string, Faults) {
			late := newLoader(func(string) ([]byte, error) { return data, nil })
			late.late = true
			v := late.overlay(p, file, lang)
			if v == nil || len(late.faults) > 0 {
				return nil, late.faults
			}
			return late.fresh(p, v, p.Texts()), nil
		})
		return had
	}
}

// fresh gives the translations that can be shown, and doubts the others.
func (l *loader) fresh(p *Procedure, v *overlay, texts []TextAt) map[string]string {
	good := map[string]string{}
	known := map[string]bool{}
	var paths []string
	for _, at := range texts {
		known[at.Path] = true
		paths = append(paths, at.Path)
		t, ok := v.texts[at.Path]
		switch {
		case !ok:
			l.lint(v.FilePlace, "lint.untranslated", "path", at.Path, "text", at.Text, "base", p.Base(), "digest", at.Digest)
		case t.digest != at.Digest:
			l.lint(t.FilePlace, "lint.translation_stale", "path", at.Path, "base", p.Base(), "digest", at.Digest)
		case !samePlaceholders(at.Text, t.text):
			l.lint(t.FilePlace, "lint.translation_names", "path", at.Path, "names", Placeholders(at.Text))
		default:
			good[at.Path] = t.text
		}
	}
	for path, t := range v.texts {
		if !known[path] {
			l.lint(t.FilePlace, "lint.no_text", "procedure", p.ID, "path", path, "hint", nearest(path, slices.Clone(paths)))
		}
	}
	return good
}

func samePlaceholders(a, b string) bool {
	x, y := Placeholders(a), Placeholders(b)
	slices.Sort(x)
	slices.Sort(y)
	return slices.Equal(x, y)
}
