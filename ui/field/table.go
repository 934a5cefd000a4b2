package field

import (
	tea "charm.land/bubbletea/v2"

	"lotse/flows"
	"lotse/flows/run"
)

// Table is the widget of a list: rows of cells, and below them the editor of
// the cell that has the focus. What it wants changed it says as an Edit; the
// rows themselves are always those of the run.
type Table struct {
	kit  Kit
	list *flows.List
	name string
	cols []flows.Item

	rows  []run.RowView
	fresh int // index of the row that is not made yet; -1: there is none
	at    int // row, the fresh one counted
	col   int
	left  int // first column that is drawn
	top   int // first row that is drawn

	edit    Widget // of the cell; nil while it is only selected
	focused bool
	broken  *spot // where a row that is not made yet was being typed when the focus went
	bad     int   // rows that hold their step
	drafts  map[[2]string]string
	pending move

	asked         Edit
	width, height int
	headings      [][]string // the columns' titles in lines
}

// Table makes the widget of a list.
func (k Kit) Table(it *flows.Item, rows []run.RowView) *Table {
	t := &Table{kit: k, list: it.List, name: it.List.Row, cols: it.List.Columns, fresh: -1, drafts: map[[2]string]string{}, width: 60, height: 12}
	if t.name == "" {
		t.name = k.Text.List.Row
	}
	t.take(rows)
	return t
}

// spot is a place in the table.
type spot struct{ row, col int }

// Focus implements Widget: an empty list begins with a fresh row, and one that
// was being typed is there again.
func (t *Table) Focus() {
	t.focused = true
	switch back := t.broken; {
	case back != nil && t.fresh < 0:
		t.addFresh(min(back.row, len(t.rows)))
		t.col = back.col
		t.begin()
	case t.count() == 0:
		t.addFresh(0)
	}
	t.broken = nil
}

// Blur implements Widget: an untouched fresh row is dropped, what was typed is
// kept.
func (t *Table) Blur() {
	t.keep()
	if t.edit != nil && t.fresh >= 0 && t.fresh == t.at && t.drafted() {
		t.broken = &spot{t.fresh, t.col}
	}
	t.edit, t.focused = nil, false
	t.dropFresh()
}

// Typing implements Widget.
func (t *Table) Typing() bool { return t.edit != nil && t.edit.Typing() }

// Owns implements Widget: inside a list all keys that move are the list's.
func (t *Table) Owns(k string) bool {
	switch k {
	case "enter", "tab", "shift+tab", "up", "down", "space", "ctrl+n", "ctrl+x", "left", "right", FileKey, ProblemKey:
		return true
	case "esc":
		return t.edit != nil && t.fresh != t.at || t.Typing() && t.drafted()
	}
	return false
}

// drafted reports whether something is typed in the cell that has the focus.
func (t *Table) drafted() bool {
	s, ok := Draft(t.edit)
	return ok && s != Format(t.value(t.at, t.col))
}

// Value implements Widget: a table's answers are its rows'.
func (t *Table) Value() flows.Value { return nil }

// SetSize implements Widget.
func (t *Table) SetSize(w, h int) {
	t.width, t.height = w, h
	if t.edit != nil {
		t.edit.SetSize(max(w-4, 8), 2)
	}
}

// Here names the row and the column that have the focus.
func (t *Table) Here() (row, column string) {
	if len(t.cols) == 0 {
		return "", ""
	}
	return t.rowID(t.at), t.cols[t.col].ID
}

// Go puts the focus on a cell.
func (t *Table) Go(row, column string) {
	t.keep()
	t.edit = nil
	for i := range t.count() {
		if t.rowID(i) == row && row != "" {
			t.at = i
		}
	}
	for i := range t.cols {
		if t.cols[i].ID == column {
			t.col = i
		}
	}
}

// The keys of a list that are no other widget's: rows from a file, and the next
// cell that has a problem.
const (
	FileKey    = "ctrl+f"
	ProblemKey = "f8"
)

// Key implements Widget.
func (t *Table) Key(msg tea.KeyPressMsg) Act {
	if len(t.cols) == 0 {
		return Pass
	}
	switch msg.String() {
	case FileKey:
		return Opens
	case ProblemKey:
		t.nextProblem()
		return Stay
	}
	if t.edit != nil {
		return t.editKey(msg)
	}
	return t.selectKey(msg)
}

// At says what the focus of a table stands on.
type At struct {
	Task, Ticked               bool
	Editing, Choice, Untouched bool
	Problems                   bool // some row has one that holds its step
}

// State says what the focus stands on.
func (t *Table) State() At {
	if len(t.cols) == 0 {
		return At{}
	}
	done, _ := t.value(t.at, t.col).(bool)
	a := At{Task: t.isTask(), Editing: t.edit != nil, Problems: t.bad > 0}
	a.Ticked = a.Task && done
	if a.Editing {
		_, a.Choice = t.edit.(*choice)
		a.Untouched = t.fresh == t.at && t.untouched()
	}
	return a
}
