package field

import (
	"strings"

	"lotse/ui/theme"
	"lotse/ui/zone"
)

// A row is shown as a form only if there is room for so many of its cells, and for
// so many rows above it.
const (
	leastCells = 4
	leastRows  = 2
)

// formHeight is how many lines the form of the focused row takes below a head of
// so many lines; 0 if all columns stand beside one another, or there is no room.
func (t *Table) formHeight(head int) int {
	room := t.height - head - min(t.count(), leastRows)
	if t.fits || room < 1+min(leastCells, len(t.cols)) {
		return 0
	}
	return min(len(t.cols)+2, room) // a line for the title, and one for an editor of two lines
}

// form is the focused row, one column a line. What the keys do is the same as in
// the table above it.
func (t *Table) form(height int) []string {
	th := t.kit.Theme
	title := th.Faint.Render(t.where())
	var lines []string
	from, to := 0, 0
	for c := range t.cols {
		if c == t.col {
			from = len(lines)
		}
		lines = append(lines, t.formCell(c)...)
		if c == t.col {
			to = len(lines) - 1
		}
	}
	room := height - 1
	top := max(min(t.formTop, from), to+1-room, 0)
	t.formTop = max(min(top, len(lines)-room), 0)
	lines = lines[t.formTop:min(t.formTop+room, len(lines))]
	t.cellEnd = to - t.formTop + 2
	out := append([]string{th.Ends("", title, t.width)}, lines...)
	for len(out) < height {
		out = append(out, "")
	}
	return out
}

// CellEnd is the line below the cell that has the focus, of those that were drawn
// last; 0 if it stands below the table.
func (t *Table) CellEnd() int { return t.cellEnd }

// formCell is a column's title and, behind it, the cell of the focused row.
func (t *Table) formCell(col int) []string {
	th, r, here := t.kit.Theme, t.row(t.at), col == t.col
	wide := t.labelWidth()
	label := theme.Wrap(t.title(col), wide)
	text := t.cell(r, t.at, col)
	value := []string{t.ink(r, col).Render(text)}
	if f := t.cols[col].Field; text == "" && f != nil && f.Required {
		value[0] = th.Faint.Render(t.kit.Text.Field.Required)
	}
	ink, mark := th.Dim, "  "
	switch {
	case here:
		value, ink, mark = t.focusedCell(), th.Accent, th.Accent.Render(th.Arrow)+" "
	case r != nil && cellHolds(r, t.cols[col].ID):
		mark = th.Bad.Render("!") + " "
	}
	var out []string
	for i := range max(len(label), len(value)) {
		l := mark + th.Pad(ink.Render(at(label, i)), wide) + "  " + at(value, i)
		out = append(out, zone.Row.Mark(t.at)+zone.Column.Mark(col)+th.Fit(strings.TrimRight(l, " "), t.width))
		mark = "  "
	}
	return out
}

// labelWidth is the width of the titles in a form.
func (t *Table) labelWidth() int {
	w := minColumn
	for c := range t.cols {
		w = max(w, theme.Width(t.title(c)))
	}
	return min(w, max(t.width*2/5, minColumn))
}

// editorWidth is the room of the editor of a cell.
func (t *Table) editorWidth() int {
	if t.fits {
		return max(t.width-4, 8)
	}
	return max(t.width-t.labelWidth()-5, 8)
}

func at(lines []string, i int) string {
	if i < len(lines) {
		return lines[i]
	}
	return ""
}
