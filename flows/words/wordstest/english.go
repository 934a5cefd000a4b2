package wordstest

import (
	"maps"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"lotse/flows/words"
)

// English finds English texts of the tables in what is shown in another
// language. What the other language says itself, in its tables or in the texts
// given with it, is not taken for English: names, labels of portals, words that
// are the same in both.
type English struct {
	phrases map[string][][]string // in words, by the first
	words   map[string]bool       // in small letters, those that only English has
}

// The least that a part of a sentence needs to be looked for.
const (
	leastPhrase = 4 // letters of a whole text
	leastPart   = 8 // letters of a single word beside what a sentence names
	leastWord   = 3 // letters of a word that no text of the language has
)

// bases are what is English beside the tables and the overlays of a language.
var bases = map[string]func() *English{
	words.German:  sync.OnceValue(func() *English { return newBase(words.German) }),
	words.Finnish: sync.OnceValue(func() *English { return newBase(words.Finnish) }),
}

func newBase(lang string) *English {
	all := &English{phrases: map[string][][]string{}, words: map[string]bool{}}
	for _, text := range texts(words.English) {
		for _, part := range partsOf(text) {
			split := wordsOf(part)
			all.phrases[split[0]] = append(all.phrases[split[0]], split)
		}
		for _, w := range wordsOf(named.ReplaceAllString(text, " ")) {
			abbreviation := len(w) < leastPhrase && strings.ToUpper(w) == w // TLS, CSV
			if utf8.RuneCountInString(w) >= leastWord && !abbreviation && strings.IndexFunc(w, notLetter) < 0 {
				all.words[strings.ToLower(w)] = true
			}
		}
	}
	return all.beside(slices.Concat(texts(lang), shipped(lang)))
}

// NewEnglish is what is English beside a language: beside its tables, its
// overlays of the procedures that Lotse comes with, and own, which somebody typed
// or a file holds.
func NewEnglish(lang string, own ...string) *English { return bases[lang]().beside(own) }

// beside is what is English and in none of the texts.
func (e *English) beside(own []string) *English {
	less := &English{phrases: map[string][][]string{}, words: maps.Clone(e.words)}
	said := map[string][][]string{} // each text from each of its words on, by that word
	for _, text := range own {
		split := wordsOf(text)
		for i, w := range split {
			said[w] = append(said[w], split[i:])
			delete(less.words, strings.ToLower(w))
		}
	}
	for first, phrases := range e.phrases {
		for _, phrase := range phrases {
			if !slices.ContainsFunc(said[first], func(rest []string) bool { return begins(rest, phrase) }) {
				less.phrases[first] = append(less.phrases[first], phrase)
			}
		}
	}
	return less
}

// begins reports whether words begin with a phrase.
func begins(words, phrase []string) bool {
	return len(words) >= len(phrase) && slices.Equal(words[:len(phrase)], phrase)
}

// quoted is what a sentence quotes: a name, or what a server says.
var quoted = regexp.MustCompile(`„[^“„]*“|”[^”]*”`)

// In gives the English phrases and words that stand in what is shown, each once.
// What is quoted there is somebody else's.
func (e *English) In(shown string) []string {
	var found []string
	split := wordsOf(quoted.ReplaceAllString(shown, " "))
	for i, w := range split {
		for _, phrase := range e.phrases[w] {
			if begins(split[i:], phrase) {
				found = append(found, strings.Join(phrase, " "))
			}
		}
		if e.words[strings.ToLower(w)] {
			found = append(found, w)
		}
	}
	slices.Sort(found)
	return slices.Compact(found)
}

// texts are all texts of the tables in a language: those that the language has
// of its own.
func texts(lang string) []string {
	var all []string
	var walk func(v reflect.Value)
	walk = func(v reflect.Value) {
		for i := range v.NumField() {
			if f := v.Field(i); f.Kind() == reflect.Struct {
				walk(f)
			} else {
				all = append(all, f.String())
			}
		}
	}
	walk(reflect.ValueOf(words.For(lang)).Elem())
	for _, code := range words.Codes() {
		if sentence, own := words.Sentence(lang, code); own {
			all = append(all, sentence)
		}
	}
	return all
}

// Begins reports whether a text of the tables of a language begins so.
func Begins(lang, beginning string) bool {
	return beginning != "" && slices.ContainsFunc(texts(lang), func(text string) bool { return strings.HasPrefix(text, beginning) })
}

// named is what a text leaves open: a placeholder with its forms, a verb of fmt.
var named = regexp.MustCompile(`\{[a-z0-9_]+(?::[^}]*)?\}|%(?:\[\d+\])?[a-z%]`)

// partsOf are the parts of a text that stand in it whatever it names, as far as
// they say enough to be known again.
func partsOf(text string) []string {
	fixed := named.Split(text, -1)
	return slices.DeleteFunc(fixed, func(part string) bool {
		letters, split := 0, wordsOf(part)
		for _, c := range part {
			if unicode.IsLetter(c) {
				letters++
			}
		}
		if len(fixed) == 1 {
			return letters < leastPhrase
		}
		return len(split) == 0 || len(split) == 1 && letters < leastPart
	})
}

// wordsOf are the words of a text without the marks around them. What has marks
// within, such as a flag, an id, an address or the name of a file, is one.
func wordsOf(text string) []string {
	var split []string
	for _, w := range strings.FieldsFunc(text, func(c rune) bool { return unicode.IsSpace(c) || c >= 0x2500 && c < 0x2600 }) {
		if w = strings.TrimFunc(w, func(c rune) bool { return notLetter(c) && !unicode.IsDigit(c) && c != '-' && c != '$' }); w != "" {
			split = append(split, w)
		}
	}
	return split
}

func notLetter(c rune) bool { return !unicode.IsLetter(c) }
