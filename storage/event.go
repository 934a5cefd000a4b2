package storage

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"lotse/flows/run"
)

// Events gives the events of a run after a seq; none where there is no such run.
func (d *DB) Events(ctx context.Context, id string, after int64) ([]run.Event, error) {
	var all []run.Event
	err := d.read(ctx, "read events", func(ctx context.Context, tx *sql.Tx) error {
		var err error
		all, err = eventsOf(ctx, tx, id, after)
		return err
	})
	return all, err
}

func eventsOf(ctx context.Context, q querier, id string, after int64) ([]run.Event, error) {
	all, err := bareEvents(ctx, q, id, after)
	if err != nil {
		return nil, err
	}
	rows, err := q.QueryContext(ctx, "SELECT seq, bytes FROM contents WHERE run = ? AND seq > ?", id, after)
	err = rowsOf(rows, err, func(rows *sql.Rows) error {
		var seq int64
		var content []byte
		if err := rows.Scan(&seq, &content); err != nil {
			return err
		}
		for i := range all {
			if all[i].Seq == seq {
				all[i].Content = content
			}
		}
		return nil
	})
	return all, err
}

func bareEvents(ctx context.Context, q querier, id string, after int64) ([]run.Event, error) {
	var all []run.Event
	rows, err := q.QueryContext(ctx, `SELECT seq, at, by, mode, kind, step, data, salt, sum, prev, hash
		FROM events WHERE run = ? AND seq > ? ORDER BY seq`, id, after)
	err = rowsOf(rows, err, func(rows *sql.Rows) error {
		e := run.Event{Run: id}
		var at int64
		var data []byte
		if err := rows.Scan(&e.Seq, &at, &e.By, &e.Mode, &e.Kind, &e.Step, &data, &e.Salt, &e.Sum, &e.Prev, &e.Hash); err != nil {
			return err
		}
		e.At, e.Data = time.UnixMilli(at).UTC(), data
		all = append(all, e)
		return nil
	})
	return all, err
}

// Document gives the procedure of a digest.
func (d *DB) Document(ctx context.Context, digest string) ([]byte, error) {
	var doc []byte
	err := d.read(ctx, "read procedure", func(ctx context.Context, tx *sql.Tx) error {
		var format int
		err := tx.QueryRowContext(ctx, "SELECT format, doc FROM procedures WHERE digest = ?", digest).Scan(&format, &doc)
		if errors.Is(err, sql.ErrNoRows) {
			return failure(run.ErrNotFound, nil, "The procedure with the digest %q is not in %q.", digest, d.path)
		}
		if err == nil && format > documentFormat {
			return fmt.Errorf("procedure %q has format %d: %w", digest, format, run.ErrNewer)
		}
		return err
	})
	return doc, err
}
