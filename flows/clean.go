package flows

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Clean makes a text from outside safe to show: no control characters but the
// line break, no escape sequences, nothing that is invisible or turns the
// direction of writing, and valid UTF-8. What is safe already is given back as
// it is. A screen that has room for one line takes CleanLine.
func Clean(s string) string {
	if isPlain(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	for i := 0; i < len(s); {
		if s[i] == '\x1b' {
			i += escapeLen(s[i:])
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		i += n
		switch {
		case r == '\r' && strings.HasPrefix(s[i:], "\n"):
		case r == '\n', r == '\r', r == '\u0085', r == '\u2028', r == '\u2029':
			b.WriteByte('\n')
		case r == '\t':
			b.WriteByte(' ')
		case isUnsafe(r):
		default:
			b.WriteRune(r) // a broken byte is written as U+FFFD
		}
	}
	return b.String()
}

// CleanLine is Clean with its line breaks made spaces.
func CleanLine(s string) string {
	return strings.ReplaceAll(Clean(s), "\n", " ")
}

// isPlain reports whether s is printable ASCII and line breaks alone.
func isPlain(s string) bool {
	for i := range len(s) {
		if c := s[i]; (c < ' ' || c > '~') && c != '\n' {
			return false
		}
	}
	return true
}

// isUnsafe reports whether a rune must not reach a screen: control and format
// characters, what is shown as nothing, and what is no character at all.
func isUnsafe(r rune) bool {
	return unicode.IsControl(r) || isInvisible(r) || isDirection(r) || r&0xfffe == 0xfffe
}

// isInvisible reports whether a rune takes no place: zero-width characters, the
// byte order mark, tags, variation selectors, fillers, soft hyphens.
func isInvisible(r rune) bool {
	if r < 0xad {
		return false
	}
	return unicode.In(r, unicode.Cf, unicode.Other_Default_Ignorable_Code_Point, unicode.Variation_Selector) && !isDirection(r)
}

// isDirection reports whether a rune turns the direction of writing.
func isDirection(r rune) bool {
	return unicode.Is(unicode.Bidi_Control, r)
}

// maxSequence bounds how far the end of an escape sequence is looked for, so
// that one that never ends does not swallow the text after it.
const maxSequence = 4096

// escapeLen is the length of the escape sequence at the beginning of s: 1 for
// the ESC alone where what follows is no sequence that ends.
func escapeLen(s string) int {
	if len(s) < 2 {
		return 1
	}
	end := min(len(s), maxSequence)
	switch s[1] {
	case '[':
		for i := 2; i < end; i++ {
			switch c := s[i]; {
			case c >= 0x40 && c <= 0x7e:
				return i + 1
			case c < 0x20 || c > 0x3f:
				return 1
			}
		}
	case ']', 'P', '_', '^', 'X':
		for i := 2; i < end; i++ {
			if s[i] == '\a' {
				return i + 1
			}
			if s[i] == '\x1b' {
				if i+1 < end && s[i+1] == '\\' {
					return i + 2
				}
				return 1
			}
		}
	}
	return 1
}
