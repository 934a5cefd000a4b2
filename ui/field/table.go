package field

import (
	"slices"
	"strings"

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

// Edit is a change that a table asks for.
type Edit struct {
	Row    string // "": a row that is not made yet, after the row After
	After  string
	Column string
	Value  flows.Value
	Kind   EditKind
	Text   string // of AddRows: as it was pasted
}

// EditKind tells edits apart.
type EditKind int

// The kinds of edits.
const (
	SetCell EditKind = iota
	TickCell
	UntickCell
	RemoveRow
	AddRows // many cells at once, pasted; whoever asked reads them
)

// move is where the focus goes once an edit is done.
type move int

const (
	stay move = iota
	forward
	back
	rowUp
	rowDown
	rowBelow // a fresh one
)

// Table makes the widget of a list.
func (k Kit) Table(it *flows.Item, rows []run.RowView) *Table {
	t := &Table{kit: k, list: it.List, name: it.List.Row, cols: it.List.Columns, fresh: -1, drafts: map[[2]string]string{}, width: 60, height: 12}
	if t.name == "" {
		t.name = k.Text.List.Row
	}
	t.take(rows)
	return t
}

// Renew takes the list as a later view has it; the focus stays where it is.
func (t *Table) Renew(it *flows.Item, rows []run.RowView) {
	t.list, t.cols = it.List, it.List.Columns
	t.SetRows(rows)
}

// spot is a place in the table.
type spot struct{ row, col int }

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

// Edit is the change that was asked for last.
func (t *Table) Edit() Edit { return t.asked }

// Settle says what became of the edit: done, with the id of the row that was
// made, or not done, and then what was typed stays.
func (t *Table) Settle(done bool, rows []run.RowView, made string) {
	m := t.pending
	t.pending = stay
	if !done {
		return
	}
	t.forget()
	if made != "" && t.fresh == t.at {
		t.fresh = -1
		t.take(rows)
		t.at = max(0, slices.IndexFunc(rows, func(r run.RowView) bool { return r.Row == made }))
	}
	t.SetRows(rows)
	wasEditing := t.edit != nil
	t.edit = nil
	t.step(m, wasEditing)
	if t.edit == nil && t.fresh == t.at {
		t.begin() // in a row that is not made yet one types
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

// Paste implements Widget: into a cell, or many cells at once.
func (t *Table) Paste(s string) string {
	if t.several(s) {
		t.asked = Edit{Kind: AddRows, Text: s}
		return ""
	}
	if t.edit == nil {
		t.begin()
	}
	if t.edit == nil {
		return t.kit.Text.Typing.PasteChoice
	}
	if _, ok := t.edit.(*area); !ok {
		s = strings.TrimRight(s, "\r\n") // a copied cell ends its line
	}
	return t.edit.Paste(s)
}

// Pasted gives the rows that a paste asks for; ok is false for none.
func (t *Table) Pasted() (Edit, bool) {
	e := t.asked
	t.asked = Edit{}
	return e, e.Kind == AddRows
}

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
