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
		return len(c.chosen) == 0 && t.col > 0
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

// grid reads pasted text as rows where it is more than one cell: lines, and in
// them cells parted by tabs or semicolons.
func (t *Table) grid(s string) []map[string]flows.Value {
	s = strings.Trim(strings.ReplaceAll(s, "\r\n", "\n"), "\n")
	sep := "\t"
	if !strings.Contains(s, sep) {
		sep = ";"
	}
	if !strings.Contains(s, "\n") && (sep == ";" || !strings.Contains(s, sep)) {
		return nil
	}
	var fields []string
	for i := range t.cols {
		if t.cols[i].Kind == flows.KindField {
			fields = append(fields, t.cols[i].ID)
		}
	}
	var rows []map[string]flows.Value
	for line := range strings.SplitSeq(s, "\n") {
		if strings.TrimSpace(line) == "" || len(rows) > flows.MaxRows {
			continue
		}
		row := map[string]flows.Value{}
		for i, cell := range strings.Split(line, sep) {
			if i < len(fields) && strings.TrimSpace(cell) != "" {
				row[fields[i]] = cell
			}
		}
		rows = append(rows, row)
	}
	return rows
}
