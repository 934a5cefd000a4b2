//go:build unix

package journey

import (
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"lotse/flows"
	"lotse/flows/words"
)

// tongue is the language that the person speaks with a face. By its words the
// players find their way, and by no others: each language of the interface has
// all of them, and of the sentences message and sentence say which one lacks.
type tongue struct{ *words.Strings }

var english = tongue{words.For(words.English)}

// message is a sentence by its code, with what it names in pairs.
func (st *stage) message(code string, pairs ...any) string {
	st.t.Helper()
	st.sentence(code)
	return words.Say(st.tongue.Lang, flows.Msg(code, pairs...))
}

// sentence is a sentence by its code, as it stands in the table.
func (st *stage) sentence(code string) string {
	st.t.Helper()
	s, own := words.Sentence(st.tongue.Lang, code)
	if s == "" || !own {
		st.t.Fatalf("%s has no sentence in %s", code, st.tongue.Lang)
	}
	return s
}

// opening is what a sentence begins with, before what it leaves open.
func (st *stage) opening(code string) string {
	st.t.Helper()
	opening := gap.Split(st.sentence(code), 2)[0]
	if opening == "" {
		st.t.Fatalf("in %s, %s begins with what it names", st.tongue.Lang, code)
	}
	return opening
}

// gap is what a sentence leaves open: a verb of fmt or a name in braces.
var gap = regexp.MustCompile(`%(?:\[\d+\])?[sd]|\{[^{}]*\}`)

// form is the pattern of a sentence: its fixed parts, and anything in its gaps.
func form(sentence string) *regexp.Regexp {
	made, _ := formsOfSentences.LoadOrStore(sentence, sync.OnceValue(func() *regexp.Regexp { return formOf(sentence) }))
	return made.(func() *regexp.Regexp)()
}

var formsOfSentences sync.Map // a sentence -> func() *regexp.Regexp

func formOf(sentence string) *regexp.Regexp {
	parts := gap.Split(sentence, -1)
	for i, part := range parts {
		parts[i] = regexp.QuoteMeta(part)
	}
	return regexp.MustCompile(strings.Join(parts, `.*?`))
}

// contains reports whether one of some sentences is said in a text, wherever its
// lines break.
func contains(text string, sentences ...string) bool {
	return slices.ContainsFunc(sentences, func(s string) bool { return form(spoken(s)).MatchString(spoken(text)) })
}

// begins reports whether a text begins with one of some sentences.
func begins(text string, sentences ...string) bool {
	return slices.ContainsFunc(sentences, func(s string) bool {
		at := form(spoken(s)).FindStringIndex(spoken(text))
		return at != nil && at[0] == 0
	})
}

// ends reports whether a text ends with one of some sentences, which leave
// nothing open.
func ends(text string, sentences ...string) bool {
	return slices.ContainsFunc(sentences, func(s string) bool { return strings.HasSuffix(text, s) })
}

// labelled reports whether a text on a screen is a label, or the first line of
// a long one. A label may name answers; a wait without one says who is waited
// for.
func (l tongue) labelled(text, label string) bool {
	if label == "" {
		return begins(text, l.Wizard.WaitOpen)
	}
	text = strings.TrimSuffix(text, "…")
	if before, _, ok := strings.Cut(label, "{{"); ok {
		return strings.HasPrefix(text, before)
	}
	return text == label || len(text) >= 20 && strings.HasPrefix(label, text)
}

// A sentence is found by its fixed parts, whatever stands in its gaps.
func TestFormOfASentence(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct {
		sentence, text string
		in, at         bool // it is said in the text; the text begins with it
	}{
		{"Das hat %d Folgen", "Das hat 3 Folgen", true, true},
		{"Das hat %d Folgen", "Das hat eine Folge", false, false},
		{"%d Warnungen sind offen", "2 Warnungen sind offen", true, true},
		{"Vaihe %[1]d/%[2]d: %s", "Valmis. Vaihe 2/11: Mikä?", true, false},
		{"{n} {n:row|rows}.", "There are 12 rows.", true, true},
		{"Import- und Exportdaten", "Import-\nund  Exportdaten", true, true},
		{"Nicht ausgeführt: {why}", "Nicht ausgeführt. Warum?", false, false},
	} {
		if in, at := contains(tc.text, tc.sentence), begins(tc.text, tc.sentence); in != tc.in || at != tc.at {
			t.Errorf("%q in %q: %t, at its beginning: %t", tc.sentence, tc.text, in, at)
		}
	}
}
