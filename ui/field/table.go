package field

import (
	tea "charm.land/bubbletea/v2"

	"lotse/flows"
	"lotse/flows/run"
)

// Table is the widget of a list: rows of cells, and below them the editor of
// the focused cell. It asks for changes with an Edit; the rows themselves are
// always those of the run.
type Table struct {
	kit  Kit
	list *flows.List
	name string
	cols []flows.Item

	rows      []run.RowView
	newRow    int // index of the row that is not made yet; -1: there is none
	at        int // row, the fresh one counted
	col       int
	left      int  // first column that is drawn beside column 0
	top       int  // first row that is drawn
	rowsDrawn int  // how many have room
	loose     bool // it was scrolled by hand: the focus may be out of view until the next key

	edit        Widget // of the cell; nil while it is only selected
	focused     bool
	interrupted *cellPos // where a row that is not made yet was being typed when the focus went
	problemRows int      // rows that hold their step
	drafts      map[[2]string]string
	pending     move

	requested     Edit
	width, height int
	formTop       int // first line of the form that is drawn
	cellEnd       int // see CellEnd

	titles   [2][][]string // the columns' titles on one line, and on two
	headings [][]string    // of these
	values   []int         // the widths of the columns' values; nil: not measured
	wide     []int         // the columns' widths
	shown    []int         // columns that are drawn
	fits     bool          // all columns are
}

// Table makes the widget of a list.
func (k Kit) Table(it *flows.Item, rows []run.RowView) *Table {
	t := &Table{kit: k, list: it.List, name: it.List.Row, cols: it.List.Columns, newRow: -1, drafts: map[[2]string]string{}, width: 60, height: 12, fits: true}
	if t.name == "" {
		t.name = k.Text.List.Row
	}
	t.storeRows(rows)
	return t
}

// cellPos is the position of a cell.
type cellPos struct{ row, col int }

// Focus implements Widget: an empty list starts with a new row, and a row that
// was being typed is there again.
func (t *Table) Focus() {
	t.focused = true
	switch back := t.interrupted; {
	case back != nil && t.newRow < 0:
		t.addNewRow(min(back.row, len(t.rows)))
		t.col = back.col
		t.openEditor()
	case t.count() == 0:
		t.addNewRow(0)
	}
	t.interrupted = nil
}

// Blur implements Widget: an empty new row is dropped, typed text is kept.
func (t *Table) Blur() {
	t.keep()
	if t.edit != nil && t.newRow >= 0 && t.newRow == t.at && t.hasDraft() {
		t.interrupted = &cellPos{t.newRow, t.col}
	}
	t.edit, t.focused = nil, false
	t.dropNewRow()
}

// Typing implements Widget: a cell that takes text takes it at once.
func (t *Table) Typing() bool {
	if t.edit != nil {
		return t.edit.Typing()
	}
	return t.focused && t.takesText()
}

// Owns implements Widget: inside a list all moving keys are the list's.
func (t *Table) Owns(k string) bool {
	switch k {
	case "enter", "tab", "shift+tab", "up", "down", "space", "ctrl+n", "ctrl+x", "left", "right", FileKey, ProblemKey:
		return true
	case "esc":
		return t.edit != nil && t.newRow != t.at || t.Typing() && t.hasDraft()
	}
	return false
}

// hasDraft reports whether something is typed in the focused cell.
func (t *Table) hasDraft() bool {
	s, ok := Draft(t.edit)
	return ok && s != Format(t.value(t.at, t.col))
}

// Value implements Widget; a table has none, since its answers are in its
// rows.
func (t *Table) Value() flows.Value { return nil }

// SetSize implements Widget.
func (t *Table) SetSize(w, h int) {
	t.width, t.height = w, h
	if t.edit != nil {
		t.edit.SetSize(t.editorWidth(), 2)
	}
}

// FocusedCell is the row and the column that have the focus.
func (t *Table) FocusedCell() (row, column string) {
	if len(t.cols) == 0 {
		return "", ""
	}
	return t.rowID(t.at), t.cols[t.col].ID
}

// FocusCell moves the focus to a cell.
func (t *Table) FocusCell(row, column string) {
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
func (t *Table) Key(msg tea.KeyPressMsg) KeyResult {
	t.loose = false
	if len(t.cols) == 0 {
		return Pass
	}
	switch msg.String() {
	case FileKey:
		return WantsFile
	case ProblemKey:
		t.nextProblem()
		return Stay
	}
	if t.edit != nil {
		return t.editKey(msg)
	}
	return t.selectKey(msg)
}

// FocusInfo describes what the focus of a table is on.
type FocusInfo struct {
	Task, Ticked               bool
	Editing, Choice, Untouched bool
	Problems                   bool // some row has one that holds its step
}

// State describes what the focus is on.
func (t *Table) State() FocusInfo {
	if len(t.cols) == 0 {
		return FocusInfo{}
	}
	done, _ := t.value(t.at, t.col).(bool)
	a := FocusInfo{Task: t.isTask(), Editing: t.edit != nil, Problems: t.problemRows > 0}
	a.Ticked = a.Task && done
	if a.Editing {
		_, a.Choice = t.edit.(*choice)
		a.Untouched = t.newRow == t.at && t.newRowIsEmpty()
	}
	return a
}
