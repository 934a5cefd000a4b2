package field

import (
	"lotse/flows"
	"lotse/flows/run"
)

// Renew takes the list as a later view has it; the focus stays where it is.
func (t *Table) Renew(it *flows.Item, rows []run.RowView) {
	t.list, t.cols = it.List, it.List.Columns
	t.SetRows(rows)
}

func (t *Table) take(rows []run.RowView) {
	t.rows, t.bad = rows, 0
	for i := range rows {
		if rows[i].Holds() {
			t.bad++
		}
	}
}

// SetRows gives the rows as they are now; the focus stays on its row.
func (t *Table) SetRows(rows []run.RowView) {
	was := t.rowID(t.at)
	t.take(rows)
	if t.fresh > len(rows) {
		t.fresh = len(rows)
	}
	if was != "" {
		for i := range t.count() {
			if t.rowID(i) == was {
				t.at = i
				return
			}
		}
	}
	t.at = min(t.at, max(t.count()-1, 0))
	if t.count() == 0 {
		t.addFresh(0)
	}
}

// Came says that rows came from elsewhere: a new row in which nothing is typed
// makes room for them.
func (t *Table) Came() {
	if t.fresh >= 0 && len(t.rows) > 0 && (t.edit == nil || !t.drafted()) {
		t.dropFresh()
	}
}

// count counts the rows, the fresh one included.
func (t *Table) count() int {
	if t.fresh >= 0 {
		return len(t.rows) + 1
	}
	return len(t.rows)
}

// row gives the row at i; nil for the fresh one.
func (t *Table) row(i int) *run.RowView {
	switch {
	case t.fresh >= 0 && i == t.fresh:
		return nil
	case t.fresh >= 0 && i > t.fresh:
		i--
	}
	if i < 0 || i >= len(t.rows) {
		return nil
	}
	return &t.rows[i]
}

func (t *Table) rowID(i int) string {
	if r := t.row(i); r != nil {
		return r.Row
	}
	return ""
}

// open reports whether a cell can be answered; in a fresh row columns under a
// condition wait until the row is there.
func (t *Table) open(r *run.RowView, col int) bool {
	if r == nil {
		return t.cols[col].When == nil && t.cols[col].Kind == flows.KindField
	}
	return !r.Hidden[t.cols[col].ID]
}

func (t *Table) value(i, col int) flows.Value {
	if r := t.row(i); r != nil {
		return r.Values[t.cols[col].ID]
	}
	if f := t.cols[col].Field; f != nil {
		return f.Default
	}
	return nil
}
