package postgres

import (
	"bytes"
	"context"
	"errors"
	"fmt"

	"github.com/jackc/pgx/v5/pgconn"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/storage/key"
	"lotse/storage/postgres/wire"
)

// Append writes a batch in one transaction and one round trip: it is durable when Append
// returns. A batch that is there already, since the answer to it was lost, is written.
func (d *DB) Append(ctx context.Context, b run.Batch) error {
	if err := key.Check(&b); err != nil {
		return fmt.Errorf("save run: %w", err)
	}
	defer d.written.Store(true)
	return d.save(ctx, "save run", func(ctx context.Context) error {
		return d.unlessWritten(ctx, &b, nil, d.send(ctx, d.pool, &b))
	})
}

// sender is what statements are sent to at once: a pool, for which they are one
// transaction, or a transaction.
type sender interface {
	SendBatch(ctx context.Context, b *wire.Batch) error
}

// send writes a batch, all of it or nothing, or fails with what the server refuses.
func (d *DB) send(ctx context.Context, to sender, b *run.Batch) error {
	s, err := d.statements(b)
	if err != nil {
		return err
	}
	return to.SendBatch(ctx, &s.Batch)
}

// unlessWritten sorts out why a batch was not written: somebody else's events stand
// there, a thing that it needs is missing, or it was written before, with the events of
// these seqs erased.
func (d *DB) unlessWritten(ctx context.Context, b *run.Batch, erased []int64, err error) error {
	switch {
	case is(err, foreignKeyViolation):
		return key.Needs(b.Header.Customer.ID, b.Header.Digest)
	case !is(err, notNext) && !is(err, uniqueViolation):
		return err
	}
	there, ferr := d.there(ctx, b, erased)
	first := len(b.Events) > 0 && b.Events[0].Seq == 1
	switch {
	case errors.Is(ferr, wire.ErrNoRows) && !first:
		return key.NoRun(b.Header.ID)
	case errors.Is(ferr, wire.ErrNoRows) && isTaken(err):
		return flows.Refuse(flows.ErrDenied, nil, "postgres.run_elsewhere", "run", b.Header.ID).Because(err)
	case ferr != nil && !errors.Is(ferr, wire.ErrNoRows):
		return ferr
	case ferr == nil && there.all(b):
		return nil
	case ferr == nil:
		if err := key.Follows(b, there.head); err != nil {
			return err
		}
	}
	return fmt.Errorf("run %q: %w", b.Header.ID, errors.Join(flows.ErrConflict, err))
}

// isTaken reports whether there is a run of the id, which may be one that the caller may
// not see.
func isTaken(err error) bool {
	var e *pgconn.PgError
	return errors.As(err, &e) && e.ConstraintName == "runs_id_key"
}

// found is what is there of a batch.
type found struct {
	head     key.Head
	customer run.Customer
	hashes   [][]byte // of the events with the batch's seqs
	legible  int      // of the events that were to be erased
}

func (d *DB) there(ctx context.Context, b *run.Batch, erased []int64) (found, error) {
	var f found
	from, to := int64(1), int64(0)
	if n := len(b.Events); n > 0 {
		from, to = b.Events[0].Seq, b.Events[n-1].Seq
	}
	err := d.pool.QueryRow(ctx, `SELECT r.events, r.head, c.id, c.name,
			ARRAY(SELECT e.hash FROM events e WHERE e.run = r.id AND e.seq BETWEEN $2 AND $3 ORDER BY e.seq),
			(SELECT count(*) FROM events e WHERE e.run = r.id AND e.seq = ANY ($4) AND e.data IS NOT NULL)
		FROM runs r JOIN customers c ON c.id = r.customer WHERE r.id = $1`, kept(b.Header.ID), from, to, erased).
		Scan(&f.head.Seq, &f.head.Hash, &f.customer.ID, &f.customer.Name, &f.hashes, &f.legible)
	f.customer.Name = asWritten(f.customer.Name)
	return f, err
}

// all reports whether what is there is all of the batch. A new run is the customer's that
// it was to be.
func (f *found) all(b *run.Batch) bool {
	if len(b.Events) == 0 || len(f.hashes) != len(b.Events) || f.legible > 0 {
		return false
	}
	for i := range b.Events {
		if !bytes.Equal(f.hashes[i], b.Events[i].Hash) {
			return false
		}
	}
	switch {
	case b.Events[0].Seq > 1:
		return true
	case b.Customer != nil:
		return f.customer.Name == key.Name(b.Customer.Name)
	}
	return f.customer.ID == b.Header.Customer.ID
}
