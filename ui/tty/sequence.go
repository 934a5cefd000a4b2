package tty

import (
	"bytes"
	"strings"
	"unicode/utf8"
)

// sequenceLen measures the escape sequence at the beginning of p. n is 0 while
// its end has not arrived; whole is false if the bytes are no valid sequence
// (ECMA-48 5.4 and 5.6, and what xterm sends for keys).
func sequenceLen(p []byte) (n int, whole bool) {
	if len(p) < 2 {
		return 0, false
	}
	switch p[1] {
	case '[':
		return controlLen(p)
	case 'O':
		return singleShiftLen(p)
	case ']':
		return stringLen(p, func(c byte) bool { return c >= '0' && c <= '9' })
	case 'P', '_':
		return stringLen(p, func(c byte) bool { return c < 'A' || p[1] == '_' && c == 'G' })
	case esc:
		return altKeyLen(p)
	}
	if rest := p[1:]; utf8.FullRune(rest) {
		r, size := utf8.DecodeRune(rest)
		return 1 + size, r != utf8.RuneError || size > 1
	}
	return 0, false
}

// controlLen measures ESC [ parameters intermediates final.
func controlLen(p []byte) (n int, whole bool) {
	for i := 2; i < len(p); i++ {
		switch c := p[i]; {
		case c == '[' && i == 2: // a function key of the Linux console
			if len(p) < 4 {
				return 0, false
			}
			return 4, p[3] >= 'A' && p[3] <= 'E'
		case c >= 0x40 && c <= 0x7e:
			return i + 1, true
		case c < 0x20 || c > 0x3f || i > 256:
			return i, false
		}
	}
	return 0, false
}

// singleShiftLen measures ESC O modifier final.
func singleShiftLen(p []byte) (n int, whole bool) {
	for i := 2; i < min(len(p), 5); i++ {
		switch c := p[i]; {
		case c >= '0' && c <= '9':
		case c >= 0x40 && c <= 0x7e:
			return i + 1, true
		default:
			return i, false
		}
	}
	if len(p) >= 5 {
		return 5, false
	}
	return 0, false
}

// stringLen measures a control string, which ends with BEL or ESC \. begins
// tells which first bytes a control string can have; with another one it is a
// key with alt.
func stringLen(p []byte, begins func(byte) bool) (n int, whole bool) {
	if len(p) > 2 && !begins(p[2]) {
		return 2, true
	}
	for i := 2; i < len(p); i++ {
		switch c := p[i]; {
		case c == '\a':
			return i + 1, true
		case c == esc && i+1 == len(p):
			return 0, false
		case c == esc && p[i+1] == '\\':
			return i + 2, true
		case c < 0x20 || i > maxAnswer:
			return i, false
		}
	}
	if p[1] == ']' {
		return partialColourLen(p)
	}
	return 0, false
}

// partialColourLen tells whether bytes without an end can still become the
// reply about a colour, the only reply of this form that is asked for.
func partialColourLen(p []byte) (n int, whole bool) {
	for i := 3; i <= len(p); i++ {
		if !isColourPrefix(string(p[2:i])) {
			return i - 1, false
		}
	}
	return 0, false
}

// isColourPrefix reports whether a text is the beginning of such a reply:
// digits and semicolons, rgb: or rgba:, and hexadecimal digits with slashes.
func isColourPrefix(s string) bool {
	model, digits, named := strings.Cut(strings.TrimLeft(s, "0123456789;?"), ":")
	if !named {
		return strings.HasPrefix("rgba", model)
	}
	return (model == "rgb" || model == "rgba") && strings.Trim(digits, "0123456789abcdefABCDEF/") == ""
}

// altKeyLen measures a key with alt in the form of older terminals, ESC before
// the key's own sequence.
func altKeyLen(p []byte) (n int, whole bool) {
	if len(p) == 2 {
		return 0, false
	}
	n, whole = sequenceLen(p[1:])
	if n == 0 {
		return 0, false
	}
	return n + 1, whole
}

// isCursorReport reports whether a sequence is a report of the cursor
// position. It has the form of a function key with modifiers, but no such key
// is bound.
func isCursorReport(p []byte) bool {
	return len(p) > 5 && p[1] == '[' && p[len(p)-1] == 'R' && bytes.IndexByte(p, ';') > 2
}
