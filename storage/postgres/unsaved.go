package postgres

import (
	"context"
	"time"

	"lotse/flows/run"
	"lotse/storage/key"
	"lotse/storage/postgres/wire"
)

// SaveUnsaved keeps input of one's own in the store; an empty Text and Blob removes it.
func (d *DB) SaveUnsaved(ctx context.Context, u run.Unsaved) error {
	at := []any{kept(u.Run), kept(u.Item), kept(u.Row), kept(u.Column)}
	return d.save(ctx, "save input", func(ctx context.Context) error {
		if u.Text == "" && len(u.Blob) == 0 {
			_, err := d.pool.Exec(ctx, "DELETE FROM unsaved WHERE run = $1 AND owner = session_user AND item = $2 AND row = $3 AND col = $4", at...)
			return err
		}
		tag, err := d.pool.Exec(ctx, `INSERT INTO unsaved (run, item, row, col, step, text, blob, at) SELECT id, $2, $3, $4, $5, $6, $7, $8 FROM runs WHERE id = $1
			ON CONFLICT (run, owner, item, row, col) DO UPDATE SET step = excluded.step, text = excluded.text, blob = excluded.blob, at = excluded.at`,
			append(at, kept(u.Step), kept(u.Text), u.Blob, u.At.UnixMilli())...)
		if err == nil && tag.RowsAffected() == 0 {
			return key.NoRun(u.Run)
		}
		return err
	})
}

// Unsaved gives one's own unsaved input of a run.
func (d *DB) Unsaved(ctx context.Context, id string) ([]run.Unsaved, error) {
	var all []run.Unsaved
	err := d.query(ctx, "read input", func(pool *wire.Pool) error {
		rows, err := pool.Query(ctx, `SELECT step, item, row, col, text, blob, at FROM unsaved
			WHERE run = $1 AND owner = session_user ORDER BY item, row, col`, kept(id))
		if err != nil {
			return err
		}
		all, err = wire.CollectRows(rows, func(row wire.Row) (run.Unsaved, error) { return scanUnsaved(id, row) })
		return err
	})
	return all, err
}

func scanUnsaved(id string, row wire.Row) (run.Unsaved, error) {
	u := run.Unsaved{Run: id}
	var at int64
	err := row.Scan(&u.Step, &u.Item, &u.Row, &u.Column, &u.Text, &u.Blob, &at)
	for _, s := range []*string{&u.Step, &u.Item, &u.Row, &u.Column, &u.Text} {
		*s = asWritten(*s)
	}
	u.At = time.UnixMilli(at).UTC()
	return u, err
}
