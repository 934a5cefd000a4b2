package field

import (
	tea "charm.land/bubbletea/v2"

	"lotse/ui/zone"
)

// Point implements Pointable: it goes to a cell. One that has the focus already is
// edited, and of a task ticked.
func (t *Table) Point(at zone.At) KeyResult {
	row, ok := at(zone.Row)
	col, in := at(zone.Column)
	if !ok || !in || row >= t.count() || col >= len(t.cols) {
		return Stay
	}
	t.loose = false
	if row != t.at || col != t.col {
		t.keep()
		t.edit, t.at, t.col = nil, row, col
		return Stay
	}
	if t.State().Task {
		return t.Key(tea.KeyPressMsg{Code: tea.KeySpace, Text: " "})
	}
	if t.edit == nil {
		return t.Key(tea.KeyPressMsg{Code: tea.KeyEnter})
	}
	return Stay
}
