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
