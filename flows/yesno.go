package flows

import (
	"strings"

	"golang.org/x/text/unicode/norm"
)

// The words for yes and for no in files: in English, German, Finnish, Swedish,
// Danish and Norwegian, and as spreadsheets of these languages write a truth. A
// number is none: it may be the number of an option.
var (
	yesWords = fieldsOf("yes y true ja j wahr kyllä kylla tosi sant sand")
	noWords  = fieldsOf("no n false nein nej nei falsch ei epätosi epatosi falskt falsk usann")
)

func fieldsOf(text string) map[string]bool {
	words := map[string]bool{}
	for _, w := range strings.Fields(text) {
		words[w] = true
	}
	return words
}

// YesNo reads a yes or a no in any of the languages, whatever the case; ok is
// false for all else.
func YesNo(text string) (yes, ok bool) {
	word := norm.NFC.String(strings.ToLower(strings.TrimSpace(text)))
	return yesWords[word], yesWords[word] || noWords[word]
}

// says reports whether an option is a yes, or a no: by its value, or by its whole
// label.
func (o *Option) says(yes bool) bool {
	for _, text := range []string{o.Value, o.Label} {
		if is, ok := YesNo(text); ok {
			return is == yes
		}
	}
	return false
}

// truth finds the option that is the yes, or the no, that a text is in another
// language: only where one option says yes and one no, as a country's code does
// not.
func (f *Field) truth(text string) (string, bool) {
	yes, ok := YesNo(text)
	if !ok {
		return "", false
	}
	found := map[bool][]string{}
	for i := range f.Options {
		for _, is := range []bool{true, false} {
			if f.Options[i].says(is) {
				found[is] = append(found[is], f.Options[i].Value)
			}
		}
	}
	if len(found[true]) != 1 || len(found[false]) != 1 {
		return "", false
	}
	return found[yes][0], true
}
