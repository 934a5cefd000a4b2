package walk

import (
	"lotse/flows"
	"lotse/flows/run"
)

// manyRows is the most rows that are decided at once; more are decided in the
// background.
const manyRows = 2000

// AddRow adds a row to a list, with the unsubmitted input of its cells, and
// goes on.
func (w *Walk) AddRow(list flows.Address, cells map[string]flows.Value, then Then) Turn {
	return w.Take(then, run.AddRow{List: list.Whole(), Cells: cells})
}

// TakeRows adds many rows to a list: one event, one undo.
func (w *Walk) TakeRows(c run.ReplaceRows) Turn {
	p := proposal{commands: []run.Command{c}}
	if len(c.Rows) <= manyRows {
		return w.propose(p)
	}
	w.awaitsConfirm, w.save.busy = &p, true // nothing else asks the run while it decides
	return Turn{Do: []Request{Decide{c}}}
}

// Decided takes the result of the request Decide.
func (w *Walk) Decided(out run.Outcome, err error) Turn {
	p := w.awaitsConfirm
	w.awaitsConfirm, w.save.busy = nil, false
	if p == nil {
		return Turn{}
	}
	return w.decided(*p, out, err)
}

// rowsMessage tells how many rows were added.
func rowsMessage(c *run.ReplaceRows, events int) flows.Message {
	code := "dialogue.rows_taken"
	switch {
	case events == 0:
		code = "dialogue.rows_same"
	case c.Append:
		code = "dialogue.rows_added"
	}
	return flows.Msg(code, "n", len(c.Rows))
}

// DropNewRow drops what was typed into the new row of the present list, which
// was never made.
func (w *navigator) DropNewRow() {
	for a := range w.typed {
		if a.Whole() == w.at.Whole() && a.Row == "" && a.Column != "" {
			w.Forget(a)
		}
	}
}
