package postgres

import (
	"context"

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

// pageFound asks for a page of runs with words, each with its text and how many there
// are: they are searched once.
func (s *selection) pageFound() *statement {
	st := &statement{}
	hits := "SELECT * FROM found(" + st.arg(s.match) + "::text::tsquery, " + st.arg(s.Statuses) + ") WHERE true" + s.besides(st)
	st.text = "WITH hits AS MATERIALIZED (" + hits + ") SELECT " + listed + ", coalesce(x.body, ''), coalesce(x.places, ''), (SELECT count(*) FROM hits)" +
		headerFrom + "LEFT JOIN texts x ON x.n = r.n JOIN (SELECT r.id FROM hits r WHERE true" + s.order.later(s.After, st) + s.first() + ") p ON p.id = r.id" +
		s.order.by("r")
	return st
}

// countFound counts the runs with words.
func (s *selection) countFound() *statement {
	st := &statement{}
	st.text = "SELECT count(*) FROM found(" + st.arg(s.match) + "::text::tsquery, " + st.arg(s.Statuses) + ") WHERE true" + s.besides(st)
	return st
}

// fillFound reads a page of runs with words.
func (s *selection) fillFound(ctx context.Context, pool *pgxpool.Pool, p *run.Page) error {
	p.Runs, p.Found = nil, map[string]run.IndexEntry{}
	var err error
	p.Total, err = s.eachFound(ctx, pool, func(h run.Header, text []run.IndexEntry) {
		p.Runs = append(p.Runs, h)
		if e, ok := key.Found(s.Words, text); ok {
			p.Found[h.ID] = e
		}
	})
	if err != nil || len(p.Runs) > 0 || s.After == nil {
		return err
	}
	count := s.countFound()
	return pool.QueryRow(ctx, count.text, count.args...).Scan(&p.Total)
}

// hits are the places in the newest runs, at least as many as the limit says where
// there are so many.
func (s *selection) hits(ctx context.Context, pool *pgxpool.Pool) ([]run.Hit, error) {
	var hits []run.Hit
	_, err := s.eachFound(ctx, pool, func(h run.Header, text []run.IndexEntry) {
		for _, e := range key.Hits(s.Words, text) {
			hits = append(hits, run.Hit{Run: h, Entry: e})
		}
	})
	return hits, err
}

// eachFound calls do with each run of a page and its text. total is of all that have
// the words; 0 where none is on the page.
func (s *selection) eachFound(ctx context.Context, pool *pgxpool.Pool, do func(run.Header, []run.IndexEntry)) (total int, err error) {
	page := s.pageFound()
	rows, err := pool.Query(ctx, page.text, page.args...)
	if err != nil {
		return 0, err
	}
	defer rows.Close()
	for rows.Next() {
		var body, places string
		h, err := scanHeader(rows, &body, &places, &total)
		if err != nil {
			return 0, err
		}
		text, err := key.DecodeIndex(body, places)
		if err != nil {
			return 0, runDamaged(h.ID, err)
		}
		do(h, text)
	}
	return total, rows.Err()
}
