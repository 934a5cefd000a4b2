package flows

import (
	"fmt"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// alike are letters of other alphabets that look like a plain one (Unicode
// Technical Standard 39, confusables.txt: those that a keyboard or a portal
// really brings into an address).
var alike = map[rune]rune{
	// Cyrillic
	'а': 'a', 'с': 'c', 'ԁ': 'd', 'е': 'e', 'һ': 'h', 'і': 'i', 'ј': 'j', 'ӏ': 'l', 'о': 'o', 'р': 'p', 'ԛ': 'q', 'ѕ': 's', 'ѵ': 'v', 'ԝ': 'w', 'х': 'x', 'у': 'y',
	'А': 'A', 'В': 'B', 'С': 'C', 'Е': 'E', 'Н': 'H', 'І': 'I', 'Ј': 'J', 'К': 'K', 'М': 'M', 'О': 'O', 'Р': 'P', 'Ѕ': 'S', 'Т': 'T', 'Х': 'X', 'У': 'Y', 'Ӏ': 'I',
	// Greek
	'α': 'a', 'γ': 'y', 'ι': 'i', 'κ': 'k', 'ν': 'v', 'ο': 'o', 'ρ': 'p', 'υ': 'u', 'ϲ': 'c', 'ϳ': 'j',
	'Α': 'A', 'Β': 'B', 'Ε': 'E', 'Ζ': 'Z', 'Η': 'H', 'Ι': 'I', 'Κ': 'K', 'Μ': 'M', 'Ν': 'N', 'Ο': 'O', 'Ρ': 'P', 'Τ': 'T', 'Υ': 'Y', 'Χ': 'X',
	// Armenian
	'օ': 'o', 'ո': 'n', 'ս': 'u', 'հ': 'h', 'ց': 'g', 'զ': 'q',
	// Latin letters that are no plain ones
	'ı': 'i', 'ɑ': 'a', 'ɡ': 'g', 'ɩ': 'i', 'ƽ': 's',
}

// LooksLike is the plain letter or digit that a character looks like, as а
// (Cyrillic) does like a, or ａ (fullwidth).
func LooksLike(c rune) (plain rune, ok bool) {
	if c <= unicode.MaxASCII {
		return 0, false
	}
	if plain, ok = alike[c]; ok {
		return plain, true
	}
	folded := norm.NFKC.String(string(c))
	if len(folded) == 1 && folded[0] > ' ' {
		return rune(folded[0]), true
	}
	return 0, false
}

// CodePoint names a character that may not be seen, as U+0430.
func CodePoint(c rune) string { return fmt.Sprintf("U+%04X", c) }

// findLookAlike finds the first character that only looks like a plain one: in
// a word that mixes alphabets, or whose every letter is such a one.
func findLookAlike(s string) *violation {
	if isASCII(s) {
		return nil
	}
	runes := []rune(s)
	for from := 0; from < len(runes); {
		to := from + 1
		for isWord(runes[from]) && to < len(runes) && isWord(runes[to]) {
			to++
		}
		if at := suspect(runes[from:to]); at >= 0 {
			return alikeAt(runes, from+at)
		}
		from = to
	}
	return nil
}

func isWord(c rune) bool { return unicode.IsLetter(c) || unicode.IsMark(c) || unicode.IsDigit(c) }

// suspect is the index of the character of a word that looks like another one;
// -1 where the word is written in one alphabet as it should be.
func suspect(word []rune) int {
	first, latin, other, alone := -1, false, false, true
	for i, c := range word {
		_, looks := LooksLike(c)
		if looks && first < 0 {
			first = i
		}
		if !unicode.IsLetter(c) {
			continue
		}
		latin = latin || unicode.Is(unicode.Latin, c)
		other = other || unicode.In(c, unicode.Cyrillic, unicode.Greek, unicode.Armenian)
		alone = alone && looks
	}
	if first >= 0 && (latin || !other || alone) {
		return first
	}
	return -1
}

func alikeAt(runes []rune, at int) *violation {
	plain, _ := LooksLike(runes[at])
	return newViolation("", "n", fmt.Sprint(at+1), "char", string(runes[at]), "plain", string(plain), "point", CodePoint(runes[at]))
}
