package key

import (
	"slices"

	"lotse/flows/run"
)

// Selection is a query as every store reads it.
type Selection struct {
	Order    run.Order
	Statuses []run.Status // those that are asked for, each once; none of them: no run
	Customer string
	Due      *int64 // in milliseconds, as stores keep it
	Aside    *bool
	Words    []string
	After    Spot // after which the page begins; nil: the first
	Limit    int
}

// SelectionOf reads a query; flows.ErrUsage.
func SelectionOf(q run.Query) (Selection, error) {
	s := Selection{Order: q.Order, Customer: q.Customer, Aside: q.Aside, Words: Words(q.Text)}
	err := CheckOrder(q.Order)
	if err == nil {
		s.Limit, err = Limit(q.Limit)
	}
	if err == nil {
		s.After, err = SpotAfter(q)
	}
	if q.DueBy != nil {
		due := q.DueBy.UnixMilli()
		s.Due = &due
	}
	for _, known := range run.Statuses {
		if len(q.Status) == 0 || slices.Contains(q.Status, known) {
			s.Statuses = append(s.Statuses, known)
		}
	}
	return s, err
}

// AllStatuses reports whether every run is asked for, whatever its status.
func (s *Selection) AllStatuses() bool { return len(s.Statuses) == len(run.Statuses) }

// OnlyAside reports whether only runs are asked for that are put aside.
func (s *Selection) OnlyAside() bool { return s.Aside != nil && *s.Aside }

// CountTo is how far the runs of a selection with words are counted: one more than
// run.MostCounted, to know whether there are more.
const CountTo = run.MostCounted + 1

// Count puts into a page how many runs the selection names, of which a store has counted
// n: all, or CountTo of those with words.
func (s *Selection) Count(p *run.Page, n int) {
	p.AtLeast = len(s.Words) > 0 && n > run.MostCounted
	if p.Total = n; p.AtLeast {
		p.Total = run.MostCounted
	}
}

// Cut takes from a page the run that a store reads beyond it, to know whether there is
// a next one.
func (s *Selection) Cut(p *run.Page) {
	if len(p.Runs) > s.Limit {
		p.Runs = p.Runs[:s.Limit]
		p.Next = OrderCursor(s.Order, &p.Runs[s.Limit-1])
	}
}
