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

// none reports whether no run can be one of the selection.
func (s *selection) none() bool {
	return len(s.statuses) == 0 || !keepable(s.customer) || slices.ContainsFunc(s.after, func(v any) bool {
		text, _ := v.(string)
		return !keepable(text)
	})
}

// where names the runs of a selection, whatever the page.
func (s *selection) where(st *statement) string {
	var text string
	if s.customer != "" {
		text = " AND customer = " + st.arg(s.customer)
	}
	if len(s.statuses) < len(statuses) {
		text += " AND status = ANY (" + st.arg(s.statuses) + ")"
	}
	if s.match != "" {
		text += " AND n IN (SELECT found(" + st.arg(s.match) + "::text::tsquery))"
	}
	return text + s.dueBy(st) + s.besides()
}

// dueBy names the runs that are due.
func (s *selection) dueBy(st *statement) string {
	if s.due == nil {
		return ""
	}
	return " AND due_key <= " + st.arg(*s.due)
}

// asideIDs are the runs that the one who asks has put aside; there are few.
var asideIDs = "SELECT substr(key, " + strconv.Itoa(len(run.AsidePrefix)+1) + ") FROM settings WHERE key >= '" + run.AsidePrefix + "' AND key < '" + asideEnd + "'"

var asideEnd, _ = key.End(run.AsidePrefix)

// besides names the runs that are put aside, or the others.
func (s *selection) besides() string {
	switch {
	case s.aside == nil:
		return ""
	case *s.aside:
		return " AND id = ANY (ARRAY(" + asideIDs + "))"
	default:
		return " AND id NOT IN (" + asideIDs + ")"
	}
}

// onlyAside reports whether only runs are asked for that are put aside.
func (s *selection) onlyAside() bool { return s.aside != nil && *s.aside }

// count counts the runs of a selection. Those of a status are counted as they are
// written.
func (s *selection) count() *statement {
	st := &statement{}
	if s.customer == "" && s.due == nil && s.match == "" && !s.onlyAside() {
		st.text = s.counted(st)
		return st
	}
	st.text = "SELECT count(*) FROM runs WHERE true" + s.where(st)
	return st
}

// counted sums what is counted already, without those that are put aside if they are
// not asked for.
func (s *selection) counted(st *statement) string {
	in := " WHERE status = ANY (" + st.arg(s.statuses) + ")"
	text := "SELECT coalesce(sum(runs), 0)::bigint FROM counts" + in
	if s.aside == nil {
		return text
	}
	return "SELECT (" + text + ") - (SELECT count(*) FROM runs" + in + " AND id = ANY (ARRAY(" + asideIDs + ")))"
}
