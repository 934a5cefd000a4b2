package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"unicode/utf8"

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
	var found []run.Header
	err := d.read(ctx, "find run", func(ctx context.Context, conn *sql.Conn) error {
		h, err := scanHeader(conn.QueryRowContext(ctx, "SELECT "+listed+headerFrom+"WHERE r.id = ?", prefix).Scan)
		if err == nil {
			found = []run.Header{h}
		}
		if !errors.Is(err, sql.ErrNoRows) || utf8.RuneCountInString(prefix) < key.MinPrefix {
			return ignore(err, sql.ErrNoRows)
		}
		found, err = headersWithPrefix(ctx, conn, prefix)
		return err
	})
	switch {
	case err != nil:
		return run.Header{}, err
	case len(found) == 0:
		return run.Header{}, key.NoRun(prefix)
	case len(found) > 1:
		return run.Header{}, key.Ambiguous(prefix, found[0].ID, found[1].ID)
	}
	return found[0], nil
}

// headersWithPrefix gives up to two runs whose ids have a prefix.
func headersWithPrefix(ctx context.Context, q querier, prefix string) ([]run.Header, error) {
	end, ok := key.End(prefix)
	if !ok {
		return nil, nil
	}
	return headers(ctx, q, "SELECT "+listed+headerFrom+"WHERE r.id >= ? AND r.id < ? ORDER BY r.id LIMIT 2", prefix, end)
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
