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

// Lines implements Widget: a head, rows, and the editor of the cell; where the
// columns have no room beside one another, the whole row instead.
func (t *Table) Lines() []string {
	if len(t.cols) == 0 {
		return nil
	}
	t.setColumns()
	t.cellEnd = 0
	lines := t.head()
	foot := t.foot(len(lines))
	room := max(t.height-len(lines)-len(foot), 1)
	t.scrollTo(room)
	if t.count() == 0 {
		return append(lines, t.kit.Theme.Faint.Render("  "+fmt.Sprintf(t.kit.Text.List.NoRows, t.name)))
	}
	for i := t.top; i < min(t.top+room, t.count()); i++ {
		lines = append(lines, t.line(i))
	}
	if t.cellEnd > 0 {
		t.cellEnd += len(lines)
	}
	return append(lines, foot...)
}

// scrollTo has the focus among the rows that are drawn, unless it was scrolled away
// from by hand.
func (t *Table) scrollTo(room int) {
	t.rowsDrawn = room
	if t.loose {
		t.top = max(min(t.top, t.count()-room), 0)
		return
	}
	t.top = min(max(t.top, t.at-room+1, 0), max(t.at, 0))
}

// Scroll implements Scroller.
func (t *Table) Scroll(by int) bool {
	to := max(min(t.top+by, t.count()-t.rowsDrawn), 0)
	if to == t.top {
		return false
	}
	t.top, t.loose = to, true
	return true
}

// foot is what stands below the rows: the row that has the focus as a form, its
// cell, or only how many rows there are.
func (t *Table) foot(head int) []string {
	if !t.focused {
		return []string{t.kit.Theme.Faint.Render("  " + t.countText())}
	}
	if h := t.formHeight(head); h > 0 {
		return t.form(h)
	}
	return t.bar()
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

func (t *Table) line(i int) string {
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
	for _, c := range t.shown {
		s := t.cell(r, i, c)
		if r == nil && c == 0 && s == "" {
			s = t.kit.Text.List.NewRow
		}
		s = th.Pad(s, t.wide[c])
		if here && c == t.col {
			s = th.Select.Render(s)
		} else {
			s = t.ink(r, c).Render(s)
		}
		sb.WriteString(zone.Column.Mark(c) + s + "  ")
	}
	return zone.Row.Mark(i) + th.Fit(strings.TrimRight(sb.String(), " "), t.width)
}

// ink is how a cell is drawn that does not have the focus.
func (t *Table) ink(r *run.RowView, col int) theme.Ink {
	th := t.kit.Theme
	_, unsaved := t.unsaved(r, col)
	switch {
	case unsaved:
		return th.Warn
	case r == nil:
		return th.Faint
	case cellHolds(r, t.cols[col].ID):
		return th.Bad
	}
	return theme.Ink{}
}

func cellHolds(r *run.RowView, col string) bool {
	for _, p := range r.Problems {
		if p.Column == col && p.Holds() && p.Code != "required" {
			return true
		}
	}
	return false
}

// bar is the cell that has the focus.
func (t *Table) bar() []string {
	th := t.kit.Theme
	out := make([]string, barLines)
	out[0] = th.Ends("  "+th.Dim.Render(t.title(t.col)), th.Faint.Render(t.where()), t.width)
	for i, l := range t.focusedCell() {
		if i+1 < barLines {
			out[i+1] = th.Fit("  "+l, t.width)
		}
	}
	return out
}

// focusedCell is the editor of the cell that has the focus, or its value.
func (t *Table) focusedCell() []string {
	if t.edit != nil {
		return t.edit.Lines()
	}
	return []string{t.selectedValue()}
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
