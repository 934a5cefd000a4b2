package sqlite

import (
	"context"
	"database/sql"
	"time"

	"lotse/flows/run"
	"lotse/storage/key"
)

// SaveUnsaved keeps input of a run in the store; an empty Text and Blob removes
// it.
func (d *DB) SaveUnsaved(ctx context.Context, u run.Unsaved) error {
	return d.write(ctx, "save input", func(ctx context.Context, tx *sql.Tx) error {
		if u.Text == "" && len(u.Blob) == 0 {
			return removeUnsaved(ctx, tx, &u)
		}
		_, err := tx.ExecContext(ctx, `INSERT INTO unsaved (run, step, item, row, col, text, blob, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
			ON CONFLICT (run, item, row, col) DO UPDATE SET step = excluded.step, text = excluded.text, blob = excluded.blob, at = excluded.at`,
			u.Run, u.Step, u.Item, u.Row, u.Column, u.Text, u.Blob, u.At.UnixMilli())
		if isForeignKey(err) {
			return key.NoRun(u.Run)
		}
		return err
	})
}

func removeUnsaved(ctx context.Context, tx *sql.Tx, u *run.Unsaved) error {
	_, err := tx.ExecContext(ctx, "DELETE FROM unsaved WHERE run = ? AND item = ? AND row = ? AND col = ?", u.Run, u.Item, u.Row, u.Column)
	return err
}

// Unsaved gives a run's unsaved input.
func (d *DB) Unsaved(ctx context.Context, id string) ([]run.Unsaved, error) {
	var all []run.Unsaved
	err := d.read(ctx, "read input", func(ctx context.Context, conn *sql.Conn) error {
		rows, err := conn.QueryContext(ctx, "SELECT run, step, item, row, col, text, blob, at FROM unsaved WHERE run = ? ORDER BY item, row, col", id)
		return rowsOf(rows, err, func(rows *sql.Rows) error {
			var u run.Unsaved
			var at int64
			err := rows.Scan(&u.Run, &u.Step, &u.Item, &u.Row, &u.Column, &u.Text, &u.Blob, &at)
			u.At = time.UnixMilli(at).UTC()
			all = append(all, u)
			return err
		})
	})
	return all, err
}
