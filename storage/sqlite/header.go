package sqlite

import (
	"context"
	"database/sql"
	"errors"

	"lotse/flows/run"
	"lotse/storage/key"
)

// listed are the columns of a header with whether the run is put aside, unlisted
// without looking.
const (
	listed   = key.HeaderColumns + ", EXISTS (SELECT 1 FROM settings WHERE key = '" + run.AsidePrefix + "' || r.id)"
	unlisted = key.HeaderColumns + ", false"
)

const headerFrom = " FROM runs r JOIN customers c ON c.id = r.customer "

func scanHeader(scan func(...any) error) (run.Header, error) {
	var r key.HeaderRow
	if err := scan(r.Targets()...); err != nil {
		return run.Header{}, err
	}
	return r.Header()
}

// Header gives a run by its id or a unique prefix of it.
func (d *DB) Header(ctx context.Context, prefix string) (run.Header, error) {
	end, ok := key.End(prefix)
	if !ok {
		return run.Header{}, key.NoRun(prefix)
	}
	var found []run.Header
	err := d.read(ctx, "find run", func(ctx context.Context, conn *sql.Conn) (err error) {
		found, err = headers(ctx, conn, "SELECT "+listed+headerFrom+"WHERE r.id >= ? AND r.id < ? ORDER BY r.id LIMIT 2", prefix, end)
		return err
	})
	if err != nil {
		return run.Header{}, err
	}
	return key.Named(prefix, found)
}

func headers(ctx context.Context, q querier, query string, args ...any) ([]run.Header, error) {
	var all []run.Header
	rows, err := q.QueryContext(ctx, query, args...)
	err = rowsOf(rows, err, func(rows *sql.Rows) error {
		h, err := scanHeader(rows.Scan)
		all = append(all, h)
		return err
	})
	return all, err
}

// ignore is err, unless it is the error that means nothing here.
func ignore(err, nothing error) error {
	if errors.Is(err, nothing) {
		return nil
	}
	return err
}
