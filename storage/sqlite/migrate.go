package sqlite

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"embed"
	"encoding/hex"
	"fmt"
	"strconv"
	"strings"
	"sync"
	"time"

	"lotse/flows"
)

// applicationID marks a database as ours ("Lots").
const applicationID = 0x4c6f7473

//go:embed migrations/*.sql
var migrationFiles embed.FS

// migration brings a database from one version to the next. A released
// migration is never changed: an error in it is corrected by the next one.
type migration struct {
	version int
	name    string
	text    string
}

// sum identifies a migration's text.
func (s migration) sum() string {
	sum := sha256.Sum256([]byte(s.text))
	return hex.EncodeToString(sum[:])
}

// migrations are all migrations in order: NNNN_name.sql, without gaps from 1.
var migrations = sync.OnceValue(func() []migration {
	files, err := migrationFiles.ReadDir("migrations")
	if err != nil {
		panic(err) // embedded: a test reads them all
	}
	var all []migration
	for i, f := range files {
		number, name, _ := strings.Cut(strings.TrimSuffix(f.Name(), ".sql"), "_")
		version, err := strconv.Atoi(number)
		text, rerr := migrationFiles.ReadFile("migrations/" + f.Name())
		if err != nil || rerr != nil || version != i+1 {
			panic("sqlite: wrong name of a migration: " + f.Name())
		}
		all = append(all, migration{version, name, string(text)})
	}
	return all
})

func schemaVersion() int { return len(migrations()) }

// identity is what a database file says about itself.
type identity struct {
	empty       bool // there is nothing in it
	application int64
	version     int
}

// identify tells whether a database is Lotse's, and refuses it if it is not,
// or if it is newer.
func identify(ctx context.Context, db *sql.DB, path string) (identity, error) {
	var id identity
	var objects int
	err := db.QueryRowContext(ctx, `SELECT
		(SELECT application_id FROM pragma_application_id),
		(SELECT user_version FROM pragma_user_version),
		(SELECT count(*) FROM sqlite_schema)`).Scan(&id.application, &id.version, &objects)
	if err != nil {
		return id, err
	}
	id.empty = id.application == 0 && id.version == 0 && objects == 0
	return id, id.refuse(path)
}

// refuse refuses a database that is not Lotse's, or newer.
func (id identity) refuse(path string) error {
	switch {
	case id.empty:
		return nil
	case id.application != applicationID:
		return flows.Refuse(flows.ErrFailed, nil, Foreign, "file", path)
	case id.version > schemaVersion():
		return refuseNewer(path, id.version)
	case id.version < 1:
		return refuseDamaged("store.no_version", path)
	}
	return nil
}

// migrate applies the migrations after a version, each in a transaction of its
// own that also records the new version.
func migrate(ctx context.Context, db *sql.DB, all []migration, from int, now time.Time) error {
	for _, s := range all[from:] {
		err := inTx(ctx, db, func(ctx context.Context, tx *sql.Tx) error { return s.apply(ctx, tx, now) })
		if err != nil {
			return fmt.Errorf("migrate to version %d: %w", s.version, err)
		}
	}
	return nil
}

func (s migration) apply(ctx context.Context, tx *sql.Tx, now time.Time) error {
	if _, err := tx.ExecContext(ctx, s.text); err != nil {
		return err
	}
	_, err := tx.ExecContext(ctx, "INSERT INTO migrations (version, name, sum, at) VALUES (?, ?, ?, ?)",
		s.version, s.name, s.sum(), now.UnixMilli())
	if err != nil {
		return err
	}
	if _, err := tx.ExecContext(ctx, fmt.Sprintf("PRAGMA application_id = %d; PRAGMA user_version = %d", applicationID, s.version)); err != nil {
		return err
	}
	broken, err := brokenKeys(ctx, tx)
	if err != nil {
		return err
	}
	if len(broken) > 0 {
		return fmt.Errorf("%v: %w", broken[0], flows.ErrDamaged)
	}
	return nil
}

// querier asks a database or a transaction.
type querier interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}

// brokenKeys are the foreign keys that name nothing.
func brokenKeys(ctx context.Context, q querier) ([]flows.Message, error) {
	var broken []flows.Message
	rows, err := q.QueryContext(ctx, `SELECT "table", "parent", count(*) FROM pragma_foreign_key_check GROUP BY 1, 2`)
	err = rowsOf(rows, err, func(rows *sql.Rows) error {
		var table, parent string
		var n int
		if err := rows.Scan(&table, &parent, &n); err != nil {
			return err
		}
		broken = append(broken, flows.Msg("store.orphans", "n", n, "table", table, "parent", parent))
		return nil
	})
	return broken, err
}
