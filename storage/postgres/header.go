package postgres

import (
	"context"
	"errors"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/storage/key"
	"lotse/storage/postgres/wire"
)

// listed are the columns of a header with whether the one who asks has put the run
// aside, unlisted without looking.
const (
	listed   = key.HeaderColumns + ", EXISTS (SELECT 1 FROM settings WHERE key = '" + run.AsidePrefix + "' || r.id)"
	unlisted = key.HeaderColumns + ", false"
)

const headerFrom = " FROM runs r JOIN customers c ON c.id = r.customer "

// scanHeader reads listed or unlisted, and what stands after them. Where only progress or
// news are damaged (flows.ErrDamaged), it gives the rest.
func scanHeader(row wire.Row, more ...any) (run.Header, error) {
	var r key.HeaderRow
	if err := row.Scan(append(r.Targets(), more...)...); err != nil {
		return run.Header{}, err
	}
	h, err := r.Header()
	h.ID, h.Digest = asWritten(h.ID), asWritten(h.Digest)
	h.Customer.ID, h.Customer.Name = asWritten(h.Customer.ID), asWritten(h.Customer.Name)
	if err != nil {
		return h, runDamaged(h.ID, err)
	}
	return h, nil
}

// runDamaged refuses a run of which what lists show, or search looks at, is damaged.
func runDamaged(id string, err error) error {
	return flows.Refuse(flows.ErrDamaged, nil, "store.run_damaged", "run", id).Because(err)
}

// Header gives a run by its id or a unique prefix of it.
func (d *DB) Header(ctx context.Context, prefix string) (run.Header, error) {
	from := kept(prefix)
	end, ok := key.End(from)
	if !ok {
		return run.Header{}, key.NoRun(prefix)
	}
	var found []run.Header
	err := d.query(ctx, "find run", func(pool *wire.Pool) error {
		rows, err := pool.Query(ctx, "SELECT "+listed+headerFrom+"WHERE r.id >= $1 AND r.id < $2 ORDER BY r.id LIMIT 2", from, end)
		if err != nil {
			return err
		}
		found, err = headers(rows)
		return err
	})
	if err != nil {
		return run.Header{}, err
	}
	return key.Named(prefix, found)
}

func headers(rows *wire.Rows) ([]run.Header, error) {
	return wire.CollectRows(rows, func(row wire.Row) (run.Header, error) { return legible(scanHeader(row)) })
}

// legible is a header of which only progress or news may be damaged, which is its news
// then: whoever may write one run could else close the list to all who see it.
func legible(h run.Header, err error) (run.Header, error) {
	var r *flows.Refusal
	if errors.Is(err, flows.ErrDamaged) && errors.As(err, &r) {
		h.News, err = r.Message, nil
	}
	return h, err
}
