// Package postgres keeps the runs of a team on a PostgreSQL server: the event log,
// settings, sealed secrets and kept files. DB implements run.Archive and run.Team.
//
// It imports flows/run, flows, storage/key, storage/sign and jackc/pgx; it never
// imports ui. It exists so that whoever picks up has the run that somebody else has
// begun, with the promises of storage/sqlite: what was acknowledged is committed with
// synchronous_commit on, every change is one transaction, and (run, seq) is the key by
// which two who write at once are told apart.
//
// Who may do what is the server's decision: by its roles, by grants and by row-level
// security, as migrations/0001_first.sql has them. This package asks for nothing that
// it would have to hide afterwards. The keys of a person, which seal and sign, stay in a
// folder of their machine (Options.Dir).
package postgres

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/storage/sign"
)

// Options is what a database needs from outside.
type Options struct {
	Dir    string                 // of the person's keys on this machine, and of files on their way; it has to be there
	Now    func() time.Time       // nil: time.Now
	Random io.Reader              // ids; nil: crypto/rand
	Vault  func(db *DB) run.Vault // makes the vault over the open database; nil: none
	Tell   func(flows.Message)    // what was done without being asked; nil: nothing
}

// DB is a team's database. It is safe for several goroutines, and many programs have
// it open.
type DB struct {
	address Address
	dir     string
	now     func() time.Time
	random  io.Reader
	tell    func(flows.Message)
	pool    *pgxpool.Pool
	vault   run.Vault
	signer  *sign.Key
	me      run.Member
}

var (
	_ run.Archive = (*DB)(nil)
	_ run.Team    = (*DB)(nil)
)

// Open opens the database of an address. It makes and migrates nothing, see Init. It
// refuses an address that it does not take (flows.ErrUsage), a server that does not
// answer (flows.ErrAway), whoever is not a member (flows.ErrDenied), and a database
// that is not Lotse's, or newer (flows.ErrNewer).
func Open(ctx context.Context, address string, o Options) (*DB, error) {
	a, err := ParseAddress(address)
	if err != nil {
		return nil, err
	}
	d := &DB{address: a, dir: o.Dir, now: o.Now, random: o.Random, tell: o.Tell}
	d.defaults()
	if d.pool, err = pgxpool.NewWithConfig(ctx, a.poolConfig()); err != nil {
		return nil, d.explain("open", err)
	}
	if err := d.enter(ctx); err != nil {
		d.pool.Close()
		return nil, err
	}
	d.signer = sign.New(o.Dir, d, o.Random)
	if o.Vault != nil {
		d.vault = o.Vault(d)
	}
	return d, nil
}

func (d *DB) defaults() {
	if d.now == nil {
		d.now = time.Now
	}
	if d.random == nil {
		d.random = rand.Reader
	}
	if d.tell == nil {
		d.tell = func(flows.Message) {}
	}
}

// enter looks whether the database is ours and who works here.
func (d *DB) enter(ctx context.Context) error {
	return d.read(ctx, "open", func(tx pgx.Tx) error {
		if err := identify(ctx, tx, d.address); err != nil {
			return err
		}
		var err error
		d.me, err = readMe(ctx, tx)
		return err
	})
}

// Close closes the connections. Twice is no error.
func (d *DB) Close() error {
	d.pool.Close()
	return nil
}

// Path is the address, as it may be shown.
func (d *DB) Path() string { return d.address.String() }

// Vault is the vault that Options made; nil without one.
func (d *DB) Vault() run.Vault { return d.vault }

// Signer is the key of the person's folder.
func (d *DB) Signer() run.SigningKey { return d.signer }

// Team is the database itself.
func (d *DB) Team() run.Team { return d }

// Me is who has logged in.
func (d *DB) Me() run.Member { return d.me }

// write does something in one transaction, all of it or nothing. It cannot be
// cancelled half way: what the caller is told is what was done.
func (d *DB) write(ctx context.Context, verb string, do func(context.Context, pgx.Tx) error) error {
	return d.save(ctx, verb, func(ctx context.Context) error {
		return pgx.BeginFunc(ctx, d.pool, func(tx pgx.Tx) error { return do(ctx, tx) })
	})
}

// save is write for what is one transaction by itself. What is saved may be attempted
// again whenever an answer was lost: done twice, it is as if it were done once.
func (d *DB) save(ctx context.Context, verb string, once func(context.Context) error) error {
	return d.explain(verb, once(context.WithoutCancel(ctx)))
}

// read asks for something in one state of the database.
func (d *DB) read(ctx context.Context, verb string, do func(pgx.Tx) error) error {
	if err := ctx.Err(); err != nil {
		return fmt.Errorf("%s: %w", verb, err)
	}
	return d.explain(verb, pgx.BeginTxFunc(ctx, d.pool, snapshot, do))
}

// query is read for what is one statement, which has one state by itself and takes one
// round trip.
func (d *DB) query(ctx context.Context, verb string, do func(*pgxpool.Pool) error) error {
	if err := ctx.Err(); err != nil {
		return fmt.Errorf("%s: %w", verb, err)
	}
	return d.explain(verb, do(d.pool))
}

var snapshot = pgx.TxOptions{IsoLevel: pgx.RepeatableRead, AccessMode: pgx.ReadOnly}

// ignore is err, unless it is the error that means nothing here.
func ignore(err, nothing error) error {
	if errors.Is(err, nothing) {
		return nil
	}
	return err
}
