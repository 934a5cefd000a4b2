package walk

import (
	"slices"

	"lotse/flows"
	"lotse/flows/run"
)

// Paste is a value that is entered somewhere else, as it is pasted there.
type Paste struct {
	At       flows.Address   // of the item, or of a cell
	Label    string          // its name in a sentence
	Text     string          // "" for a secret, and where there is nothing to paste yet
	Secret   bool            // it lies in the vault
	Warnings []flows.Message // what is doubtful or wrong about it
	Why      error           // a *flows.Refusal: why there is nothing to paste; nil: there is
}

// PasteAt is what an item has to paste, or a cell of a list.
func (w *position) PasteAt(at flows.Address) Paste {
	iv := w.ItemAt(at)
	switch {
	case iv == nil:
		return Paste{At: at, Why: flows.Refuse(flows.ErrUsage, at, "refuse.copy_nothing", "item", at.ItemName())}
	case len(iv.Each) > 0 && at.Row != "":
		return w.rowPaste(iv, at)
	case iv.Item.List == nil:
		return w.itemPaste(iv, at)
	}
	col, row := iv.Column(at.Column), rowIndex(iv, at.Row)
	if col == nil || row < 0 {
		return Paste{At: at, Label: iv.Label()}
	}
	return cellPaste(iv, at, row, col)
}

func (w *position) itemPaste(iv *run.ItemView, at flows.Address) Paste {
	p := Paste{At: at, Label: iv.Label()}
	p.Text, p.Secret, p.Why = w.view.Copy(iv)
	p.Warnings = append(w.AnswerWarnings(iv.From), pasteProblems(iv.Problems, "", p.Label)...)
	return p
}

// rowPaste is what an item has to copy for one row.
func (w *position) rowPaste(iv *run.ItemView, at flows.Address) Paste {
	i := slices.IndexFunc(iv.Each, func(e run.EachView) bool { return e.Row == at.Row })
	if i < 0 {
		return Paste{At: at, Label: iv.Label()}
	}
	p := Paste{At: at, Label: iv.Each[i].Label, Warnings: w.AnswerWarnings(iv.From)}
	p.Text, p.Why = w.view.CopyRow(&iv.Each[i])
	return p
}

// eachPastedRow visits the rows for which an item is there.
func eachPastedRow(iv *run.ItemView, at flows.Address, visit pasteVisit) (more bool) {
	for i := range iv.Each {
		at.Row = iv.Each[i].Row
		if !visit(iv, at, i, nil) {
			return false
		}
	}
	return true
}

// cellPaste does not look through the rows, of which there may be 10,000.
func cellPaste(iv *run.ItemView, at flows.Address, row int, col *flows.Item) Paste {
	r, label := &iv.Rows[row], inColumn(rowName(iv, row), col)
	at.Row, at.Column = r.Row, col.ID
	return Paste{At: at, Label: label, Text: r.CellText(col), Warnings: pasteProblems(r.Problems, col.ID, label)}
}

// pasteProblems are those of the problems that an answer, or a cell, has and
// nobody has accepted; that something is only missing is none.
func pasteProblems(problems []run.ProblemView, column, label string) []flows.Message {
	var list []flows.Message
	for i := range problems {
		if pv := &problems[i]; pv.Column == column && pv.Accepted == nil && !pv.Missing() {
			list = append(list, warningOf(flows.Said(label), pv))
		}
	}
	return list
}

// Pastes are the values on the present page that are entered somewhere else, in
// its order: what it has to copy, and what was typed or worked out there and it has not to
// copy besides. Choices and files are no values to enter.
func (w *position) Pastes() []Paste {
	var all []Paste
	w.eachPasted(func(iv *run.ItemView, at flows.Address, row int, col *flows.Item) (more bool) {
		if col == nil {
			all = append(all, w.PasteAt(at))
		} else {
			all = append(all, cellPaste(iv, at, row, col))
		}
		return true
	})
	return all
}

// HasPastes reports whether there are any. It is asked with every frame.
func (w *position) HasPastes() (has bool) {
	w.eachPasted(func(*run.ItemView, flows.Address, int, *flows.Item) (more bool) {
		has = true
		return false
	})
	return has
}

// pasteVisit is told an item with something to paste; in a list each cell, with
// its row and its column. It says whether it wants more.
type pasteVisit func(iv *run.ItemView, at flows.Address, row int, col *flows.Item) (more bool)

func (w *position) eachPasted(visit pasteVisit) {
	sv := w.Step()
	if sv == nil || w.IsHidden(sv) {
		return
	}
	copied := w.copiedFields(sv)
	for i := range sv.Items {
		iv := &sv.Items[i]
		at, more := flows.Address{Step: sv.Step.ID, Item: iv.Item.ID}, true
		switch {
		case !w.IsShown(iv):
		case iv.Item.List != nil:
			more = eachPastedCell(iv, at, visit)
		case iv.Item.Each != "" && iv.Item.Copy != nil:
			more = eachPastedRow(iv, at, visit)
		case iv.Item.Copy != nil, isPasted(iv.Item) && iv.Given() && !slices.Contains(copied, iv.Item.ID):
			more = visit(iv, at, 0, nil)
		}
		if !more {
			return
		}
	}
}

// copiedFields are the fields that a step has to copy.
func (w *position) copiedFields(sv *run.StepView) []string {
	var ids []string
	for i := range sv.Items {
		if w.IsShown(&sv.Items[i]) {
			ids = append(ids, sv.Items[i].From...)
		}
	}
	return ids
}

// isPasted reports whether the answer of a field, or of a column, is a value to
// enter.
func isPasted(it *flows.Item) bool {
	if it.Holds() == nil {
		return false
	}
	switch it.Holds().Type {
	case flows.TypeChoice, flows.TypeChoices, flows.TypeFile:
		return false
	}
	return true
}

// eachPastedCell visits the cells of a list that have a value to enter.
func eachPastedCell(iv *run.ItemView, at flows.Address, visit pasteVisit) (more bool) {
	for i := range iv.Rows {
		row := &iv.Rows[i]
		for k := range iv.Item.List.Columns {
			col := &iv.Item.List.Columns[k]
			if isPasted(col) && !row.Hidden[col.ID] && !flows.Empty(row.Values[col.ID]) && !visit(iv, at, i, col) {
				return false
			}
		}
	}
	return true
}
