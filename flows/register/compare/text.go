package compare

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"lotse/flows/register"
)

// trim takes the blanks from both ends.
func trim(s string) string {
	if s == "" || isPlain(s[0]) && isPlain(s[len(s)-1]) {
		return s
	}
	return strings.TrimFunc(s, register.IsBlank)
}

func isPlain(c byte) bool { return c > ' ' && c < utf8.RuneSelf }

// composed is a name in NFC, in which names are compared.
func composed(s string) string {
	if isComposed(s) {
		return s
	}
	return norm.NFC.String(s)
}

// isComposed reports whether a text is in NFC for sure: of the characters below
// U+0300, whose first byte is below 0xCC, there is nothing to compose.
func isComposed(s string) bool {
	const high, low = 0x8080808080808080, 0x7f7f7f7f7f7f7f7f
	for ; len(s) >= 8; s = s[8:] {
		x := uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 | uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
		if x&high != 0 && (x&low+0x3434343434343434)&x&high != 0 { // a byte of 0xCC or more
			return false
		}
	}
	for i := range len(s) {
		if s[i] >= 0xCC {
			return false
		}
	}
	return true
}

// sameName reports whether two names are equal in NFC.
func sameName(a, b string) bool {
	return a == b || !(isComposed(a) && isComposed(b)) && composed(a) == composed(b)
}

// foldRune gives the same for characters that are equal under simple case
// folding: the least of them.
func foldRune(c rune) rune {
	if c < utf8.RuneSelf {
		if c >= 'a' && c <= 'z' {
			return c - 'a' + 'A'
		}
		return c
	}
	if c <= unicode.MaxLatin1 {
		if c >= 'à' && c <= 'þ' && c != '÷' {
			return c - 'à' + 'À'
		}
		return c
	}
	least := c
	for d := unicode.SimpleFold(c); d != c; d = unicode.SimpleFold(d) {
		least = min(least, d)
	}
	return least
}

// foldCode appends a code without blanks and case.
func foldCode(to []byte, code string) []byte {
	for _, c := range code {
		if !register.IsBlank(c) {
			to = utf8.AppendRune(to, foldRune(c))
		}
	}
	return to
}
