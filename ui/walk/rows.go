package walk

import (
	"lotse/flows"
	"lotse/flows/run"
)

// manyRows is how many rows are decided at once. More are decided beside the
// dialogue.
const manyRows = 2000

// AddRow adds a row to a list, and goes on. What was typed for its cells is in
// it.
func (w *Walk) AddRow(list flows.Address, cells map[string]flows.Value, then Then) Turn {
	return w.Take(then, run.AddRow{List: list.Whole(), Cells: cells})
}

// TakeRows takes many rows into a list: one event, one undo.
func (w *Walk) TakeRows(c run.ReplaceRows) Turn {
	p := proposal{commands: []run.Command{c}}
	if len(c.Rows) <= manyRows {
		return w.propose(p)
	}
	w.asked, w.save.busy = &p, true // nothing else asks the run while it decides
	return Turn{Do: []Request{Decide{c}}}
}

// Decided hears how Decide ended.
func (w *Walk) Decided(out run.Outcome, err error) Turn {
	p := w.asked
	w.asked, w.save.busy = nil, false
	if p == nil {
		return Turn{}
	}
	return w.decided(*p, out, err)
}

// rowsCame tells how many rows came.
func rowsCame(c *run.ReplaceRows, events int) flows.Message {
	code := "dialogue.rows_taken"
	switch {
	case events == 0:
		code = "dialogue.rows_same"
	case c.Append:
		code = "dialogue.rows_added"
	}
	return flows.Msg(code, "n", len(c.Rows))
}

// DropNewRow forgets what was typed into a row of the list at which the dialogue
// stands that was not made.
func (w *course) DropNewRow() {
	for a := range w.typed {
		if a.Whole() == w.at.Whole() && a.Row == "" && a.Column != "" {
			w.Forget(a)
		}
	}
}
