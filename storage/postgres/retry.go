package postgres

import (
	"context"
	"fmt"
	"math/rand/v2"
	"time"

	"github.com/jackc/pgx/v5/pgconn"

	"lotse/storage/postgres/wire"
)

// How long is waited before something is tried again: longer each time, and each
// program by its own chance, so that they do not all come at once to a server that has
// just started.
const (
	firstWait = 100 * time.Millisecond
	mostWait  = 5 * time.Second
)

// save does something until it is done, or fails with what does not pass by itself,
// or the context or the patience ends. An attempt is not cancelled half way. Done twice,
// it has to be as if it were done once: the answer to a commit can be lost.
func (d *DB) save(ctx context.Context, verb string, attempt func(context.Context) error) error {
	whole := context.WithValue(context.WithoutCancel(ctx), saving{}, true)
	return d.explain(verb, again(ctx, d.patience, func() error {
		err := mine(whole, attempt(whole))
		if err != nil && lost(err) { // what is idle has gone the same way
			d.pool.Reset()
		}
		return err
	}))
}

// again attempts something until it is done, or fails with what does not pass by itself,
// or the context or the patience ends; 0 is patience without end. It passes by itself that
// the server restarts, cannot be reached, has no connection left, or found that two were in
// each other's way. What an attempt says last is returned.
func again(ctx context.Context, patience time.Duration, attempt func() error) error {
	begun := time.Now()
	for wait := firstWait; ; wait = min(2*wait, mostWait) {
		err := attempt()
		if err == nil || !passes(err) || patience > 0 && time.Since(begun) > patience {
			return err
		}
		select {
		case <-ctx.Done():
			return err
		case <-time.After(wait/2 + rand.N(wait/2+1)): //nolint:gosec // spreads, and protects nothing
		}
	}
}

// write does something in one transaction, all of it or nothing, as save does. do is
// called again after a transaction that was rolled back, or whose end is not known.
//
// txid_status would not tell the end: after a crash the server gives the number of a
// transaction that was lost to another.
func (d *DB) write(ctx context.Context, verb string, do func(context.Context, wire.Tx) error) error {
	return d.save(ctx, verb, func(ctx context.Context) error {
		return d.pool.Begin(ctx, wire.ReadCommitted, func(tx wire.Tx) error { return do(ctx, tx) })
	})
}

// read asks for something in one state of the database. A connection that broke while
// nobody used it is replaced, once; whoever reads has what is on the screen.
func (d *DB) read(ctx context.Context, verb string, do func(wire.Tx) error) error {
	if err := ctx.Err(); err != nil {
		return fmt.Errorf("%s: %w", verb, err)
	}
	return d.explain(verb, d.ask(ctx, do))
}

// query is read for what is one statement, which has one state by itself and takes one
// round trip.
func (d *DB) query(ctx context.Context, verb string, do func(*wire.Pool) error) error {
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

// ask is read without a sentence. do is called once at the most: it may have gathered
// a part of the answer.
func (d *DB) ask(ctx context.Context, do func(wire.Tx) error) error {
	begun := false
	try := func() error {
		return mine(ctx, d.pool.Begin(ctx, wire.Snapshot, func(tx wire.Tx) error {
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
