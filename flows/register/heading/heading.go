package heading

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

//go:embed heading.txt
var text string

// term is the class of a word of a header, as heading.txt names it.
type term string

// vocabulary are the words of headers with their classes, and how long the
// longest of them is.
type vocabulary struct {
	class   map[string]term
	longest int
}

var known = sync.OnceValue(func() vocabulary {
	v := vocabulary{class: map[string]term{}}
	for line := range strings.Lines(text) {
		all := strings.Fields(line)
		if len(all) == 0 || strings.HasPrefix(all[0], "#") && len(all[0]) == 1 {
			continue
		}
		for _, w := range all[1:] {
			w = plainLetters(w)
			v.class[w], v.longest = term(all[0]), max(v.longest, len(w))
		}
	}
	return v
})

// plainLetters are small letters without dots and rings: an export may have lost
// them.
func plainLetters(s string) string {
	var b strings.Builder
	for _, r := range norm.NFKD.String(s) {
		switch {
		case r == 'ß' || r == 'ẞ':
			b.WriteString("ss")
		case r == 'ø' || r == 'Ø':
			b.WriteByte('o')
		case r == 'æ' || r == 'Æ':
			b.WriteString("ae")
		case !unicode.Is(unicode.Mn, r) && !unicode.Is(unicode.Cf, r):
			b.WriteRune(unicode.ToLower(r))
		}
	}
	return b.String()
}

// longestHeading is how long a header may be to be read word by word, in bytes.
const longestHeading = 80

// Heading is a header read word by word: as a whole, and in the parts of which
// each says the same in another way (A/B, A (B)).
type Heading struct {
	whole []term
	parts [][]term
}

// apart are signs within a word.
var apart = strings.NewReplacer("n:o", "no", "n:ro", "nro", "'s ", " ", "’s ", " ", "#", " # ")

// Read reads a header; nil where one of its words is not known.
func Read(header string) *Heading {
	if len(header) > longestHeading || !utf8.ValidString(header) {
		return nil
	}
	plain := apart.Replace(plainLetters(header))
	h := &Heading{}
	for part := range strings.FieldsFuncSeq(plain, func(r rune) bool { return strings.ContainsRune("/()[]|\n", r) }) {
		words, ok := wordsOf(part)
		if !ok {
			return nil
		}
		if len(words) > 0 {
			h.whole, h.parts = append(h.whole, words...), append(h.parts, words)
		}
	}
	if len(h.whole) == 0 {
		return nil
	}
	return h
}

// wordsOf parts a text into the words that it is made of; ok is false where a
// term is not known.
func wordsOf(text string) (words []term, ok bool) {
	for chunk := range strings.FieldsFuncSeq(text, betweenWords) {
		some, ok := compound(chunk)
		if !ok {
			return nil, false
		}
		words = append(words, some...)
	}
	return words, true
}

// betweenWords reports whether a sign parts words and means nothing itself: a %
// means something.
func betweenWords(r rune) bool {
	return unicode.IsSpace(r) || strings.ContainsRune("._-–—‐‑:,;*?!'’\"", r)
}

// compound parts a word into known ones, with as few parts as there can be.
func compound(chunk string) ([]term, bool) {
	v := known()
	if class, ok := v.class[chunk]; ok {
		return []term{class}, true
	}
	const mostParts = 4
	best := make([][]term, len(chunk)+1)
	best[0] = []term{}
	for from := range len(chunk) {
		if best[from] == nil || len(best[from]) == mostParts {
			continue
		}
		for to := from + 1; to <= min(len(chunk), from+v.longest); to++ {
			class, ok := v.class[chunk[from:to]]
			if ok && (best[to] == nil || len(best[from])+1 < len(best[to])) {
				best[to] = append(slices.Clip(best[from]), class)
			}
		}
	}
	return best[len(chunk)], best[len(chunk)] != nil
}
