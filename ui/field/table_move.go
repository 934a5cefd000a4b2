package field

import (
	"strings"

	"lotse/flows"
)

// stepEditing moves the focus by one and opens the editor there, as after an
// edit.
func (t *Table) stepEditing(m move) KeyResult {
	if t.step(m, true) {
		return Stay
	}
	if m == back {
		return Pass
	}
	return Next
}

// stepSelecting moves the focus by one and only selects.
func (t *Table) stepSelecting(m move) KeyResult {
	if t.step(m, false) {
		return Stay
	}
	if m == back {
		return Pass
	}
	return Next
}

// step moves the focus by one; editing says whether to open the editor there.
// It returns false at the end of the list.
func (t *Table) step(m move, editing bool) bool {
	switch m {
	case forward:
		return t.forward(editing)
	case back:
		return t.back(editing)
	case rowUp:
		t.at = max(t.at-1, 0)
	case rowDown:
		t.at = min(t.at+1, t.count()-1)
	case rowBelow:
		if t.Full() || t.newRow >= 0 {
			return false
		}
		t.addNewRow(min(t.at+1, len(t.rows)))
	}
	return true
}

func (t *Table) forward(editing bool) bool {
	for c := t.col + 1; c < len(t.cols); c++ {
		if t.canAnswer(t.row(t.at), c) {
			t.col = c
			t.editIf(editing)
			return true
		}
	}
	if t.at+1 < t.count() {
		t.at, t.col = t.at+1, 0
		t.editIf(editing)
		return true
	}
	if t.Full() || t.newRow >= 0 {
		return false
	}
	t.addNewRow(len(t.rows))
	return true
}

func (t *Table) back(editing bool) bool {
	for c := t.col - 1; c >= 0; c-- {
		if t.canAnswer(t.row(t.at), c) {
			t.col = c
			t.editIf(editing)
			return true
		}
	}
	if t.at == 0 {
		return false
	}
	t.at, t.col = t.at-1, len(t.cols)-1
	if !t.canAnswer(t.row(t.at), t.col) {
		return t.back(editing)
	}
	t.editIf(editing)
	return true
}

func (t *Table) editIf(editing bool) {
	if editing {
		t.openEditor()
	}
}

// addNewRow puts a row that is not made yet at i, with its first cell in the
// editor.
func (t *Table) addNewRow(i int) {
	t.newRow, t.at, t.col = i, i, 0
	for c := range t.cols {
		if t.canAnswer(nil, c) {
			t.col = c
			break
		}
	}
	t.openEditor()
}

func (t *Table) dropNewRow() {
	if t.newRow < 0 {
		return
	}
	if t.newRow < t.at || t.at >= len(t.rows) {
		t.at = max(t.at-1, 0)
	}
	t.newRow, t.edit = -1, nil
}

// newRowIsEmpty reports whether nothing was typed into the new row's cell.
func (t *Table) newRowIsEmpty() bool {
	if c, ok := t.edit.(*choice); ok {
		return len(c.chosen) == 0 && !c.moved
	}
	return Format(t.edit.Value()) == ""
}

// leaveNewRow drops the empty new row and leaves the list.
func (t *Table) leaveNewRow() KeyResult {
	t.dropNewRow()
	return Next
}

// Limit is the maximum number of rows of the list.
func (t *Table) Limit() int {
	if t.list.Max > 0 {
		return t.list.Max
	}
	return flows.MaxRows
}

// Full reports whether no row can be added.
func (t *Table) Full() bool { return len(t.rows) >= t.Limit() }

// isManyCells reports whether pasted text is more than one cell: it has a tab,
// or more than one line and the cell takes only one.
func (t *Table) isManyCells(s string) bool {
	if strings.ContainsRune(s, '\t') {
		return true
	}
	if _, ok := t.edit.(*area); ok {
		return false
	}
	return strings.ContainsAny(strings.TrimRight(s, "\r\n"), "\r\n")
}

// nextProblem moves the focus to the next cell that holds the step open; after
// the last one to the first again.
func (t *Table) nextProblem() {
	if t.problemRows == 0 {
		return
	}
	t.keep()
	t.edit = nil
	row := t.rowID(t.at)
	t.dropNewRow()
	at, col := t.at, t.col
	if row == "" { // the row that was not made: what was below it counts too
		at, col = t.at, -1
	}
	for range len(t.rows) + 1 {
		if c := t.problemAfter(at, col); c >= 0 {
			t.at, t.col = at, c
			return
		}
		at, col = (at+1)%len(t.rows), -1
	}
}

// problemAfter finds the first column after another whose cell holds the step
// open; -1 for none.
func (t *Table) problemAfter(at, col int) int {
	r := t.row(at)
	for c := col + 1; c < len(t.cols); c++ {
		for _, p := range r.Problems {
			if p.Column == t.cols[c].ID && p.Holds() {
				return c
			}
		}
	}
	return -1
}
