package sqlite

import (
	"context"
	"database/sql"

	"lotse/flows/run"
	"lotse/storage/key"
)

// Find gives the places where words stand, those of the newest run first.
func (d *DB) Find(ctx context.Context, q run.FindQuery) ([]run.Hit, error) {
	s, err := selectionOf(run.Query{Text: q.Text, Limit: q.Limit})
	if err != nil || s.match == "" {
		return nil, err
	}
	if err := d.indexPending(ctx); err != nil {
		return nil, err
	}
	var hits []run.Hit
	err = d.read(ctx, "find words", func(ctx context.Context, conn *sql.Conn) error {
		return inSnapshot(ctx, conn, func() error {
			hits, err = s.hits(ctx, conn)
			return err
		})
	})
	return hits[:min(len(hits), s.Limit)], err
}

// hits are the places in the newest runs, at least as many as the limit says
// where there are so many.
func (s *selection) hits(ctx context.Context, conn *sql.Conn) ([]run.Hit, error) {
	query, args := s.page()
	runs, err := headers(ctx, conn, query, args...)
	if err != nil {
		return nil, err
	}
	texts, err := indexes(ctx, conn, runs)
	if err != nil {
		return nil, err
	}
	var hits []run.Hit
	for _, h := range runs {
		for _, e := range key.Hits(s.Words, texts[h.ID]) {
			hits = append(hits, run.Hit{Run: h, Entry: e})
		}
	}
	return hits, nil
}

// found says of runs where the words stand that make them some of the selection.
func (s *selection) found(ctx context.Context, conn *sql.Conn, runs []run.Header) (map[string]run.IndexEntry, error) {
	if s.match == "" {
		return nil, nil
	}
	texts, err := indexes(ctx, conn, runs)
	if err != nil {
		return nil, err
	}
	all := map[string]run.IndexEntry{}
	for id, text := range texts {
		if e, ok := key.Found(s.Words, text); ok {
			all[id] = e
		}
	}
	return all, nil
}

// indexes are the texts of runs, by their ids.
func indexes(ctx context.Context, conn *sql.Conn, runs []run.Header) (map[string][]run.IndexEntry, error) {
	all := map[string][]run.IndexEntry{}
	if len(runs) == 0 {
		return all, nil
	}
	ids := make([]any, len(runs))
	for i := range runs {
		ids[i] = runs[i].ID
	}
	//nolint:gosec // what is added are parameters
	rows, err := conn.QueryContext(ctx, `SELECT r.id, s.body, coalesce(p.places, '')
		FROM runs r JOIN search s ON s.docid = r.n LEFT JOIN search_places p ON p.n = r.n
		WHERE r.id IN (`+placeholders(len(ids))+")", ids...)
	err = rowsOf(rows, err, func(rows *sql.Rows) (err error) {
		var id, body, places string
		if err := rows.Scan(&id, &body, &places); err != nil {
			return err
		}
		all[id], err = key.DecodeIndex(body, places)
		return err
	})
	return all, err
}
