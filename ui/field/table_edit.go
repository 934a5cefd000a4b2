package field

import (
	"slices"
	"strings"

	"lotse/flows"
	"lotse/flows/run"
)

// Edit is a change that a table asks for.
type Edit struct {
	Row    string // "": a row that is not made yet, after the row After
	After  string
	Column string
	Value  flows.Value
	Kind   EditKind
	Text   string // of AddRows: as it was pasted
}

// EditKind is the kind of an edit.
type EditKind int

// The kinds of edits.
const (
	SetCell EditKind = iota
	TickCell
	UntickCell
	RemoveRow
	AddRows // many cells at once, pasted; whoever asked reads them
)

// move is where the focus goes after an edit.
type move int

const (
	stay move = iota
	forward
	back
	rowUp
	rowDown
	rowBelow // a fresh one
)

// Edit is the last requested change.
func (t *Table) Edit() Edit { return t.requested }

// FinishEdit reports the result of the edit: done, with the id of the row that
// was made; or not done, and then the typed text stays.
func (t *Table) FinishEdit(done bool, rows []run.RowView, made string) {
	m := t.pending
	t.pending = stay
	if !done {
		return
	}
	t.forget()
	if made != "" && t.newRow == t.at {
		t.newRow = -1
		t.storeRows(rows)
		t.at = max(0, slices.IndexFunc(rows, func(r run.RowView) bool { return r.Row == made }))
	}
	t.SetRows(rows)
	wasEditing := t.edit != nil
	t.edit = nil
	t.step(m, wasEditing)
	if t.edit == nil && t.newRow == t.at {
		t.openEditor() // in a row that is not made yet one types
	}
}

// Paste implements Widget: it pastes into a cell, or asks for many cells at
// once.
func (t *Table) Paste(s string) string {
	t.loose = false
	if t.isManyCells(s) {
		t.requested = Edit{Kind: AddRows, Text: s}
		return ""
	}
	if t.edit == nil {
		t.openEditor()
	}
	if t.edit == nil {
		return t.kit.Text.Typing.PasteChoice
	}
	if _, ok := t.edit.(*area); !ok {
		s = strings.TrimRight(s, "\r\n") // a copied cell ends its line
	}
	return t.edit.Paste(s)
}

// Pasted is the rows that a paste asks for; ok is false for none.
func (t *Table) Pasted() (Edit, bool) {
	e := t.requested
	t.requested = Edit{}
	return e, e.Kind == AddRows
}
