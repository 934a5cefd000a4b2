// Package wordstest is for tests that look at sentences. It says what an older
// Lotse printed in the words of today, and finds English in what is shown in
// another language. It imports flows, flows/library and flows/words, and only
// tests import it.
package wordstest

import (
	_ "embed"
	"regexp"
	"strings"
	"sync"

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
	for _, past := range olderSentences() {
		if m, ok := past.read(printed); ok && len(past.sentence) > own {
			anew, own = words.Say(past.lang, m), len(past.sentence)
		}
	}
	return anew
}

// olderSentence is a sentence of an older Lotse, and what it was printed by.
type olderSentence struct {
	lang, code, sentence string

	names   []string // that it names, in their order
	pattern *regexp.Regexp
}

// olderSentences are those of reworded.tsv, each compiled once.
var olderSentences = sync.OnceValue(func() []olderSentence {
	var all []olderSentence
	for line := range strings.Lines(reworded) {
		cells := strings.SplitN(strings.TrimSuffix(line, "\n"), "\t", 3)
		all = append(all, newOlderSentence(cells[0], cells[1], cells[2]))
	}
	return all
})

func newOlderSentence(lang, code, sentence string) olderSentence {
	names := words.Placeholders(sentence)
	pattern := regexp.QuoteMeta(sentence)
	for _, name := range names {
		pattern = strings.Replace(pattern, regexp.QuoteMeta("{"+name+"}"), "(.*)", 1)
	}
	return olderSentence{lang, code, sentence, names, regexp.MustCompile("^" + pattern + "$")}
}

// read reads the message out of what was printed by the sentence; false where it says
// something else.
func (o *olderSentence) read(printed string) (m flows.Message, ok bool) {
	found := o.pattern.FindStringSubmatch(printed)
	if len(found) != len(o.names)+1 {
		return m, false
	}
	m = flows.Msg(o.code)
	for i, name := range o.names {
		m = m.With(name, found[i+1])
	}
	return m, true
}
