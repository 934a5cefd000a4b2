package field

import (
	"lotse/flows"
	"lotse/flows/run"
)

// Update shows the list in a later view; the focus stays.
func (t *Table) Update(it *flows.Item, rows []run.RowView) {
	t.list, t.cols, t.titles = it.List, it.List.Columns, [2][][]string{}
	t.SetRows(rows)
}

func (t *Table) storeRows(rows []run.RowView) {
	t.rows, t.problemRows, t.values = rows, 0, nil
	for i := range rows {
		if rows[i].Holds() {
			t.problemRows++
		}
	}
}

// SetRows sets the present rows; the focus stays on its row.
func (t *Table) SetRows(rows []run.RowView) {
	was := t.rowID(t.at)
	t.storeRows(rows)
	if t.newRow > len(rows) {
		t.newRow = len(rows)
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
		t.addNewRow(0)
	}
}

// MakeRoom drops an empty new row before rows from elsewhere are added.
func (t *Table) MakeRoom() {
	if t.newRow >= 0 && len(t.rows) > 0 && (t.edit == nil || !t.hasDraft()) {
		t.dropNewRow()
	}
}

// count is the number of rows, the new one included.
func (t *Table) count() int {
	if t.newRow >= 0 {
		return len(t.rows) + 1
	}
	return len(t.rows)
}

// row is the row at i; nil for the new one.
func (t *Table) row(i int) *run.RowView {
	switch {
	case t.newRow >= 0 && i == t.newRow:
		return nil
	case t.newRow >= 0 && i > t.newRow:
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

// canAnswer reports whether a cell can be answered; in a new row, columns with
// a condition wait until the row is made.
func (t *Table) canAnswer(r *run.RowView, col int) bool {
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
