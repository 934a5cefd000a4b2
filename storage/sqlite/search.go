package sqlite

import (
	"context"
	"database/sql"

	"lotse/flows/run"
	"lotse/storage/key"
)

// searchChunk is how many runs' texts are taken in at once, so that no save
// waits long.
const searchChunk = 100

// indexPending brings the search table up to date. Texts wait in a table of
// their own until then, since indexing one costs more than saving an answer.
func (d *DB) indexPending(ctx context.Context) error {
	if err := d.renewStale(ctx); err != nil {
		return err
	}
	for {
		waiting, err := d.hasPendingText(ctx)
		if err != nil || !waiting {
			return err
		}
		if err := d.write(ctx, "index runs", indexChunk); err != nil {
			return err
		}
	}
}

func (d *DB) hasPendingText(ctx context.Context) (waiting bool, err error) {
	err = d.read(ctx, "look at search", func(ctx context.Context, conn *sql.Conn) error {
		return conn.QueryRowContext(ctx, "SELECT EXISTS (SELECT 1 FROM search_pending)").Scan(&waiting)
	})
	return waiting, err
}

func indexChunk(ctx context.Context, tx *sql.Tx) error {
	const chunk = "(SELECT n FROM search_pending ORDER BY n LIMIT ?)"
	return takePending(ctx, tx, chunk, searchChunk)
}

// takePending puts the waiting texts of runs in the place of their old ones.
// which names the runs, in brackets.
func takePending(ctx context.Context, tx *sql.Tx, which string, arg any) error {
	for _, query := range []string{
		"DELETE FROM search WHERE docid IN " + which,
		"DELETE FROM search_stale WHERE n IN " + which + " AND n IN (SELECT n FROM search_pending WHERE places <> '')",
		"INSERT INTO search (docid, body) SELECT n, body FROM search_pending WHERE n IN " + which,
		"INSERT OR REPLACE INTO search_places (n, places) SELECT n, places FROM search_pending WHERE n IN " + which,
		"DELETE FROM search_pending WHERE n IN " + which,
	} {
		if _, err := tx.ExecContext(ctx, query, arg); err != nil {
			return err
		}
	}
	return nil
}

// mergeSearch merges the search table into one segment: until then deleted
// text stays in its old segments.
func mergeSearch(ctx context.Context, tx *sql.Tx) error {
	_, err := tx.ExecContext(ctx, "INSERT INTO search (search) VALUES ('optimize')")
	return err
}

// indexLater keeps the text of a run until it is taken into the search table.
func indexLater(ctx context.Context, tx *sql.Tx, n int64, index []run.IndexEntry) error {
	body, places, err := key.EncodeIndex(index)
	if err != nil {
		return err
	}
	_, err = tx.ExecContext(ctx, `INSERT INTO search_pending (n, body, places) VALUES (?, ?, ?)
		ON CONFLICT (n) DO UPDATE SET body = excluded.body, places = excluded.places`, n, body, places)
	return err
}
