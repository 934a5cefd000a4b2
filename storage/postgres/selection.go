package postgres

import (
	"slices"
	"strconv"

	"lotse/flows/run"
	"lotse/storage/key"
)

// statuses is the closed set that the table knows.
var statuses = []run.Status{run.StatusOpen, run.StatusWaiting, run.StatusDone, run.StatusEnded, run.StatusAbandoned}

// selection is a query as SQL needs it. Every page is read by key from an index, so
// that the last page costs what the first does.
type selection struct {
	statuses []string
	customer string
	due      *int64
	words    []string
	match    string // the words as the server searches for them
	aside    *bool
	order    ordering
	after    []any // the place after which the page begins; nil: the first
	limit    int
}

func selectionOf(q run.Query) (*selection, error) {
	if err := key.CheckOrder(q.Order); err != nil {
		return nil, err
	}
	s := &selection{customer: q.Customer, aside: q.Aside, order: orderings[q.Order]}
	var err error
	if s.limit, err = key.Limit(q.Limit); err != nil {
		return nil, err
	}
	if s.after, err = key.SpotAfter(q); err != nil {
		return nil, err
	}
	if q.DueBy != nil {
		due := q.DueBy.UnixMilli()
		s.due = &due
	}
	s.find(q.Text)
	for _, known := range statuses {
		if len(q.Status) == 0 || slices.Contains(q.Status, known) {
			s.statuses = append(s.statuses, string(known))
		}
	}
	return s, nil
}

// besides is what a selection asks for besides status and words, whatever the page.
func (s *selection) besides(st *statement) string {
	var text string
	if s.customer != "" {
		text = " AND customer = " + st.arg(kept(s.customer))
	}
	if s.due != nil {
		text += " AND due_key <= " + st.arg(*s.due)
	}
	switch {
	case s.aside == nil:
		return text
	case *s.aside:
		return text + amongAside
	default:
		return text + " AND id NOT IN (" + asideIDs + ")"
	}
}

// onlyAside reports whether only runs are asked for that are put aside.
func (s *selection) onlyAside() bool { return s.aside != nil && *s.aside }

// asideIDs are the runs that the one who asks has put aside; there are few.
var (
	asideIDs    = "SELECT substr(key, " + strconv.Itoa(len(run.AsidePrefix)+1) + ") FROM settings WHERE key >= '" + run.AsidePrefix + "' AND key < '" + asideEnd + "'"
	asideEnd, _ = key.End(run.AsidePrefix)
	amongAside  = " AND id = ANY (ARRAY(" + asideIDs + "))"
)
