package flows

import (
	"fmt"
	"unicode"
	"unicode/utf8"
)

// EscapeUnseen writes in JSON what a terminal may obey or not show as \u escapes:
// the same JSON, safe to look at. Outside strings JSON has no such characters.
func EscapeUnseen(b []byte) []byte {
	out := make([]byte, 0, len(b))
	for len(b) > 0 {
		r, n := utf8.DecodeRune(b)
		switch {
		case r < utf8.RuneSelf && r != 0x7f, unicode.IsPrint(r):
			out = append(out, b[:n]...)
		case r > 0xffff:
			hi, lo := surrogates(r)
			out = fmt.Appendf(out, `\u%04x\u%04x`, hi, lo)
		default:
			out = fmt.Appendf(out, `\u%04x`, r)
		}
		b = b[n:]
	}
	return out
}

// surrogates are the two halves that JSON writes a rune beyond the BMP with.
func surrogates(r rune) (hi, lo rune) {
	r -= 0x10000
	return 0xd800 + r>>10, 0xdc00 + r&0x3ff
}
