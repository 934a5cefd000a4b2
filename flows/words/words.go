// Package words holds every sentence that a person reads, by code, and says
// them: a file an area and language. Whoever makes a message names it by code
// and arguments and never imports this package; the faces and flows/document
// say it, in the language of whoever reads.
//
// It imports golang.org/x/text and nothing of Lotse, and does nothing at
// start-up: the tables are made when a sentence is first asked for.
//
// A sentence names its arguments in braces: {name}. {n:row|rows} is the form of
// a word that fits the number n in this language, as many forms as the language
// has, the one for a single thing first. A brace that opens no name is a brace.
//
// What is read and not said (names of weekdays, yes and no in files, the words
// of line mode) is vocabulary and stands in files of its own beside.
package words

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// Languages lists the codes of the languages, English first, which stands in for
// what another one lacks.
func Languages() []string {
	codes := make([]string, len(languages))
	for i, l := range languages {
		codes[i] = l.code
	}
	return codes
}

// Spoken is the language that a tag or a locale names, such as de, de-AT or
// fi_FI.UTF-8; "" where it is none of the languages.
func Spoken(tag string) string {
	base := strings.ToLower(tag)
	if i := strings.IndexAny(base, "-_.@"); i >= 0 {
		base = base[:i]
	}
	if slices.Contains(Languages(), base) {
		return base
	}
	return ""
}

// Message is what can be said: flows.Message, for one.
type Message interface {
	// Key is the code, "" for nothing to say.
	Key() string
	// Arg is what the message names: a string, an int64, a float64, a bool, a
	// time.Time, a list of strings or another Message.
	Arg(name string) (value any, ok bool)
	// Names are the names of what it names, sorted.
	Names() []string
}

// table holds sentences by code.
type table map[string]string

// Say says a message in a language. Where the language has no sentence for it,
// English is said; a code that this version does not know is shown with what the
// message names.
func Say(lang string, m Message) string {
	code := m.Key()
	if code == "" {
		return ""
	}
	if code == said {
		text, _ := m.Arg("text")
		return format(lang, text)
	}
	sentence, own := Sentence(lang, code)
	if sentence == "" {
		return unknown(lang, m)
	}
	if !own {
		lang = English
	}
	return insert(lang, sentence, m.Arg)
}

// said is the code of a message that is a sentence already.
const said = "said"

// Has reports whether there is a sentence for a code.
func Has(code string) bool { return inEnglish.sentence(code) != "" }

// Codes lists the codes of all sentences, sorted.
func Codes() []string {
	var codes []string
	for _, area := range inEnglish.areas {
		codes = slices.AppendSeq(codes, maps.Keys(inEnglish.table(area)))
	}
	slices.Sort(codes)
	return codes
}

// Sentence is the sentence for a code as it stands in the table, and whether it
// is in the language that was asked for; where it is not, it is the English one,
// and "" where there is none at all.
func Sentence(lang, code string) (sentence string, own bool) {
	if l := languageOf(lang); l != nil {
		if sentence = l.sentence(code); sentence != "" {
			return sentence, true
		}
	}
	return inEnglish.sentence(code), lang == English
}

// unknown shows a message that this version has no sentence for.
func unknown(lang string, m Message) string {
	parts := make([]string, 0, len(m.Names()))
	for _, name := range m.Names() {
		v, _ := m.Arg(name)
		parts = append(parts, name+": "+format(lang, v))
	}
	if len(parts) == 0 {
		return m.Key()
	}
	return fmt.Sprintf("%s (%s)", m.Key(), strings.Join(parts, ", "))
}
