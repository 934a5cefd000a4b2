package field

import (
	"fmt"
	"strconv"
	"strings"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/ui/glyph"
	"lotse/ui/theme"
	"lotse/ui/zone"
)

// barLines are the lines of the cell's editor below the table; they are always
// there, so that nothing moves.
const barLines = 3

// wideBar is the width from which the bar says how many rows have problems.
const wideBar = 56

const (
	minColumn = 6
	maxColumn = 26
)

// Lines implements Widget: a head, rows, and the editor of the cell.
func (t *Table) Lines() []string {
	if len(t.cols) == 0 {
		return nil
	}
	widths := t.widths()
	t.scrollColumns(widths)
	lines := t.head(widths)
	room := max(t.height-len(lines)-barLines, 1)
	t.top = min(max(t.top, t.at-room+1, 0), max(t.at, 0))
	if t.count() == 0 {
		lines = append(lines, t.kit.Theme.Faint.Render("  "+fmt.Sprintf(t.kit.Text.List.NoRows, t.name)))
	}
	last := min(t.top+room, t.count())
	for i := t.top; i < last; i++ {
		lines = append(lines, t.line(i, widths))
	}
	return append(lines, t.bar()...)
}

func (t *Table) title(col int) string {
	if l := t.cols[col].Label; l != "" {
		return l
	}
	return t.cols[col].ID
}

func (t *Table) cell(r *run.RowView, i, col int) string {
	it := &t.cols[col]
	if !t.canAnswer(r, col) {
		return t.kit.Theme.None
	}
	if s, ok := t.unsaved(r, col); ok {
		return flows.CleanLine(s)
	}
	v := t.value(i, col)
	if it.Kind == flows.KindTask {
		done, _ := v.(bool)
		return Show(nil, done, t.kit.Theme.ASCII)
	}
	return Show(it.Field, v, t.kit.Theme.ASCII)
}

// unsaved is the text typed into a cell and not submitted.
func (t *Table) unsaved(r *run.RowView, col int) (string, bool) {
	if r == nil || len(t.drafts) == 0 {
		return "", false
	}
	s, ok := t.drafts[[2]string{r.Row, t.cols[col].ID}]
	return s, ok
}

// widths are the columns' widths, by the visible rows.
func (t *Table) widths() []int {
	w := make([]int, len(t.cols))
	for c := range t.cols {
		w[c] = max(minColumn, widest(t.heading(c)))
		for i := t.top; i < min(t.top+max(t.height, 4), t.count()); i++ {
			w[c] = max(w[c], min(theme.Width(t.cell(t.row(i), i, c)), maxColumn))
		}
	}
	return w
}

// scrollColumns keeps the focused column in view.
func (t *Table) scrollColumns(widths []int) {
	t.left = min(t.left, t.col)
	for t.left < t.col && t.span(widths, t.left, t.col) > t.width-4 {
		t.left++
	}
	for t.left > 0 && t.span(widths, t.left-1, len(t.cols)-1) <= t.width-4 {
		t.left--
	}
}

func (t *Table) span(widths []int, from, to int) int {
	n := 0
	for c := from; c <= to; c++ {
		n += widths[c] + 2
	}
	return n - 2
}

func (t *Table) line(i int, widths []int) string {
	th := t.kit.Theme
	r := t.row(i)
	here := t.focused && i == t.at
	mark := "  "
	switch {
	case here:
		mark = th.Accent.Render(th.Arrow) + " "
	case r != nil && r.Holds():
		mark = th.Bad.Render("!") + " "
	}
	var sb strings.Builder
	sb.WriteString(mark)
	used := 2
	for c := t.left; c < len(t.cols); c++ {
		if used+widths[c] > t.width-2 && c > t.left {
			break
		}
		s := t.cell(r, i, c)
		if r == nil && c == 0 && s == "" {
			s = t.kit.Text.List.NewRow
		}
		s = th.Pad(s, widths[c])
		_, unsaved := t.unsaved(r, c)
		switch {
		case here && c == t.col:
			s = th.Select.Render(s)
		case unsaved:
			s = th.Warn.Render(s)
		case r == nil:
			s = th.Faint.Render(s)
		case r != nil && cellHolds(r, t.cols[c].ID):
			s = th.Bad.Render(s)
		}
		sb.WriteString(zone.Column.Mark(c) + s + "  ")
		used += widths[c] + 2
	}
	return zone.Row.Mark(i) + th.Fit(strings.TrimRight(sb.String(), " "), t.width)
}

func cellHolds(r *run.RowView, col string) bool {
	for _, p := range r.Problems {
		if p.Column == col && p.Holds() && p.Code != "required" {
			return true
		}
	}
	return false
}

// bar is the editor of the focused cell.
func (t *Table) bar() []string {
	th := t.kit.Theme
	if !t.focused {
		return []string{th.Faint.Render("  " + t.countText())}
	}
	out := make([]string, barLines)
	out[0] = th.Ends("  "+th.Dim.Render(t.title(t.col)), th.Faint.Render(t.where()), t.width)
	var lines []string
	switch {
	case t.edit != nil:
		lines = t.edit.Lines()
	default:
		lines = []string{t.selectedValue()}
	}
	for i := 1; i < barLines; i++ {
		s := ""
		if i-1 < len(lines) {
			s = lines[i-1]
		}
		out[i] = th.Fit("  "+s, t.width)
	}
	return out
}

// where says which row has the focus.
func (t *Table) where() string {
	if t.row(t.at) == nil {
		return fmt.Sprintf(t.kit.Text.List.Fresh, t.name)
	}
	return t.name + " " + fmt.Sprintf(t.kit.Text.List.Cell, strconv.Itoa(t.at+1), t.countText())
}

func (t *Table) countText() string {
	n := strconv.Itoa(len(t.rows))
	if t.list.Max > 0 {
		n += " / " + strconv.Itoa(t.list.Max)
	}
	if t.problemRows > 0 && t.width >= wideBar {
		n += t.kit.Theme.Dot + fmt.Sprintf(t.kit.Text.Import.Bad, t.problemRows)
	}
	return n
}

// selectedValue is the cell's value while it is only selected.
func (t *Table) selectedValue() string {
	it := &t.cols[t.col]
	if it.Kind == flows.KindTask {
		done, _ := t.value(t.at, t.col).(bool)
		if done {
			return t.kit.Theme.Good.Render(glyph.Ticked.Of(t.kit.Theme.ASCII) + " " + t.kit.Text.Wizard.Ticked)
		}
		return glyph.Box.Of(t.kit.Theme.ASCII) + " " + t.kit.Text.Wizard.NotYet
	}
	s := t.cell(t.row(t.at), t.at, t.col)
	if _, ok := t.drafts[t.key()]; ok {
		return s + "  " + t.kit.Theme.Warn.Render(t.kit.Text.Wizard.Unsaved)
	}
	if s == "" {
		return t.kit.Theme.Faint.Render(t.empty(it.Field))
	}
	if _, ok := t.unsaved(t.row(t.at), t.col); ok {
		s += t.kit.Theme.Warn.Render(t.kit.Theme.Dot + t.kit.Text.Wizard.Unsaved)
	}
	return s
}

func (t *Table) empty(f *flows.Field) string {
	if f != nil && f.Required {
		return t.kit.Text.Field.Required
	}
	return t.kit.Text.Field.Optional
}
