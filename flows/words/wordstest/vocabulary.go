package wordstest

import (
	"io/fs"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"lotse/flows/library"
	"lotse/flows/words"
)

// Vocabulary is every word that may be shown in a language: those of its tables
// and of the English ones, of the procedures that Lotse comes with, and of what a
// test brings with it.
type Vocabulary map[string]bool

// leastKnown is how many letters a word has that is looked up; shorter ones are
// units, endings, and what a file is called.
const leastKnown = 4

// NewVocabulary is the vocabulary of a language with the words of own, also as
// Overlay writes them.
func NewVocabulary(lang string, own ...string) Vocabulary {
	v := Vocabulary{}
	v.add(texts(lang))
	v.add(texts(words.English))
	v.add(documents())
	v.add(own)
	for _, text := range own {
		v.add([]string{strange(text)})
	}
	return v
}

func (v Vocabulary) add(texts []string) {
	for _, text := range texts {
		for _, w := range strings.FieldsFunc(text, notLetter) {
			v[strings.ToLower(w)] = true
		}
	}
}

// Unknown gives the words of what is shown that stand in no text, each once: two
// texts that ran into one another, or a word of which something hides a part.
func (v Vocabulary) Unknown(shown string) []string {
	var found []string
	for _, w := range strings.FieldsFunc(shown, func(c rune) bool { return !unicode.IsLetter(c) }) {
		if utf8.RuneCountInString(w) >= leastKnown && !v[strings.ToLower(w)] {
			found = append(found, w)
		}
	}
	slices.Sort(found)
	return slices.Compact(found)
}

// documents are the files of the procedures that Lotse comes with.
var documents = sync.OnceValue(func() (all []string) {
	files, err := fs.Glob(library.FS, "*.yaml")
	if err != nil {
		panic(err)
	}
	for _, file := range files {
		text, err := fs.ReadFile(library.FS, file)
		if err != nil {
			panic(err)
		}
		all = append(all, string(text))
	}
	return all
})
