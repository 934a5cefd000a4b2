package postgres

import (
	"context"
	"embed"
	"errors"
	"strings"
	"sync"
	"time"

	"lotse/flows"
	"lotse/storage/postgres/wire"
	"lotse/storage/schema"
)

//go:embed migrations/*.sql
var migrationFiles embed.FS

// migrations are all migrations of this store. Roles stand in them as {reader} and its like.
var migrations = sync.OnceValue(func() schema.Migrations { return schema.Read(migrationFiles) })

// identify refuses a database that is not Lotse's, or of another version, and a connection
// that is shared with others: by which process the server answers tells that.
func identify(ctx context.Context, tx wire.Tx, a Address) error {
	var ours bool
	var process int64
	if err := tx.QueryRow(ctx, "SELECT to_regclass('lotse.migrations') IS NOT NULL, pg_backend_pid()").Scan(&ours, &process); err != nil {
		return err
	}
	switch {
	case process != int64(tx.PgConn().PID()):
		return flows.Refuse(flows.ErrFailed, nil, "postgres.pooler", "server", a.String())
	case !ours:
		return flows.Refuse(flows.ErrNotFound, nil, "postgres.no_team", "server", a.String())
	}
	var version int
	if err := tx.QueryRow(ctx, "SELECT coalesce(max(version), 0) FROM migrations").Scan(&version); err != nil {
		return err
	}
	known := len(migrations())
	switch {
	case version > known:
		return flows.Refuse(flows.ErrNewer, nil, "postgres.newer", "server", a.String(), "version", version, "known", known)
	case version < known:
		return flows.Refuse(flows.ErrFailed, nil, "postgres.older", "server", a.String(), "version", version, "known", known)
	}
	return nil
}

// errTampered says that the tables are not as a Lotse has made them.
var errTampered = errors.New("the list of migrations is not one that Lotse writes")

// migrated is the version of the schema, to go on from: errTampered where a migration is
// missing, or was another than there is under its number. Whoever works with the tables
// goes by the version alone, and is told by doctor (inspectMigrations).
func migrated(ctx context.Context, tx wire.Tx) (version int, err error) {
	var sum string
	rows, err := tx.Query(ctx, "SELECT version, sum FROM lotse.migrations ORDER BY version")
	if err != nil {
		return 0, err
	}
	before := 0
	err = wire.ForEachRow(rows, []any{&version, &sum}, func() error {
		known := version <= len(migrations())
		if known && (version != before+1 || !migrations().Has(version, sum)) {
			return errTampered
		}
		before = version
		return nil
	})
	return version, err
}

// apply runs a migration, with the group roles in the place of {reader} and its like:
// a literal where that stands in quotes, else a name.
func apply(ctx context.Context, tx wire.Tx, m schema.Migration, groups groups, now time.Time) error {
	text := m.Text
	for role, name := range groups {
		text = strings.ReplaceAll(text, "'{"+string(role)+"}'", literal(name))
		text = strings.ReplaceAll(text, "{"+string(role)+"}", quote(name))
	}
	if _, err := tx.Exec(ctx, text); err != nil {
		return err
	}
	_, err := tx.Exec(ctx, "INSERT INTO migrations (version, name, sum, at) VALUES ($1, $2, $3, $4)", m.Version, m.Name, m.Sum(), now.UnixMilli())
	return err
}
