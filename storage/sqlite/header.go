package sqlite

import (
	"context"
	"database/sql"
	"encoding/hex"
	"errors"
	"time"
	"unicode/utf8"

	"lotse/flows/run"
	"lotse/storage/key"
)

const headerColumns = `r.id, r.procedure, r.version, r.title, r.digest, r.customer, c.name, r.mode, r.status, r.lang,
	r.started, r.changed, r.events, r.head, r.due, r.progress, r.current, r.current_title, r.why`

const headerFrom = " FROM runs r JOIN customers c ON c.id = r.customer "

func scanHeader(scan func(...any) error) (run.Header, error) {
	var h run.Header
	var started, changed int64
	var due sql.NullInt64
	var head []byte
	var steps string
	err := scan(&h.ID, &h.Procedure, &h.ProcedureVersion, &h.Title, &h.Digest, &h.Customer.ID, &h.Customer.Name, &h.Mode, &h.Status, &h.Lang,
		&started, &changed, &h.Events, &head, &due, &steps, &h.Current, &h.CurrentTitle, &h.Why)
	if err != nil {
		return h, err
	}
	h.Started, h.Changed = time.UnixMilli(started).UTC(), time.UnixMilli(changed).UTC()
	h.Head = hex.EncodeToString(head)
	if due.Valid {
		at := time.UnixMilli(due.Int64).UTC()
		h.Due = &at
	}
	h.Progress, err = readProgress(steps)
	return h, err
}

// minPrefix is the length of the shortest prefix that may name a run.
const minPrefix = 2

// Header gives a run by its id or a unique prefix of it.
func (d *DB) Header(ctx context.Context, prefix string) (run.Header, error) {
	var found []run.Header
	err := d.read(ctx, "find run", func(ctx context.Context, conn *sql.Conn) error {
		h, err := scanHeader(conn.QueryRowContext(ctx, "SELECT "+headerColumns+headerFrom+"WHERE r.id = ?", prefix).Scan)
		if err == nil {
			found = []run.Header{h}
		}
		if !errors.Is(err, sql.ErrNoRows) || utf8.RuneCountInString(prefix) < minPrefix {
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
	return headers(ctx, q, "SELECT "+headerColumns+headerFrom+"WHERE r.id >= ? AND r.id < ? ORDER BY r.id LIMIT 2", prefix, end)
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
