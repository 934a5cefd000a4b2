package run

import (
	"slices"
	"time"

	"lotse/flows"
)

// changedItem is an item, a row or a cell that a command changes.
type changedItem struct {
	at     place
	row    string // "" outside lists; allRows from the number first on
	column string
	first  int
}

// allRows as a row means every row of the list.
const allRows = "*"

// itemsAnswered lists what a command gives answers to, so that new must
// problems there can be reported.
func itemsAnswered(p *plan, c Command) []changedItem {
	switch c := c.(type) {
	case Take:
		return itemsAnswered(p, c.Command)
	case Answer:
		return itemAt(p, c.At)
	case SetSecret:
		return itemAt(p, c.At)
	case SetCell:
		return itemAt(p, c.At)
	case ReplaceRows:
		return itemAt(p, c.List.In(allRows, ""))
	case RecordCheck:
		return itemAt(p, c.At)
	case Map:
		return itemAt(p, c.At)
	}
	return nil
}

func itemAt(p *plan, a flows.Address) []changedItem {
	at, ok := p.find(a)
	if !ok {
		return nil
	}
	return []changedItem{{at: at, row: a.Row, column: a.Column}}
}

// newMustProblems lists the must problems of the items that commands answered.
// Cells of imported rows without an answer are not among them: nothing was
// given there.
func (s *state) newMustProblems(items []changedItem, now time.Time) []ProblemView {
	if len(items) == 0 {
		return nil
	}
	f := newProblemFinder(s.evaluateOn(now), now)
	var must []ProblemView
	for _, t := range items {
		for _, p := range f.problemsNear(t) {
			if p.Level == flows.Must && p.Accepted == nil && t.isAt(p) && !slices.ContainsFunc(must, func(m ProblemView) bool { return m.ID == p.ID && m.Item == p.Item }) {
				must = append(must, p)
			}
		}
	}
	return must
}

// problemsNear lists the problems of the changed item's row, or of the whole
// item if the change was not in a row.
func (f *problemFinder) problemsNear(t changedItem) []ProblemView {
	it := f.shown(t.at)
	if t.row == "" || t.row == allRows {
		return f.allProblems(t.at)
	}
	r := f.lists[it.ID]
	if r == nil || r.at(t.row) < 0 {
		return nil
	}
	row := r.order[r.at(t.row)]
	return f.rowView(it, t.at, row, f.duplicateColumns(it, r, row)).Problems
}

// isAt reports whether a problem is about the changed item.
func (t changedItem) isAt(p ProblemView) bool {
	if t.row == allRows {
		return p.Row == "" || p.Code != "required" && rowNumber(p.Row) >= t.first
	}
	return p.Row == t.row && p.Column == t.column
}
