package theme

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"
)

// Width counts the cells of a styled line.
func Width(s string) int {
	if n, ok := quickWidth(s); ok {
		return n
	}
	return ansi.StringWidth(s)
}

// narrow are the signs beyond Latin that we draw ourselves; each takes a cell.
const narrow = "─│…·›▸–╭╮╰╯●○☐☑✓◷△•▏"

// quickWidth counts what has nothing in it but Latin letters, our own signs and
// colours; ok is false for all else, which the library measures by clusters.
func quickWidth(s string) (n int, ok bool) {
	for i := 0; i < len(s); {
		switch c := s[i]; {
		case c == 0x1b:
			end := strings.IndexByte(s[i:], 'm')
			if end < 0 || i+1 >= len(s) || s[i+1] != '[' {
				return 0, false
			}
			for _, p := range []byte(s[i+2 : i+end]) {
				if (p < '0' || p > '9') && p != ';' && p != ':' {
					return 0, false
				}
			}
			i += end + 1
		case c >= ' ' && c <= '~':
			n++
			i++
		case c < utf8.RuneSelf:
			return 0, false
		default:
			r, size := utf8.DecodeRuneInString(s[i:])
			if (r < 0xc0 || r > 0x17f) && !strings.ContainsRune(narrow, r) {
				return 0, false
			}
			n++
			i += size
		}
	}
	return n, true
}

// Fit cuts a styled line to w cells, with a sign where something is missing.
func (t *Theme) Fit(s string, w int) string {
	if w <= 0 {
		return ""
	}
	if n, ok := quickWidth(s); ok && n <= w {
		return s
	}
	return ansi.Truncate(s, w, t.Dots)
}

// Pad cuts or fills a styled line to exactly w cells.
func (t *Theme) Pad(s string, w int) string {
	n := Width(s)
	if n > w {
		s = t.Fit(s, w)
		n = Width(s)
	}
	return s + strings.Repeat(" ", max(w-n, 0))
}

// Ends sets left and right to the two ends of w cells; left is cut first.
func (t *Theme) Ends(left, right string, w int) string {
	r := Width(right)
	if r >= w {
		return t.Fit(right, w)
	}
	if r == 0 {
		return t.Fit(left, w)
	}
	return t.Pad(left, w-r-1) + " " + right
}

// Wrap breaks plain or styled text into lines of at most w cells; words longer
// than that are broken, and styles do not run over a line's end.
func Wrap(s string, w int) []string {
	if w <= 0 {
		return nil
	}
	if Width(s) <= w && !strings.Contains(s, "\n") {
		return []string{s}
	}
	lines := wrap(s, w)
	// lipgloss lets a hyphen hang over the end by a cell.
	for less := 1; less < w && tooWide(lines, w); less++ {
		lines = wrap(s, w-less)
	}
	return lines
}

func wrap(s string, w int) []string {
	lines := strings.Split(lipgloss.Wrap(tied(s), w, ""), "\n")
	for i := range lines {
		lines[i] = strings.ReplaceAll(strings.TrimRight(lines[i], " "), tie, "-")
	}
	return lines
}

// tie stands for a hyphen at which a line is not broken: a letter of no alphabet,
// one cell wide.
const tie = "\ue011"

// tied ties the hyphens that have no word before them, as in e-mail, Y-tunnus and
// buyer grouping -tiedosto: a line is not broken behind one letter.
func tied(s string) string {
	if !strings.Contains(s, "-") {
		return s
	}
	var b strings.Builder
	before := 0 // letters of the word so far
	for _, r := range s {
		switch {
		case r == '-' && before <= 1:
			b.WriteString(tie)
			before = 2 // one hyphen a word
			continue
		case unicode.IsSpace(r):
			before = 0
		default:
			before++
		}
		b.WriteRune(r)
	}
	return b.String()
}

func tooWide(lines []string, w int) bool {
	return slices.ContainsFunc(lines, func(l string) bool { return Width(l) > w })
}

// Hang wraps s behind a head of its own width; the lines after the first are
// indented by it.
func Hang(head, s string, w int) []string {
	n := Width(head)
	lines := Wrap(s, max(w-n, 8))
	for i := range lines {
		if i == 0 {
			lines[i] = head + lines[i]
		} else {
			lines[i] = strings.Repeat(" ", n) + lines[i]
		}
	}
	if len(lines) == 0 {
		return []string{head}
	}
	return lines
}
