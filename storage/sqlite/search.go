package sqlite

import (
	"context"
	"database/sql"
)

// searchChunk is how many runs' texts are taken in at once, so that no save
// waits long.
const searchChunk = 100

// indexPending brings the search table up to date. Texts wait in a table of
// their own until then, since indexing one costs more than saving an answer.
func (d *DB) indexPending(ctx context.Context) error {
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
	for _, query := range []string{
		"DELETE FROM search WHERE docid IN " + chunk,
		"INSERT INTO search (docid, body) SELECT n, body FROM search_pending WHERE n IN " + chunk,
		"DELETE FROM search_pending WHERE n IN " + chunk,
	} {
		if _, err := tx.ExecContext(ctx, query, searchChunk); err != nil {
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
