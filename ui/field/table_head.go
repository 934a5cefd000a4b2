package field

import (
	"strings"

	"lotse/ui/theme"
)

// longTitle is the widest column title that is drawn on one line.
const longTitle = 14

// heading is a column's title on one line, or on two as narrow as possible: a
// title is never cut, and more columns fit.
func (t *Table) heading(col int) []string {
	if t.headings == nil {
		t.headings = make([][]string, len(t.cols))
		for c := range t.cols {
			t.headings[c] = inTwo(t.title(c))
		}
	}
	return t.headings[col]
}

func inTwo(title string) []string {
	if theme.Width(title) <= longTitle {
		return []string{title}
	}
	least := widest(strings.Fields(title))
	for w := max(least, theme.Width(title)/2); w < theme.Width(title); w++ {
		if lines := theme.Wrap(title, w); len(lines) <= 2 {
			return lines
		}
	}
	return []string{title}
}

func widest(lines []string) int {
	w := 0
	for _, l := range lines {
		w = max(w, theme.Width(l))
	}
	return w
}

// head draws the titles of the visible columns; a title of one line is on the
// lower line.
func (t *Table) head(widths []int) []string {
	th := t.kit.Theme
	n := 1
	for c := range t.cols {
		n = max(n, len(t.heading(c)))
	}
	lines := make([]string, n)
	for i := range lines {
		var sb strings.Builder
		more := func(sign string, there bool) {
			if !there || i < n-1 {
				sign = " "
			}
			sb.WriteString(th.Dim.Render(sign))
		}
		more("<", t.left > 0)
		sb.WriteString(" ")
		used := 2
		for c := t.left; c < len(t.cols); c++ {
			if used+widths[c] > t.width-2 && c > t.left {
				more(">", true)
				break
			}
			sb.WriteString(t.titled(c, i+len(t.heading(c))-n, widths[c]) + "  ")
			used += widths[c] + 2
		}
		lines[i] = th.Fit(strings.TrimRight(sb.String(), " "), t.width)
	}
	return lines
}

// titled is a line of a column's title.
func (t *Table) titled(col, line, width int) string {
	th := t.kit.Theme
	s := ""
	if line >= 0 {
		s = t.heading(col)[line]
	}
	s = th.Pad(s, width)
	if t.focused && col == t.col {
		return th.Accent.Render(s)
	}
	return th.Dim.Render(s)
}
