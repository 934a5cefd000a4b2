package flows

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Shown is a text for paper: nothing in it steers, and nothing is taken out
// without a trace. What Clean takes out stands as its code point, as [U+202E]. A
// line break is \n however it was written, a tab stays, a broken byte is U+FFFD.
// A joiner or a variation selector behind a character beyond ASCII stays: it is a
// part of how that is written, as in an emoji.
func Shown(s string) string {
	if isPlain(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s) + 16)
	last := rune(0) // as it was written
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		i += n
		switch {
		case r == '\r' && strings.HasPrefix(s[i:], "\n"):
		case r == '\n', r == '\r', r == '\u0085', r == '\u2028', r == '\u2029':
			last = '\n'
			b.WriteByte('\n')
		case r == '\t' || isShaping(r) && last > unicode.MaxASCII || !isUnsafe(r):
			last = r
			b.WriteRune(r)
		default:
			last = ']'
			b.WriteString("[" + CodePoint(r) + "]")
		}
	}
	return b.String()
}

// isShaping reports whether a rune says how its neighbours are written: the two
// joiners, and the selectors of text and picture.
func isShaping(r rune) bool {
	return r == '\u200c' || r == '\u200d' || r == '\ufe0e' || r == '\ufe0f'
}
