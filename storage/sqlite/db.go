// Package sqlite keeps runs on this machine: the event log in SQLite, settings
// and sealed secrets beside it, evidence files, backups. DB implements
// run.Archive.
//
// It imports flows/run, flows and mattn/go-sqlite3; it never imports ui. It
// exists so that what was acknowledged survives a kill, a power cut and a full
// disk: write-ahead log with synchronous=FULL, one writing connection, every
// change one transaction.
//
// Beside a database FILE lie FILE-wal and FILE-shm (SQLite's), FILE-lock (held
// while the database is opened, migrated or restored), FILE-restore.tmp and
// FILE-restore.plan (during a restore), FILE.before-TIME (what a restore kept),
// and the folders backups/FILE/ and evidence/FILE/. The key of its folder is
// signing.key. The live file is opened by SQLite alone:
// to open and close it by os.Open would drop SQLite's locks, and a copy of it
// loses what is in the log. Take a backup instead.
package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"sync"
	"time"

	sqlite3 "github.com/mattn/go-sqlite3"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/storage/key"
	"lotse/storage/sign"
)

// Options is what a database needs from outside; the zero value will do.
type Options struct {
	Now    func() time.Time       // nil: time.Now
	Random io.Reader              // ids; nil: crypto/rand
	Vault  func(db *DB) run.Vault // makes the vault over the open database
	Tell   func(flows.Message)    // what was done without being asked: a backup before a migration, a file closed to others; nil: nothing
}

// DB is a database with its evidence and backups. It is safe for several
// goroutines, and several programs may have the same file open.
type DB struct {
	path   string
	now    func() time.Time
	random io.Reader
	tell   func(flows.Message)
	vault  run.Vault
	signer *sign.Key

	mu     sync.RWMutex // held for writing only while Close takes the pools away
	writer *sql.DB      // one connection
	reader *sql.DB      // several, which change nothing
}

var _ run.Archive = (*DB)(nil)

const readers = 4

// minSQLite is the first version without the WAL reset fault, which could
// damage a database with two writers.
const minSQLite = 3051003

// errClosed says that the database was closed before.
var errClosed = errors.New("database is closed")

// Open opens a database, and creates and migrates it where needed. It refuses
// what it cannot keep safe: a file of another program (Foreign), of a newer
// Lotse (flows.ErrNewer), a damaged one (flows.ErrDamaged), one that cannot be
// written (flows.ErrReadOnly), one on a network file system (Network).
func Open(ctx context.Context, path string, o Options) (*DB, error) {
	if _, number, _ := sqlite3.Version(); number < minSQLite {
		return nil, fmt.Errorf("open %q: SQLite %d is older than %d", path, number, minSQLite)
	}
	path, err := canonicalPath(path)
	if err != nil {
		return nil, err
	}
	d := &DB{path: path}
	d.now, d.random, d.tell = key.FromOutside(o.Now, o.Random, o.Tell)
	d.signer = sign.New(filepath.Dir(path), d, o.Random)
	dir := filepath.Dir(path)
	if err := makeFolder(dir); err != nil {
		return nil, err
	}
	if err := refuseNetwork(path, dir); err != nil {
		return nil, err
	}
	if err := refuseLinks(path); err != nil {
		return nil, err
	}
	release, err := lockFile(ctx, path+lockEnd, openWait)
	if err != nil {
		return nil, err
	}
	defer release()
	if err := d.open(context.WithoutCancel(ctx)); err != nil {
		return nil, err
	}
	d.tighten()
	if err := errors.Join(d.warnOfCloud(ctx), d.warnOfSigner(ctx)); err != nil {
		return nil, errors.Join(err, d.Close())
	}
	if o.Vault != nil {
		d.vault = o.Vault(d)
	}
	return d, nil
}

// open opens both pools. It must hold the lock of the database.
func (d *DB) open(ctx context.Context) error {
	if err := d.finishRestore(); err != nil {
		return err
	}
	if err := createEmpty(d.path); err != nil {
		return err
	}
	// The readers come first: they tell what the file is without changing it.
	d.reader = pool(d.path, reading, readers)
	err := d.openWriter(ctx)
	if err != nil {
		_ = d.closePools() // the first error is the one to tell
		return explain("open", d.path, err)
	}
	// A journal that is left now was cut off before it held anything.
	return explain("remove leftover", d.path+"-journal", removeAll(d.path, []string{"-journal"}))
}

func (d *DB) openWriter(ctx context.Context) error {
	was, err := identify(ctx, d.reader, d.path)
	cutOff := isCutOff(err)
	if cutOff {
		_, err = identifyCutOff(ctx, d.path)
	}
	if err != nil {
		return err
	}
	d.writer = pool(d.path, writing, 1)
	if err := d.writer.PingContext(ctx); err != nil { // rolls back what was cut off
		return err
	}
	if cutOff {
		if was, err = identify(ctx, d.writer, d.path); err != nil {
			return err
		}
	}
	if was.version == schemaVersion() {
		return nil
	}
	if err := d.backupBeforeMigrating(ctx, was); err != nil {
		return fmt.Errorf("back up before migrating: %w", err)
	}
	return migrate(ctx, d.writer, migrations(), was.version, d.now())
}

// backupBeforeMigrating keeps what there is to lose: nothing where a first start
// was cut off between two migrations.
func (d *DB) backupBeforeMigrating(ctx context.Context, was identity) error {
	if was.empty {
		return nil
	}
	var used bool
	err := d.writer.QueryRowContext(ctx, "SELECT EXISTS (SELECT 1 FROM customers) OR EXISTS (SELECT 1 FROM settings)").Scan(&used)
	if err != nil || !used {
		return err
	}
	file, err := d.backup(ctx)
	if err == nil {
		d.tell(flows.Msg("store.migrated", "version", schemaVersion(), "backup", file))
	}
	return err
}

// Close closes the database. Twice is no error.
func (d *DB) Close() error {
	d.mu.Lock()
	defer d.mu.Unlock()
	return explain("close", d.path, d.closePools())
}

// closePools closes the writer last: who closes last takes the log in.
func (d *DB) closePools() error {
	var all []error
	for _, p := range []**sql.DB{&d.reader, &d.writer} {
		if *p != nil {
			all = append(all, (*p).Close())
			*p = nil
		}
	}
	return errors.Join(all...)
}

// Path is where the database lies: absolute, links followed.
func (d *DB) Path() string { return d.path }

// Vault is the vault that Options made; nil without one.
func (d *DB) Vault() run.Vault { return d.vault }

// Signer is the key of the database's folder.
func (d *DB) Signer() run.SigningKey { return d.signer }

// Team is nil: a file is one person's own.
func (*DB) Team() run.Team { return nil }

// warnOfSigner tells that the next signature will be by another key than the last.
func (d *DB) warnOfSigner(ctx context.Context) error {
	m, err := d.signer.Told(ctx)
	if err == nil && !m.IsZero() {
		d.tell(m)
	}
	return err
}

// write does something in one transaction, all of it or nothing. It cannot be
// cancelled half way: what the caller is told is what was done.
func (d *DB) write(ctx context.Context, verb string, do func(context.Context, *sql.Tx) error) error {
	d.mu.RLock()
	defer d.mu.RUnlock()
	if d.writer == nil {
		return fmt.Errorf("%s: %w", verb, errClosed)
	}
	return explain(verb, d.path, inTx(context.WithoutCancel(ctx), d.writer, do))
}

func inTx(ctx context.Context, db *sql.DB, do func(context.Context, *sql.Tx) error) error {
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	if err := do(ctx, tx); err != nil {
		_ = tx.Rollback() // SQLite may have rolled back by itself; nothing is kept either way
		return err
	}
	return tx.Commit()
}

// read asks the database something; inSnapshot is for what has to be of one
// moment. Reads are short, and a cancellable one costs more than it could save.
func (d *DB) read(ctx context.Context, verb string, do func(context.Context, *sql.Conn) error) error {
	if err := ctx.Err(); err != nil {
		return fmt.Errorf("%s: %w", verb, err)
	}
	d.mu.RLock()
	defer d.mu.RUnlock()
	if d.reader == nil {
		return fmt.Errorf("%s: %w", verb, errClosed)
	}
	return explain(verb, d.path, onConn(context.WithoutCancel(ctx), d.reader, do))
}

func onConn(ctx context.Context, db *sql.DB, do func(context.Context, *sql.Conn) error) error {
	conn, err := db.Conn(ctx)
	if err != nil {
		return err
	}
	return errors.Join(do(ctx, conn), conn.Close())
}

// inSnapshot does something in one state of the database.
func inSnapshot(ctx context.Context, conn *sql.Conn, do func() error) error {
	if _, err := conn.ExecContext(ctx, "BEGIN"); err != nil {
		return err
	}
	err := do()
	_, end := conn.ExecContext(ctx, "ROLLBACK")
	return errors.Join(err, end)
}

// rowsOf gives each row of a query to scan.
func rowsOf(rows *sql.Rows, err error, scan func(*sql.Rows) error) error {
	if err != nil {
		return err
	}
	defer func() { _ = rows.Close() }() // Err tells
	for rows.Next() {
		if err := scan(rows); err != nil {
			return err
		}
	}
	return rows.Err()
}
