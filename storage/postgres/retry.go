package postgres

import (
	"context"
	"fmt"
	"math/rand/v2"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/pgxpool"
)

// How long is waited before something is tried again: longer each time, and each
// program by its own chance, so that they do not all come at once to a server that has
// just started.
const (
	firstWait = 100 * time.Millisecond
	mostWait  = 5 * time.Second
)

// save does something until it is done, or fails with what does not pass by itself,
// or the context or the patience ends: while the server restarts, cannot be reached, has
// no connection left, or found that two were in each other's way. An attempt is not
// cancelled half way, and what save is told last it returns. attempt has to be one
// that does no harm when it is done twice: the answer to a commit can be lost.
func (d *DB) save(ctx context.Context, verb string, attempt func(context.Context) error) error {
	begun, whole := time.Now(), context.WithoutCancel(ctx)
	for wait := firstWait; ; wait = min(2*wait, mostWait) {
		err := mine(whole, attempt(whole))
		if err == nil || !passes(err) || d.patience > 0 && time.Since(begun) > d.patience {
			return d.explain(verb, err)
		}
		if lost(err) { // what is idle has gone the same way
			d.pool.Reset()
		}
		select {
		case <-ctx.Done():
			return d.explain(verb, err)
		case <-time.After(wait/2 + rand.N(wait/2+1)): //nolint:gosec // spreads, and protects nothing
		}
	}
}

// write does something in one transaction, all of it or nothing, once and no more: see
// save. Where the answer to a commit was lost, the server is asked what became of it.
// do may be called again after it was rolled back, so it must not add to what it has
// gathered outside of the transaction.
func (d *DB) write(ctx context.Context, verb string, do func(context.Context, pgx.Tx) error) error {
	var open string // the transaction whose end is not known
	return d.save(ctx, verb, func(ctx context.Context) error {
		if open != "" {
			done, err := d.committed(ctx, open)
			if err != nil || done {
				return err
			}
		}
		var err error
		open, err = d.transact(ctx, do)
		return err
	})
}

// transact does something in a transaction. Where it is not known whether that was
// committed, open names it.
func (d *DB) transact(ctx context.Context, do func(context.Context, pgx.Tx) error) (open string, err error) {
	tx, err := d.pool.Begin(ctx)
	if err != nil {
		return "", err
	}
	defer func() { _ = tx.Rollback(ctx) }() // after a commit there is nothing to roll back
	if err := do(ctx, tx); err != nil {
		return "", err
	}
	var id *string
	if err := tx.QueryRow(ctx, "SELECT txid_current_if_assigned()::text").Scan(&id); err != nil {
		return "", err
	}
	err = tx.Commit(ctx)
	if err != nil && id != nil && lost(err) {
		return *id, err
	}
	return "", err
}

// committed asks what became of a transaction. One that is still at work on the server
// is an error that passes.
func (d *DB) committed(ctx context.Context, open string) (bool, error) {
	var status *string
	if err := d.pool.QueryRow(ctx, "SELECT txid_status($1::text::bigint)", open).Scan(&status); err != nil {
		return false, err
	}
	if status != nil && *status == "in progress" {
		return false, errAtWork
	}
	return status != nil && *status == "committed", nil
}

// read asks for something in one state of the database. A connection that broke while
// nobody used it is replaced, once; whoever reads has what is on the screen.
func (d *DB) read(ctx context.Context, verb string, do func(pgx.Tx) error) error {
	if err := ctx.Err(); err != nil {
		return fmt.Errorf("%s: %w", verb, err)
	}
	return d.explain(verb, d.ask(ctx, do))
}

// query is read for what is one statement, which has one state by itself and takes one
// round trip.
func (d *DB) query(ctx context.Context, verb string, do func(*pgxpool.Pool) error) error {
	if err := ctx.Err(); err != nil {
		return fmt.Errorf("%s: %w", verb, err)
	}
	err := mine(ctx, do(d.pool))
	if pgconn.SafeToRetry(err) && lost(err) && ctx.Err() == nil { // nothing was asked yet
		d.pool.Reset()
		err = mine(ctx, do(d.pool))
	}
	return d.explain(verb, err)
}

var snapshot = pgx.TxOptions{IsoLevel: pgx.RepeatableRead, AccessMode: pgx.ReadOnly}

// ask is read without a sentence. do is called once at the most: it may have gathered
// a part of the answer.
func (d *DB) ask(ctx context.Context, do func(pgx.Tx) error) error {
	begun := false
	try := func() error {
		return mine(ctx, pgx.BeginTxFunc(ctx, d.pool, snapshot, func(tx pgx.Tx) error {
			begun = true
			return do(tx)
		}))
	}
	err := try()
	if err != nil && !begun && lost(err) && ctx.Err() == nil {
		d.pool.Reset()
		err = try()
	}
	return err
}
