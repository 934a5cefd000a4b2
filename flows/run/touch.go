package run

import (
	"slices"
	"time"

	"lotse/flows"
)

// touch is what a command gave an answer to: an address, with its place.
type touch struct {
	at     place
	row    string // everyRow: from the number first on
	column string
	first  int
}

// everyRow stands where all rows of a list are touched.
const everyRow = "*"

// touches lists what a command gives answers to, so that the must problems that
// arose there can be told.
func touches(p *plan, c Command) []touch {
	switch c := c.(type) {
	case Answer:
		return touchOf(p, c.At)
	case SetSecret:
		return touchOf(p, c.At)
	case SetCell:
		return touchOf(p, c.At)
	case ReplaceRows:
		return touchOf(p, c.List.In(everyRow, ""))
	case RecordCheck:
		return touchOf(p, c.At)
	case Map:
		return touchOf(p, c.At)
	}
	return nil
}

func touchOf(p *plan, a flows.Address) []touch {
	at, ok := p.find(a)
	if !ok {
		return nil
	}
	return []touch{{at: at, row: a.Row, column: a.Column}}
}

// arose lists the must problems that stand where commands gave answers. Cells
// of imported rows that have no answer are not among them: nothing was given.
func (s *state) arose(touched []touch, now time.Time) []ProblemView {
	if len(touched) == 0 {
		return nil
	}
	j := newJudge(s.moment(), now)
	var must []ProblemView
	for _, t := range touched {
		for _, p := range j.touched(t) {
			if p.Level == flows.Must && p.Accepted == nil && t.covers(p) && !slices.ContainsFunc(must, func(m ProblemView) bool { return m.ID == p.ID && m.Item == p.Item }) {
				must = append(must, p)
			}
		}
	}
	return must
}

// touched lists the problems near a touch: of one row where it was in a row.
func (j *judge) touched(t touch) []ProblemView {
	it := j.shown(t.at)
	if t.row == "" || t.row == everyRow {
		return j.all(t.at)
	}
	r := j.lists[it.ID]
	if r == nil || r.at(t.row) < 0 {
		return nil
	}
	row := r.order[r.at(t.row)]
	return j.row(it, t.at, row, j.twice(it, r, row)).Problems
}

func (t touch) covers(p ProblemView) bool {
	if t.row == everyRow {
		return p.Row == "" || p.Code != "required" && rowNumber(p.Row) >= t.first
	}
	return p.Row == t.row && p.Column == t.column
}

// search is the run's text for the search table: customer, procedure and the
// answers that are no secrets, as far as they fit.
func (s *state) search() string {
	text := searchText{}
	text.add(s.started.Customer.Name)
	text.add(s.plan.proc.Title)
	for _, st := range s.plan.proc.Steps {
		for i := range st.Items {
			s.searchItem(&text, &st.Items[i])
		}
	}
	return string(text)
}

const maxSearch = 16 << 10

// searchText collects text up to its limit.
type searchText []byte

func (t *searchText) add(v flows.Value) bool {
	switch v := v.(type) {
	case string:
		*t = append(append(*t, v...), '\n')
	case []string:
		for _, e := range v {
			*t = append(append(*t, e...), '\n')
		}
	}
	return len(*t) < maxSearch
}

func (s *state) searchItem(text *searchText, it *flows.Item) {
	switch it.Kind {
	case flows.KindField:
		if a := s.answers[it.ID]; a != nil {
			text.add(a.value)
		}
	case flows.KindList:
		if r := s.lists[it.ID]; r != nil {
			searchRows(text, it, r.order)
		}
	}
}

func searchRows(text *searchText, it *flows.Item, order []*row) {
	for _, r := range order {
		for i := range it.List.Columns {
			if c := &it.List.Columns[i]; c.Kind == flows.KindField && c.Field.Type != flows.TypeChoice && !text.add(r.cell(c.ID).value) {
				return
			}
		}
	}
}
