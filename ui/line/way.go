package line

import (
	"slices"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/ui/walk"
)

// way is how the dialogue goes on once something was answered, or was left: to
// the next cell, the next item, the end of the step, the next step; or not, where
// something is wrong with what was answered.
type way struct {
	*wording
	teller  *teller
	carrier *carrier
}

// next goes to the next item, or to the end of the step.
func (w *way) next() error { return w.carrier.acts(w.walk.Go(walk.Next)) }

// nextCell goes to the next cell of the row that can be answered; behind the
// last one it says what is wrong with the row, and asks for the next row.
func (w *way) nextCell() error {
	iv := w.item()
	if iv == nil || rowAt(iv, w.at().Row) < 0 {
		return w.next()
	}
	if column := w.columnBeside(iv, 1); column != "" && !w.one {
		w.toCell(w.at().Row, column)
		return nil
	}
	row := w.at().Row
	w.toItem(w.at().Item)
	w.quiet = true
	w.teller.problems(standing(rowProblems(iv, row)))
	return nil
}

// backCell goes to the cell before, or to the list.
func (w *way) backCell() {
	iv := w.item()
	if column := w.columnBeside(iv, -1); column != "" && !w.one {
		w.toCell(w.at().Row, column)
		return
	}
	w.toItem(w.at().Item)
	w.quiet = true
}

// columnBeside is the column before or after the present one that is open in the
// row; "" for none.
func (w *way) columnBeside(iv *run.ItemView, by int) string {
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

// onlyEnter takes nothing but an empty line.
func (w *way) onlyEnter(text string) error {
	if text != "" {
		w.say(w.l.NotUnderstood)
		return nil
	}
	return w.next()
}

// judge says what is wrong with what was answered, and stays at it where
// something is.
func (w *way) judge(on func() error) error {
	iv := w.item()
	if iv == nil || !w.asks(iv) {
		return w.next()
	}
	stay := false
	for _, pv := range w.here(iv) {
		w.say(w.problem(pv))
		stay = stay || pv.Level != flows.Tell && pv.Accepted == nil
	}
	if stay {
		w.say(w.l.Again)
		return nil
	}
	return on()
}

// here are the problems of what is asked for now.
func (w *way) here(iv *run.ItemView) []run.ProblemView {
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

// complete completes the step and goes on; where something holds it open, that
// is said and gone to.
func (w *way) complete() error {
	t, err := w.carrier.carry(w.walk.Complete())
	w.held(t)
	return err
}

// held has what holds a step said again where it is asked for, without what
// stands before it.
func (w *way) held(t walk.Turn) {
	if t.Bad {
		w.told, w.brief = false, true
	}
}
