// Package postgres keeps the runs of a team on a PostgreSQL server: the event log,
// settings, sealed secrets and kept files. DB implements run.Archive and run.Team.
//
// It imports flows/run, flows, storage/key, storage/sign, storage/postgres/wire and pgconn;
// it never imports ui. It exists so that whoever picks up has the run that somebody else has
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
	"cmp"
	"context"
	"errors"
	"io"
	"sync/atomic"
	"time"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/storage/key"
	"lotse/storage/postgres/wire"
	"lotse/storage/sign"
)

// Options is what a database needs from outside.
type Options struct {
	Dir    string                 // of the person's keys on this machine, and of files on their way; it has to be there
	Now    func() time.Time       // nil: time.Now
	Random io.Reader              // ids; nil: crypto/rand
	Vault  func(db *DB) run.Vault // makes the vault over the open database; nil: none

	// Patience is how long a write waits for a server that is away; 0: until its
	// context ends.
	Patience time.Duration
	// Silence is how long the server may say nothing while it is asked, before it
	// counts as away; 0: 20 seconds.
	Silence time.Duration
}

// DB is a team's database. It is safe for several goroutines, and many programs have
// it open.
type DB struct {
	address Address
	dir     string
	now     func() time.Time
	random  io.Reader
	pool    *wire.Pool
	ours    backends
	entered entered
	written atomic.Bool // there may be texts to take in
	vault   run.Vault
	signer  *sign.Key
	me      run.Member
	fixed   bool // the server takes no changes

	patience time.Duration
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
	d := &DB{address: a, dir: o.Dir, patience: o.Patience}
	d.now, d.random, _ = key.FromOutside(o.Now, o.Random, nil)
	d.pool = wire.NewPool(d.ours.of(a.poolConfig(cmp.Or(o.Silence, silence))))
	if err := d.enter(ctx); err != nil {
		return nil, errors.Join(err, d.Close())
	}
	d.signer = sign.New(o.Dir, d, o.Random)
	if o.Vault != nil {
		d.vault = o.Vault(d)
	}
	return d, nil
}

// enter looks whether the database is ours and who works here. Whoever may not even
// look is not a member.
func (d *DB) enter(ctx context.Context) error {
	err := d.ask(ctx, func(tx wire.Tx) error {
		if err := identify(ctx, tx, d.address); err != nil {
			return err
		}
		var err error
		d.me, d.fixed, err = readMe(ctx, tx)
		return err
	})
	return d.explain("open", d.address.noMember(err))
}

// closeTime is how long is waited for connections to be closed: for one that is broken
// pgconn takes its leave of the server for a quarter of a minute.
const closeTime = 2 * time.Second

// Close closes the connections. Twice is no error.
func (d *DB) Close() error {
	done := make(chan struct{})
	go func() {
		defer close(done)
		d.takeIn()
		d.pool.Close()
	}()
	select {
	case <-done:
	case <-time.After(closeTime):
	}
	return nil
}

// takeIn has the texts of what was written taken in. What waits is found as well: it is
// told to nobody if that cannot be done.
func (d *DB) takeIn() {
	if !d.written.Swap(false) {
		return
	}
	ctx, cancel := context.WithTimeout(context.Background(), closeTime)
	defer cancel()
	_, _ = d.pool.Exec(ctx, "SELECT take_in()")
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

// ReadOnly says that the server took no changes when the database was opened.
func (d *DB) ReadOnly() flows.Message { return d.address.readOnly(d.fixed) }

// ignore is err, unless it is the error that means nothing here.
func ignore(err, nothing error) error {
	if errors.Is(err, nothing) {
		return nil
	}
	return err
}
