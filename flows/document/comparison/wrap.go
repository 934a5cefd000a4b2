package comparison

import (
	"strings"
	"unicode"

	"golang.org/x/text/width"
)

// cellsOf is how many cells a terminal needs for a text, near enough to align
// it: wide letters two, marks upon a letter none.
func cellsOf(s string) int {
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

// pad fills a text up to a width.
func pad(s string, w int) string { return s + strings.Repeat(" ", max(w-cellsOf(s), 0)) }

// wrapped writes a text behind a lead, further lines below its beginning.
func (t *text) wrapped(lead string, indent int, tone Tone, s string) {
	for i, line := range wrap(s, max(t.Width-indent, 20)) {
		if i > 0 {
			lead = strings.Repeat(" ", indent)
		}
		t.line(lead + t.Paint(tone, line))
	}
}

// wrap breaks a text at its blanks, and a word that is too long within. Blanks
// in a row stay: two codes may differ in them.
func wrap(s string, most int) []string {
	var lines []string
	line, used := "", 0
	for _, w := range strings.Split(s, " ") {
		n := cellsOf(w)
		if used > 0 && used+1+n > most {
			lines, line, used = append(lines, line), "", 0
		}
		for n > most {
			head := cut(w, most)
			lines, w = append(lines, head), w[len(head):]
			n = cellsOf(w)
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
		n := cellsOf(string(r))
		if used+n > most && i > 0 {
			return w[:i]
		}
		used += n
	}
	return w
}
