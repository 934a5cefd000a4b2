package field

import (
	"strings"

	"lotse/flows"
)

func (t *Table) goOn(m move) Act {
	if t.step(m, true) {
		return Stay
	}
	if m == back {
		return Pass
	}
	return Next
}

func (t *Table) leap(m move) Act {
	if t.step(m, false) {
		return Stay
	}
	if m == back {
		return Pass
	}
	return Next
}

// step moves the focus by one; editing goes on where it was on. It is false
// where the list ends.
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
		if t.Full() || t.fresh >= 0 {
			return false
		}
		t.addFresh(min(t.at+1, len(t.rows)))
	}
	return true
}

func (t *Table) forward(editing bool) bool {
	for c := t.col + 1; c < len(t.cols); c++ {
		if t.open(t.row(t.at), c) {
			t.col = c
			t.resume(editing)
			return true
		}
	}
	if t.at+1 < t.count() {
		t.at, t.col = t.at+1, 0
		t.resume(editing)
		return true
	}
	if t.Full() || t.fresh >= 0 {
		return false
	}
	t.addFresh(len(t.rows))
	return true
}

func (t *Table) back(editing bool) bool {
	for c := t.col - 1; c >= 0; c-- {
		if t.open(t.row(t.at), c) {
			t.col = c
			t.resume(editing)
			return true
		}
	}
	if t.at == 0 {
		return false
	}
	t.at, t.col = t.at-1, len(t.cols)-1
	if !t.open(t.row(t.at), t.col) {
		return t.back(editing)
	}
	t.resume(editing)
	return true
}

func (t *Table) resume(editing bool) {
	if editing {
		t.begin()
	}
}

// addFresh puts a row that is not made yet at i, its first cell in edit.
func (t *Table) addFresh(i int) {
	t.fresh, t.at, t.col = i, i, 0
	for c := range t.cols {
		if t.open(nil, c) {
			t.col = c
			break
		}
	}
	t.begin()
}

func (t *Table) dropFresh() {
	if t.fresh < 0 {
		return
	}
	if t.fresh < t.at || t.at >= len(t.rows) {
		t.at = max(t.at-1, 0)
	}
	t.fresh, t.edit = -1, nil
}

// untouched reports whether nothing was entered into the fresh row's cell.
func (t *Table) untouched() bool {
	if c, ok := t.edit.(*choice); ok {
		return len(c.chosen) == 0 && !c.moved
	}
	return Format(t.edit.Value()) == ""
}

// leaveFresh drops the untouched row and leaves the list.
func (t *Table) leaveFresh() Act {
	t.dropFresh()
	return Next
}

// Limit is how many rows the list may have, Full whether it has them.
func (t *Table) Limit() int {
	if t.list.Max > 0 {
		return t.list.Max
	}
	return flows.MaxRows
}

// Full reports whether no row can be added.
func (t *Table) Full() bool { return len(t.rows) >= t.Limit() }

// several reports whether pasted text is more than one cell: it has a tab, or
// more than one line where the cell does not take lines.
func (t *Table) several(s string) bool {
	if strings.ContainsRune(s, '\t') {
		return true
	}
	if _, ok := t.edit.(*area); ok {
		return false
	}
	return strings.ContainsAny(strings.TrimRight(s, "\r\n"), "\r\n")
}

// nextProblem puts the focus on the next cell that holds its step, from the
// first again after the last.
func (t *Table) nextProblem() {
	if t.bad == 0 {
		return
	}
	t.keep()
	t.edit = nil
	row := t.rowID(t.at)
	t.dropFresh()
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

// problemAfter finds the first column behind another whose cell holds the step;
// -1 for none.
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
