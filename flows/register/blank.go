package register

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"
)

// IsBlank reports whether a character is nothing to see at the end of a value:
// the blanks of Unicode, and those without width (byte order mark, joiners).
func IsBlank(c rune) bool {
	switch c {
	case '\u200b', '\u200c', '\u200d', '\u2060', '\ufeff':
		return true
	}
	return unicode.IsSpace(c)
}

// TrimCell takes the blanks from both ends.
func TrimCell(b []byte) []byte {
	if len(b) == 0 || isPlain(b[0]) && isPlain(b[len(b)-1]) {
		return b
	}
	return bytes.TrimFunc(b, IsBlank)
}

// IsBlankRow reports whether no cell has anything in it to see.
func IsBlankRow(cells []string) bool {
	for _, c := range cells {
		if strings.TrimFunc(c, IsBlank) != "" {
			return false
		}
	}
	return true
}

func isPlain(c byte) bool { return c > ' ' && c < utf8.RuneSelf }
