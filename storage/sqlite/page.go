package sqlite

import (
	"context"
	"database/sql"
	"strings"

	"lotse/flows/run"
	"lotse/storage/key"
)

// Headers gives a page of runs.
func (d *DB) Headers(ctx context.Context, q run.Query) (run.Page, error) {
	s, err := selectionOf(q)
	if err != nil {
		return run.Page{}, err
	}
	if s.match != "" {
		if err := d.indexPending(ctx); err != nil {
			return run.Page{}, err
		}
	}
	var p run.Page
	err = d.read(ctx, "list runs", func(ctx context.Context, conn *sql.Conn) error {
		return inSnapshot(ctx, conn, func() error { return s.fill(ctx, conn, &p) })
	})
	if err != nil {
		return run.Page{}, err
	}
	s.Cut(&p)
	return p, nil
}

// fill reads a page, with one run more where there is a next page.
func (s *selection) fill(ctx context.Context, conn *sql.Conn, p *run.Page) error {
	query, args := s.page()
	var err error
	if p.Runs, err = headers(ctx, conn, query, args...); err != nil {
		return err
	}
	if p.Found, err = s.found(ctx, conn, p.Runs); err != nil {
		return err
	}
	var n int
	query, args = s.count()
	err = conn.QueryRowContext(ctx, query, args...).Scan(&n)
	s.Count(p, n)
	return err
}

// selection is a query as SQL needs it. Every page is read by key from an
// index, so that the last page costs what the first does.
type selection struct {
	key.Selection
	order ordering
	match string // the words as FTS searches for them
}

func selectionOf(q run.Query) (*selection, error) {
	asked, err := key.SelectionOf(q)
	s := &selection{Selection: asked, order: orderings[q.Order]}
	if len(s.Words) > 0 {
		s.match = strings.Join(s.Words, "* ") + "*"
	}
	return s, err
}

// page asks for one run more than the page holds, to know whether there is a
// next one.
func (s *selection) page() (string, []any) {
	inner, args := s.pageRuns()
	query := "SELECT " + listed + " FROM (" + inner + ") p JOIN runs r ON r.n = p.n JOIN customers c ON c.id = r.customer" +
		s.order.by("r.")
	return query, args
}

// pageRuns gives the numbers of the page's runs, from the index with the
// fewest candidates.
func (s *selection) pageRuns() (string, []any) {
	if len(s.Statuses) == 0 {
		return "SELECT n FROM runs WHERE 0", nil
	}
	// Of all runs with words, these are looked up once.
	if s.Customer == "" && s.Due == nil && !s.OnlyAside() && (s.match == "" || !s.AllStatuses()) {
		return s.merged()
	}
	where, args := s.where()
	later, place := s.later()
	return "SELECT n FROM runs " + s.index() + where + later + s.order.by("") + " LIMIT ?",
		append(append(args, place...), s.Limit+1)
}

// merged takes the first of each status and of those the first.
func (s *selection) merged() (string, []any) {
	var parts []string
	var args []any
	for _, status := range s.Statuses {
		later, place := s.later()
		part := "SELECT * FROM (SELECT n, " + s.order.names("") + " FROM runs INDEXED BY " + s.order.index + " WHERE status = ?" + later + s.besides()
		args = append(append(args, string(status)), place...)
		if s.match != "" {
			part += matching
			args = append(args, s.match)
		}
		parts = append(parts, part+s.order.by("")+" LIMIT ?)")
		args = append(args, s.Limit+1)
	}
	return "SELECT n FROM (" + strings.Join(parts, " UNION ALL ") + ")" + s.order.by("") + " LIMIT ?", append(args, s.Limit+1)
}

const matching = " AND n IN (SELECT docid FROM search WHERE search MATCH ?)"

// index is the index of a query by customer or by due time.
func (s *selection) index() string {
	switch {
	case s.Customer != "":
		return "INDEXED BY runs_customer"
	case s.Due != nil:
		return "INDEXED BY runs_due"
	}
	return "" // by their ids: those that are put aside
}

// where names the runs of a query, whatever the page.
func (s *selection) where() (string, []any) {
	var terms []string
	var args []any
	if s.Customer != "" {
		terms, args = append(terms, "customer = ?"), append(args, s.Customer)
	}
	if s.Due != nil {
		terms, args = append(terms, "due <= ?"), append(args, *s.Due)
	}
	if !s.AllStatuses() {
		terms = append(terms, "status IN ("+placeholders(len(s.Statuses))+")")
		for _, status := range s.Statuses {
			args = append(args, string(status))
		}
	}
	if len(terms) == 0 {
		terms = []string{"true"}
	}
	query := " WHERE " + strings.Join(terms, " AND ") + s.besides()
	if s.match != "" {
		query, args = query+matching, append(args, s.match)
	}
	return query, args
}

// count counts the runs of a query: those with words up to key.CountTo. Those of a
// status are counted as they are written.
func (s *selection) count() (string, []any) {
	if len(s.Statuses) == 0 {
		return "SELECT 0", nil
	}
	if s.Customer == "" && s.Due == nil && s.match == "" && !s.OnlyAside() {
		return s.counted()
	}
	where, args := s.where()
	query := "FROM runs " + s.index() + where
	if s.match == "" {
		return "SELECT count(*) " + query, args
	}
	return "SELECT count(*) FROM (SELECT 1 " + query + " LIMIT ?)", append(args, key.CountTo)
}

// counted sums what is counted already, without those that are put aside if they
// are not asked for.
func (s *selection) counted() (string, []any) {
	var args []any
	for _, status := range s.Statuses {
		args = append(args, string(status))
	}
	in := " WHERE status IN (" + placeholders(len(args)) + ")"
	query := "SELECT coalesce(sum(runs), 0) FROM counts" + in
	if s.Aside == nil {
		return query, args
	}
	return "SELECT (" + query + ") - (SELECT count(*) FROM runs" + in + " AND id IN " + asideIDs + ")", append(args, args...)
}

// placeholders are n parameters of a statement.
func placeholders(n int) string { return "?" + strings.Repeat(", ?", n-1) }

// quoted are names of columns, which may be words of SQL.
func quoted(names []string) string { return `"` + strings.Join(names, `", "`) + `"` }
