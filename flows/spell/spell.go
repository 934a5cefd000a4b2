// Package spell says a value character by character, as it is read aloud on the
// phone: letters by a spelling alphabet, digits in groups, signs by name. It
// imports flows and golang.org/x/text.
//
// It exists so that every face spells a value alike. It names what is said by
// code where the sentence depends on the language of the listener, and by the word
// of the alphabet where it does not.
package spell

import (
	"unicode"

	"golang.org/x/text/unicode/norm"

	"lotse/flows"
)

// Kind is what a part of a spelled value is.
type Kind string

// The kinds of parts.
const (
	Letter Kind = "letter" // one letter, with the word of the alphabet
	Digits Kind = "digits" // one to four digits
	Sign   Kind = "sign"   // a sign, a space or a line's end, with a name
	Other  Kind = "other"  // what has neither word nor name: said by its code point
)

// Part is one thing that is said of a value.
type Part struct {
	Kind Kind
	Text string // as it stands in the value
	// Word is the word of a letter; the code of the name of a sign, to be said with
	// "spell." before it; the code point of anything else.
	Word   string
	Accent string // the code of an accent over the letter, said like a sign's; "" for none
	Upper  bool   // a capital letter
	// Alike are the characters that it is easily mistaken for when it is read, Sounds
	// those when it is heard.
	Alike, Sounds string
}

// Case says which letters a value has.
type Case int

// The cases of a value.
const (
	NoLetters Case = iota
	Small          // all letters are small ones
	Capital        // all letters are capital ones
	Mixed          // each has to be said
)

// CaseOf is the case of a value's letters; those of scripts without case count as
// none.
func CaseOf(value string) Case {
	c := NoLetters
	for _, r := range value {
		now := NoLetters
		switch {
		case unicode.IsUpper(r):
			now = Capital
		case unicode.IsLower(r):
			now = Small
		}
		switch {
		case now == NoLetters || now == c:
		case c == NoLetters:
			c = now
		default:
			return Mixed
		}
	}
	return c
}

// Value spells a value in an alphabet. What looks alike is compared within the
// value: a 0 is mistaken for an O only where letters stand, too.
func Value(a Alphabet, value string) []Part {
	value = norm.NFC.String(value)
	words := tables[a]
	letters := CaseOf(value) != NoLetters
	var out []Part
	runes := []rune(value)
	for i := 0; i < len(runes); {
		if n := digitsFrom(runes[i:]); n > 0 {
			out = append(out, digitParts(runes[i:i+n], letters)...)
			i += n
			continue
		}
		out = append(out, part(words, runes[i]))
		i++
	}
	return out
}

// part spells one character that is no digit.
func part(words map[rune]string, r rune) Part {
	upper := unicode.ToUpper(r)
	p := Part{Kind: Letter, Text: string(r), Upper: unicode.IsUpper(r), Alike: alike[r], Sounds: sounds[upper]}
	if p.Word = words[upper]; p.Word != "" {
		return p
	}
	if name := signs[r]; name != "" {
		return Part{Kind: Sign, Text: string(r), Word: name, Alike: alike[r]}
	}
	if base, accent, ok := accented(upper); ok && words[base] != "" {
		p.Word, p.Accent = words[base], accent
		return p
	}
	other := Part{Kind: Other, Text: string(r), Word: flows.CodePoint(r), Upper: p.Upper}
	if plain, ok := flows.LooksLike(r); ok {
		other.Alike = string(plain)
	}
	return other
}

// accented takes a letter apart into a plain one and one accent that has a name.
func accented(r rune) (base rune, accent string, ok bool) {
	parts := []rune(norm.NFD.String(string(r)))
	if len(parts) != 2 {
		return 0, "", false
	}
	accent, ok = accents[parts[1]]
	return parts[0], accent, ok
}

// digitsFrom is the number of plain digits with which a text begins.
func digitsFrom(text []rune) int {
	n := 0
	for n < len(text) && text[n] >= '0' && text[n] <= '9' {
		n++
	}
	return n
}

// mostDigits is how many digits are said at once.
const mostDigits = 4

// digitParts puts digits into groups of two to four that differ by one at most; a
// single digit stands alone.
func digitParts(digits []rune, letters bool) []Part {
	groups := (len(digits) + mostDigits - 1) / mostDigits
	var out []Part
	for left := groups; left > 0; left-- {
		n := (len(digits) + left - 1) / left
		p := Part{Kind: Digits, Text: string(digits[:n])}
		if letters {
			for _, d := range digits[:n] {
				p.Alike += alike[d]
			}
		}
		out, digits = append(out, p), digits[n:]
	}
	return out
}
