package postgres

import (
	"context"
	"strconv"

	"lotse/flows/run"
	"lotse/storage/postgres/wire"
)

// Headers gives a page of runs.
func (d *DB) Headers(ctx context.Context, q run.Query) (run.Page, error) {
	s, err := selectionOf(q)
	if err != nil {
		return run.Page{}, err
	}
	var p run.Page
	if len(s.Statuses) == 0 {
		return p, nil
	}
	if s.match != "" {
		err = d.query(ctx, "list runs", func(pool *wire.Pool) error { return s.fillFound(ctx, pool, &p) })
	} else {
		err = d.read(ctx, "list runs", func(tx wire.Tx) error { return s.fill(ctx, tx, &p) })
	}
	if err != nil {
		return run.Page{}, err
	}
	s.Cut(&p)
	return p, nil
}

// fill reads a page, with one run more where there is a next page, and the total in
// one round trip.
func (s *selection) fill(ctx context.Context, tx wire.Tx, p *run.Page) error {
	var n int
	page, count := s.page(), s.count()
	var b wire.Batch
	b.Queue(planAnew)
	b.Queue(page.text, page.args...).Query(func(rows *wire.Rows) (err error) {
		p.Runs, err = headers(rows)
		return err
	})
	b.Queue(count.text, count.args...).QueryRow(func(row wire.Row) error { return row.Scan(&n) })
	err := tx.SendBatch(ctx, &b)
	s.Count(p, n)
	return err
}

// planAnew has the server plan by what is asked for: a plan for any day would walk over
// all runs for the few that are due.
const planAnew = "SET LOCAL plan_cache_mode = force_custom_plan"

// page asks for one run more than the page holds, to know whether there is a next one.
func (s *selection) page() *statement {
	st := &statement{}
	st.text = "SELECT " + listed + headerFrom + "JOIN (" + s.pageRuns(st) + ") p ON p.id = r.id" + s.order.by("r")
	return st
}

// pageRuns gives the ids of the page's runs, from the index with the fewest
// candidates.
func (s *selection) pageRuns(st *statement) string {
	if s.Customer == "" && !s.OnlyAside() {
		return s.merged(st)
	}
	return "SELECT id FROM runs r WHERE status = ANY (" + st.arg(s.statuses) + ")" + s.besides(st) + s.order.later(s.After, st) + s.first()
}

// merged takes the first of each team and status, and of those the first: nobody walks
// over the runs of others.
func (s *selection) merged(st *statement) string {
	return "SELECT r.id FROM unnest((SELECT teams())) t (team) CROSS JOIN unnest(" + st.arg(s.statuses) + "::text[]) s (status)" +
		" CROSS JOIN LATERAL (SELECT " + s.order.names() + " FROM runs r WHERE r.team = t.team AND r.status = s.status" +
		s.besides(st) + s.order.later(s.After, st) + s.first() + ") r" + s.first()
}

// first takes as many runs as a page needs, in its order. The number is written out,
// since the server plans by it.
func (s *selection) first() string { return s.order.by("r") + " LIMIT " + strconv.Itoa(s.Limit+1) }

// count counts the runs of a selection without words. Those of a status are counted as
// they are written.
func (s *selection) count() *statement {
	st := &statement{}
	in := " WHERE status = ANY (" + st.arg(s.statuses) + ")"
	switch {
	case s.Customer != "" || s.Due != nil || s.OnlyAside():
		st.text = "SELECT count(*) FROM runs" + in + s.besides(st)
	case s.Aside == nil:
		st.text = "SELECT coalesce(sum(runs), 0)::bigint FROM counts" + in
	default: // without those that are put aside
		st.text = "SELECT (SELECT coalesce(sum(runs), 0)::bigint FROM counts" + in + ") - (SELECT count(*) FROM runs" + in + amongAside + ")"
	}
	return st
}
