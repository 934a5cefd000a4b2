package postgres

import (
	"context"
	"strings"

	"github.com/jackc/pgx/v5"

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
	err = d.read(ctx, "find words", func(tx pgx.Tx) error {
		hits, err = s.hits(ctx, tx)
		return err
	})
	return hits[:min(len(hits), s.limit)], err
}

// find makes the selection one of runs with words: each begins a word anywhere in the
// run.
func (s *selection) find(text string) {
	s.words = key.Words(text)
	var terms []string
	for _, w := range s.words {
		if w = key.Plain(w); w != "" {
			terms = append(terms, "'"+w+"':*")
		}
	}
	s.match = strings.Join(terms, " & ")
}

// hits are the places in the newest runs, at least as many as the limit says where
// there are so many.
func (s *selection) hits(ctx context.Context, tx pgx.Tx) ([]run.Hit, error) {
	page := s.page()
	rows, err := tx.Query(ctx, page.text, page.args...)
	if err != nil {
		return nil, err
	}
	var hits []run.Hit
	_, err = pgx.AppendRows([]run.Header(nil), rows, func(row pgx.CollectableRow) (run.Header, error) {
		h, text, err := scanFound(row)
		for _, e := range key.Hits(s.words, text) {
			hits = append(hits, run.Hit{Run: h, Entry: e})
		}
		return h, err
	})
	return hits, err
}

// scanFound reads a run of a page with its text.
func scanFound(row pgx.Row) (run.Header, []run.IndexEntry, error) {
	var body, places string
	h, err := scanHeader(row, &body, &places)
	if err != nil {
		return h, nil, err
	}
	text, err := key.DecodeIndex(body, places)
	return h, text, err
}
