package register

import (
	"strings"
	"unicode"
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

// IsBlankRow reports whether no cell has anything in it to see.
func IsBlankRow(cells []string) bool {
	for _, c := range cells {
		if strings.TrimFunc(c, IsBlank) != "" {
			return false
		}
	}
	return true
}
