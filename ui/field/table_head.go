package field

import (
	"strings"

	"lotse/ui/theme"
)

// longTitle is the widest column title that is never broken.
const longTitle = 14

// titlesOn are the columns' titles on at most so many lines: a title is never cut.
func (t *Table) titlesOn(lines int) [][]string {
	if t.titles[lines-1] == nil {
		all := make([][]string, len(t.cols))
		for c := range t.cols {
			all[c] = []string{t.title(c)}
			if lines > 1 {
				all[c] = inTwo(t.title(c))
			}
		}
		t.titles[lines-1] = all
	}
	return t.titles[lines-1]
}

// inTwo is a title on one line, or on two as narrow as possible.
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
func (t *Table) head() []string {
	th := t.kit.Theme
	n := 1
	for _, c := range t.shown {
		n = max(n, len(t.headings[c]))
	}
	left, right := t.more()
	lines := make([]string, n)
	for i := range lines {
		var sb strings.Builder
		sb.WriteString(t.moreSign("<", left && i == n-1) + " ")
		for _, c := range t.shown {
			sb.WriteString(t.titled(c, i+len(t.headings[c])-n) + "  ")
		}
		sb.WriteString(t.moreSign(">", right && i == n-1))
		lines[i] = th.Fit(strings.TrimRight(sb.String(), " "), t.width)
	}
	return lines
}

// moreSign says where there are columns that are not in view.
func (t *Table) moreSign(sign string, there bool) string {
	if !there {
		return " "
	}
	return t.kit.Theme.Dim.Render(sign)
}

// titled is a line of a column's title.
func (t *Table) titled(col, line int) string {
	th := t.kit.Theme
	s := ""
	if line >= 0 {
		s = t.headings[col][line]
	}
	s = th.Pad(s, t.wide[col])
	if t.focused && col == t.col {
		return th.Accent.Render(s)
	}
	return th.Dim.Render(s)
}
