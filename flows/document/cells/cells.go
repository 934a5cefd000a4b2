// Package cells sets text in the cells of a terminal, or of anything else whose
// letters are all as wide: how many it needs, and where it is broken. It imports
// x/text and the standard library, and knows no document.
package cells

import (
	"strings"
	"unicode"

	"golang.org/x/text/width"
)

// Width is how many cells a terminal needs for a text, near enough to align
// it: wide letters two, marks upon a letter none.
func Width(s string) int {
	n := 0
	for _, r := range s {
		switch {
		case r < 0x7f:
			n++
		case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
		default:
			n++
			if k := width.LookupRune(r).Kind(); k == width.EastAsianWide || k == width.EastAsianFullwidth {
				n++
			}
		}
	}
	return n
}

// Pad fills a text up to a width.
func Pad(s string, w int) string { return s + strings.Repeat(" ", max(w-Width(s), 0)) }

// Wrap breaks a text at its blanks, and a word that is too long within. Blanks
// in a row stay: two codes may differ in them.
func Wrap(s string, most int) []string {
	var lines []string
	line, used := "", 0
	for _, w := range strings.Split(s, " ") {
		n := Width(w)
		if used > 0 && used+1+n > most {
			lines, line, used = append(lines, line), "", 0
		}
		for n > most {
			head := cut(w, most)
			if head == w {
				break // a letter that is wider than there is room
			}
			lines, w = append(lines, head), w[len(head):]
			n = Width(w)
		}
		if used > 0 {
			line, used = line+" ", used+1
		}
		line, used = line+w, used+n
	}
	return append(lines, line)
}

// cut is the beginning of a word that fits.
func cut(w string, most int) string {
	used := 0
	for i, r := range w {
		n := Width(string(r))
		if used+n > most && i > 0 {
			return w[:i]
		}
		used += n
	}
	return w
}
