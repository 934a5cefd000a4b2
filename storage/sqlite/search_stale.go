package sqlite

import (
	"context"
	"database/sql"
	"time"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/storage/key"
)

// staleChunk is how many texts of an older version are made anew with a search,
// those of the newest runs first: it takes some milliseconds a run.
const staleChunk = 50

// renewStale makes texts anew that an older version wrote.
func (d *DB) renewStale(ctx context.Context) error {
	var ids []string
	err := d.read(ctx, "look at older texts", func(ctx context.Context, conn *sql.Conn) (err error) {
		ids, err = sumsOf(ctx, conn, "SELECT id FROM runs WHERE n IN (SELECT n FROM search_stale) ORDER BY changed DESC LIMIT ?", staleChunk)
		return err
	})
	if err != nil || len(ids) == 0 {
		return err
	}
	texts := map[string]run.Batch{}
	for _, id := range ids {
		texts[id] = d.textAnew(ctx, id)
	}
	return d.write(ctx, "index older runs", func(ctx context.Context, tx *sql.Tx) error {
		for id, b := range texts {
			if err := replaceStale(ctx, tx, id, &b); err != nil {
				return err
			}
		}
		return nil
	})
}

// textAnew gives the text of a run and its newest seq. A run that cannot be read
// keeps the text that it has: opening it says why, and a search goes on.
func (d *DB) textAnew(ctx context.Context, id string) run.Batch {
	s, err := run.Resume(ctx, run.Env{Now: time.Now}, d, id, func(doc []byte) (*flows.Procedure, error) { return flows.Decode(doc) })
	if err != nil {
		return run.Batch{}
	}
	h := s.View(time.Now()).Header
	return run.Batch{Header: h, Index: s.Index()}
}

// replaceStale lets a text wait to be taken in, unless the run has got events
// since it was made: a newer text came with them.
func replaceStale(ctx context.Context, tx *sql.Tx, id string, b *run.Batch) error {
	if len(b.Index) > 0 {
		body, places, err := key.EncodeIndex(b.Index)
		if err != nil {
			return err
		}
		_, err = tx.ExecContext(ctx, `INSERT INTO search_pending (n, body, places)
			SELECT n, ?, ? FROM runs WHERE id = ? AND events = ? ON CONFLICT (n) DO UPDATE SET body = excluded.body, places = excluded.places`,
			body, places, id, b.Header.Events)
		if err != nil {
			return err
		}
	}
	_, err := tx.ExecContext(ctx, "DELETE FROM search_stale WHERE n = (SELECT n FROM runs WHERE id = ?)", id)
	return err
}
