package flows

import (
	"maps"
	"slices"
	"strings"
	tmpl "text/template/parse"
)

// LetterSubject begins the first line of a letter's text, in every language; the
// subject follows it, or the title of what goes to nobody.
const LetterSubject = "Subject:"

// Letter is a template of drafts that a procedure brings along: a text in one or
// several languages, each in a file TEMPLATE.letter.LANG.txt beside the document.
// It is proven at load.
type Letter struct {
	TemplateSpec          // its name, and what it reads by its texts
	Names        []string // fields that it names alone, as {{ field }}
	Cells        []string // columns that it reads of the row for which it is written
	Blanks       []string // of these, those that it names alone
	texts        map[string]*letterText
	of           *Procedure
}

// letterText is the text of a letter in one language.
type letterText struct {
	file string
	text string // with lines that end in \n
	root *tmpl.ListNode
}

// Languages are those that the letter is written in: that of the procedure first,
// in which it stands in for the others, then by their codes.
func (l *Letter) Languages() []string {
	langs := slices.Sorted(maps.Keys(l.texts))
	if i := slices.Index(langs, l.of.Lang); i > 0 {
		langs = slices.Insert(slices.Delete(langs, i, i+1), 0, l.of.Lang)
	}
	return langs
}

// Text is the letter before it is filled, in one of its languages: the line of
// the subject, an empty one, the body. "" where it is not written in that one.
func (l *Letter) Text(lang string) string {
	if t := l.texts[lang]; t != nil {
		return t.text
	}
	return ""
}

// Field gives a field that the letter reads, with its texts in the language of
// the letter where the procedure has it; nil where there is none.
func (l *Letter) Field(lang, id string) *Field {
	p := l.of.In(lang)
	if _, it, err := p.Find(Address{Item: id}); err == nil {
		return it.Field
	}
	return nil
}

// letterFile takes the name of a letter's file apart; ok is false for any other.
func letterFile(file string) (template, lang string, ok bool) {
	name, text := strings.CutSuffix(file, ".txt")
	template, lang, letter := strings.Cut(name, ".letter.")
	return template, lang, text && letter && stepID(template) && languageTag().MatchString(lang)
}
