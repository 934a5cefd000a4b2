package sqlite

import (
	"context"
	"database/sql"
	"embed"
	"fmt"
	"sync"
	"time"

	"lotse/flows"
	"lotse/storage/schema"
)

// applicationID marks a database as ours ("Lots").
const applicationID = 0x4c6f7473

//go:embed migrations/*.sql
var migrationFiles embed.FS

// migrations are all migrations of this store.
var migrations = sync.OnceValue(func() schema.Migrations { return schema.Read(migrationFiles) })

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
func migrate(ctx context.Context, db *sql.DB, all schema.Migrations, from int, now time.Time) error {
	for _, s := range all[from:] {
		err := inTx(ctx, db, func(ctx context.Context, tx *sql.Tx) error { return apply(ctx, tx, s, now) })
		if err != nil {
			return fmt.Errorf("migrate to version %d: %w", s.Version, err)
		}
	}
	return nil
}

func apply(ctx context.Context, tx *sql.Tx, m schema.Migration, now time.Time) error {
	if _, err := tx.ExecContext(ctx, m.Text); err != nil {
		return err
	}
	_, err := tx.ExecContext(ctx, "INSERT INTO migrations (version, name, sum, at) VALUES (?, ?, ?, ?)",
		m.Version, m.Name, m.Sum(), now.UnixMilli())
	if err != nil {
		return err
	}
	if _, err := tx.ExecContext(ctx, fmt.Sprintf("PRAGMA application_id = %d; PRAGMA user_version = %d", applicationID, m.Version)); err != nil {
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
