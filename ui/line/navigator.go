package line

import (
	"slices"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/ui/walk"
)

// navigator moves on after an item was answered or left: to the next cell, the
// next item, the end of the step, the next step. If something is wrong with
// the answer it stays.
type navigator struct {
	*wording
	announcer *itemAnnouncer
	requests  *requestRunner
}

// next goes to the next item, or to the end of the step.
func (w *navigator) next() error { return w.requests.handle(w.walk.Go(walk.Next)) }

// nextCell goes to the next cell of the row that can be answered; after the
// last one it says what is wrong with the row, and asks for the next row.
func (w *navigator) nextCell() error {
	iv := w.item()
	if iv == nil || rowAt(iv, w.at().Row) < 0 {
		return w.next()
	}
	if column := w.columnBeside(iv, 1); column != "" && !w.onlyCell {
		w.toCell(w.at().Row, column)
		return nil
	}
	row := w.at().Row
	w.toItem(w.at().Item)
	w.skipList = true
	w.announcer.problems(withoutMissing(rowProblems(iv, row)))
	return nil
}

// backCell goes to the cell before, or to the list.
func (w *navigator) backCell() {
	iv := w.item()
	if column := w.columnBeside(iv, -1); column != "" && !w.onlyCell {
		w.toCell(w.at().Row, column)
		return
	}
	w.toItem(w.at().Item)
	w.skipList = true
}

// columnBeside is the nearest column before or after the present one that can
// be answered in the row; "" for none.
func (w *navigator) columnBeside(iv *run.ItemView, by int) string {
	columns, at := iv.Item.List.Columns, rowAt(iv, w.at().Row)
	if at < 0 {
		return ""
	}
	i := slices.IndexFunc(columns, func(c flows.Item) bool { return c.ID == w.at().Column })
	for i += by; i >= 0 && i < len(columns); i += by {
		if !iv.Rows[at].Hidden[columns[i].ID] {
			return columns[i].ID
		}
	}
	return ""
}

// onlyEnter accepts only an empty line.
func (w *navigator) onlyEnter(text string) error {
	if text != "" {
		w.say(w.l.NotUnderstood)
		return nil
	}
	return w.next()
}

// sayProblems says what is wrong with the answer, and goes on only if nothing
// is.
func (w *navigator) sayProblems(on func() error) error {
	iv := w.item()
	if iv == nil || !w.asks(iv) {
		return w.next()
	}
	stay := false
	for _, pv := range w.currentProblems(iv) {
		w.say(w.problem(pv))
		stay = stay || pv.Level != flows.Tell && pv.Accepted == nil
	}
	if stay {
		w.say(w.l.Again)
		return nil
	}
	return on()
}

// currentProblems are the problems of the current item or cell.
func (w *navigator) currentProblems(iv *run.ItemView) []run.ProblemView {
	if w.at().Row == "" {
		return iv.Problems
	}
	var all []run.ProblemView
	for _, pv := range rowProblems(iv, w.at().Row) {
		if pv.Column == w.at().Column {
			all = append(all, pv)
		}
	}
	return all
}

// complete completes the step and goes on; if something holds it open, that is
// said and gone to.
func (w *navigator) complete() error {
	t, err := w.requests.handleTurn(w.walk.Complete())
	w.repeatHeld(t)
	return err
}

// repeatHeld has the item that holds the step open said again, without what
// comes before it.
func (w *navigator) repeatHeld(t walk.Turn) {
	if t.Bad {
		w.announced, w.skipBefore = false, true
	}
}
