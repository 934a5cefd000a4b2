package postgres

import (
	"context"
	"encoding/json"
	"errors"
	"time"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/storage/key"
	"lotse/storage/postgres/wire"
)

// selectEvents gives the events of a run after a seq, as scanEvent reads them.
const selectEvents = `SELECT seq, at, by, CASE WHEN writer::text = by THEN '' ELSE writer::text END, mode, kind, step,
	data, salt, sum, prev, hash, bytes FROM log_of($1, $2)`

// Events gives the events of a run after a seq; none where there is no such run.
func (d *DB) Events(ctx context.Context, id string, after int64) ([]run.Event, error) {
	var all []run.Event
	err := d.query(ctx, "read events", func(pool *wire.Pool) error {
		rows, err := pool.Query(ctx, selectEvents, kept(id), after)
		if err != nil {
			return err
		}
		all, err = wire.CollectRows(rows, func(row wire.Row) (run.Event, error) { return scanEvent(id, row) })
		return err
	})
	return all, err
}

// scanEvent reads an event of a run from selectEvents.
func scanEvent(id string, row wire.Row) (run.Event, error) {
	e := run.Event{Run: id}
	var at int64
	var mode, kind string
	var data []byte
	err := row.Scan(&e.Seq, &at, &e.By, &e.Writer, &mode, &kind, &e.Step, &data, &e.Salt, &e.Sum, &e.Prev, &e.Hash, &e.Content)
	e.At, e.Data = time.UnixMilli(at).UTC(), json.RawMessage(data)
	e.By, e.Step = asWritten(e.By), asWritten(e.Step)
	e.Mode, e.Kind = run.Mode(asWritten(mode)), run.EventKind(asWritten(kind))
	return e, err
}

// Document gives the procedure of a digest.
func (d *DB) Document(ctx context.Context, digest string) ([]byte, error) {
	var doc []byte
	err := d.query(ctx, "read procedure", func(pool *wire.Pool) error {
		var format int
		err := pool.QueryRow(ctx, "SELECT format, doc FROM procedures WHERE digest = $1", kept(digest)).Scan(&format, &doc)
		if errors.Is(err, wire.ErrNoRows) {
			return key.NoProcedure(digest)
		}
		if err == nil && format > flows.NewestFormat {
			return flows.Refuse(flows.ErrNewer, nil, "store.newer_procedure", "digest", digest, "format", format)
		}
		return err
	})
	return doc, err
}
