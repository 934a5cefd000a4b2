package postgres

import (
	"context"
	"fmt"
	"strings"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"

	"lotse/flows/run"
	"lotse/storage/key"
)

// Find gives the places where words stand, those of the newest run first.
func (d *DB) Find(ctx context.Context, q run.FindQuery) ([]run.Hit, error) {
	s, err := selectionOf(run.Query{Text: q.Text, Limit: q.Limit})
	if err != nil || s.match == "" {
		return nil, err
	}
	var hits []run.Hit
	err = d.query(ctx, "find words", func(pool *pgxpool.Pool) error {
		hits, err = s.hits(ctx, pool)
		return err
	})
	return hits[:min(len(hits), s.Limit)], err
}

// foundRun is a run of a page, with its text.
type foundRun struct {
	header run.Header
	text   []run.IndexEntry
}

// fillFound reads a page of runs with words.
func (s *selection) fillFound(ctx context.Context, pool *pgxpool.Pool, p *run.Page) error {
	page, n, err := s.readFound(ctx, pool)
	p.Runs, p.Found = nil, map[string]run.IndexEntry{}
	for _, r := range page {
		p.Runs = append(p.Runs, r.header)
		if e, ok := key.Found(s.Words, r.text); ok {
			p.Found[r.header.ID] = e
		}
	}
	s.Count(p, n)
	return err
}

// hits are the places in the newest runs, at least as many as the limit says where
// there are so many.
func (s *selection) hits(ctx context.Context, pool *pgxpool.Pool) ([]run.Hit, error) {
	page, _, err := s.readFound(ctx, pool)
	var hits []run.Hit
	for _, r := range page {
		for _, e := range key.Hits(s.Words, r.text) {
			hits = append(hits, run.Hit{Run: r.header, Entry: e})
		}
	}
	return hits, err
}

// readFound reads a page of runs with words, and counts them up to key.CountTo. Where
// there are so many, it is quicker to walk over the runs in their order until the page
// is full than to sort all that have the words. The page is then of another moment than
// the count, which is not exact any more.
func (s *selection) readFound(ctx context.Context, pool *pgxpool.Pool) (page []foundRun, n int, err error) {
	sorted := s.sortFound()
	page, err = readPage(ctx, pool, sorted, &n)
	if err == nil && len(page) == 0 && s.After != nil {
		count := s.countFound()
		err = pool.QueryRow(ctx, count.text, count.args...).Scan(&n)
	}
	if err != nil || n <= run.MostCounted {
		return page, n, err
	}
	var teams []string
	if err := pool.QueryRow(ctx, "SELECT teams()").Scan(&teams); err != nil {
		return nil, 0, err
	}
	page, err = readPage(ctx, pool, s.walkFound(teams))
	return page, n, err
}

// readPage reads what sortFound or walkFound ask for; more are the columns behind.
func readPage(ctx context.Context, pool *pgxpool.Pool, st *statement, more ...any) ([]foundRun, error) {
	rows, err := pool.Query(ctx, st.text, st.args...)
	if err != nil {
		return nil, err
	}
	return pgx.CollectRows(rows, func(row pgx.CollectableRow) (r foundRun, err error) {
		var body, places string
		if r.header, err = scanHeader(row, append([]any{&body, &places}, more...)...); err != nil {
			return r, err
		}
		if r.text, err = key.DecodeIndex(body, places); err != nil {
			return r, runDamaged(r.header.ID, err)
		}
		return r, nil
	})
}

// sortFound asks for a page of those runs with words that are counted, and for their
// number: they are searched once.
func (s *selection) sortFound() *statement {
	st := &statement{}
	st.text = "WITH hits AS MATERIALIZED (SELECT * FROM " + s.found(st) + ") SELECT " + listed + indexed + ", (SELECT count(*) FROM hits)" +
		headerFrom + indexFrom + "JOIN (SELECT r.id FROM hits r WHERE true" + s.order.later(s.After, st) + s.first() + ") p ON p.id = r.id" + s.order.by("r")
	return st
}

// countFound counts the runs with words.
func (s *selection) countFound() *statement {
	st := &statement{}
	st.text = "SELECT count(*) FROM " + s.found(st)
	return st
}

// found are the runs with words, as many as are counted.
func (s *selection) found(st *statement) string {
	whose, among, besides := "NULL", "NULL", "NULL"
	if s.Customer != "" {
		whose = st.arg(kept(s.Customer))
	}
	if aside := "ARRAY(" + asideIDs + ")"; s.OnlyAside() {
		among = aside
	} else if s.Aside != nil {
		besides = aside
	}
	return "found(" + st.arg(s.match) + "::text::tsquery, " + st.arg(s.Statuses) + ", " + whose + ", " + st.arg(s.Due) + ", " +
		among + ", " + besides + ", " + st.arg(key.CountTo) + ")"
}

// walkFound asks for a page of runs with words: it takes the first of what each team has
// of each status, one after the other, and looks for the words in it.
func (s *selection) walkFound(teams []string) *statement {
	st := &statement{}
	match := "(SELECT t.words @@ " + st.arg(s.match) + "::text::tsquery FROM %s t WHERE t.n = r.n)"
	these := s.besides(st) + " AND coalesce(" + fmt.Sprintf(match, "texts_new") + ", " + fmt.Sprintf(match, "texts") + ")" +
		s.order.later(s.After, st) + s.first()
	from := "(SELECT " + s.order.names() + " FROM runs r WHERE r.status = "
	var all []string
	for _, status := range s.Statuses {
		of := from + st.arg(status) + " AND r.team = "
		for _, team := range teams {
			all = append(all, of+st.arg(team)+these+")")
		}
	}
	st.text = "SELECT " + listed + indexed + headerFrom + indexFrom +
		"JOIN (SELECT r.id FROM (" + strings.Join(all, " UNION ALL ") + ") r" + s.first() + ") p ON p.id = r.id" + s.order.by("r")
	return st
}

// indexed are the columns of a run's text: of the newer one, where it waits to be taken in.
const (
	indexed   = ", coalesce(w.body, t.body, ''), coalesce(w.places, t.places, '')"
	indexFrom = "LEFT JOIN texts t ON t.n = r.n LEFT JOIN texts_new w ON w.n = r.n "
)
