// Package wordstest is for tests that look at sentences. It says what an older
// Lotse printed in the words of today, and finds English in what is shown in
// another language. It imports flows, flows/library and flows/words, and only
// tests import it.
package wordstest

import (
	_ "embed"
	"regexp"
	"strings"

	"lotse/flows"
	"lotse/flows/words"
)

// reworded are the sentences of problems and findings as they read when the older
// store was written, where they read otherwise today: a line a sentence, with its
// language, its code and its words, parted by tabs.
//
//go:embed reworded.tsv
var reworded string

// Anew is what an older Lotse printed, in the words of today: what it names is as it
// was. A text whose wording has not changed is given back. Of two sentences that
// it may be, it is the one with more words of its own.
func Anew(printed string) string {
	anew, own := printed, 0
	for line := range strings.Lines(reworded) {
		cells := strings.SplitN(strings.TrimSuffix(line, "\n"), "\t", 3)
		if m, ok := read(cells[1], cells[2], printed); ok && len(cells[2]) > own {
			anew, own = words.Say(cells[0], m), len(cells[2])
		}
	}
	return anew
}

// read reads the message of a code out of what was printed by a sentence; false
// where the sentence says something else.
func read(code, sentence, printed string) (m flows.Message, ok bool) {
	names := words.Placeholders(sentence)
	pattern := regexp.QuoteMeta(sentence)
	for _, name := range names {
		pattern = strings.Replace(pattern, regexp.QuoteMeta("{"+name+"}"), "(.*)", 1)
	}
	found := regexp.MustCompile("^" + pattern + "$").FindStringSubmatch(printed)
	if len(found) != len(names)+1 {
		return m, false
	}
	m = flows.Msg(code)
	for i, name := range names {
		m = m.With(name, found[i+1])
	}
	return m, true
}
