package tty

import (
	"bytes"
	"strings"
	"unicode/utf8"
)

// sequence measures the escape sequence at the beginning of p: n is 0 while its
// end has not come; whole is false when what stands there is none that ends
// (ECMA-48 5.4 and 5.6, and what xterm sends for keys).
func sequence(p []byte) (n int, whole bool) {
	if len(p) < 2 {
		return 0, false
	}
	switch p[1] {
	case '[':
		return control(p)
	case 'O':
		return single(p)
	case ']':
		return textual(p, func(c byte) bool { return c >= '0' && c <= '9' })
	case 'P', '_':
		return textual(p, func(c byte) bool { return c < 'A' || p[1] == '_' && c == 'G' })
	case esc:
		return doubled(p)
	}
	if rest := p[1:]; utf8.FullRune(rest) {
		r, size := utf8.DecodeRune(rest)
		return 1 + size, r != utf8.RuneError || size > 1
	}
	return 0, false
}

// control measures ESC [ parameters intermediates final.
func control(p []byte) (n int, whole bool) {
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

// single measures ESC O modifier final.
func single(p []byte) (n int, whole bool) {
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

// textual measures a sequence that BEL or ESC \ ends; begins tells what its
// first byte may be: with another one it is a key with alt.
func textual(p []byte, begins func(byte) bool) (n int, whole bool) {
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
		return unfinished(p)
	}
	return 0, false
}

// unfinished tells whether what begins like the answer about a colour, the only
// one of its kind that is asked for, still may become it.
func unfinished(p []byte) (n int, whole bool) {
	for i := 3; i <= len(p); i++ {
		if !beginsColour(string(p[2:i])) {
			return i - 1, false
		}
	}
	return 0, false
}

// beginsColour reports whether a text is the beginning of such an answer: digits
// and semicolons, rgb: or rgba:, and hexadecimal digits with strokes.
func beginsColour(s string) bool {
	model, digits, named := strings.Cut(strings.TrimLeft(s, "0123456789;?"), ":")
	if !named {
		return strings.HasPrefix("rgba", model)
	}
	return (model == "rgb" || model == "rgba") && strings.Trim(digits, "0123456789abcdefABCDEF/") == ""
}

// doubled measures a key with alt as older terminals send it.
func doubled(p []byte) (n int, whole bool) {
	if len(p) == 2 {
		return 0, false
	}
	n, whole = sequence(p[1:])
	if n == 0 {
		return 0, false
	}
	return n + 1, whole
}

// isCursorReport reports whether a sequence says where the cursor is: the same
// as a function key with modifiers, which none of ours is.
func isCursorReport(p []byte) bool {
	return len(p) > 5 && p[1] == '[' && p[len(p)-1] == 'R' && bytes.IndexByte(p, ';') > 2
}
