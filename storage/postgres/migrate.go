package postgres

import (
	"context"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/jackc/pgx/v5"

	"lotse/flows"
)

//go:embed migrations/*.sql
var migrationFiles embed.FS

// migration brings the schema from one version to the next. A released migration is
// never changed: an error in it is corrected by the next one.
type migration struct {
	version int
	name    string
	text    string // with {reader} and its like in the place of the roles
}

func (m migration) sum() string {
	sum := sha256.Sum256([]byte(m.text))
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
			panic("postgres: wrong name of a migration: " + f.Name())
		}
		all = append(all, migration{version, name, string(text)})
	}
	return all
})

// identify refuses a database that is not Lotse's, or of another version.
func identify(ctx context.Context, tx pgx.Tx, a Address) error {
	var ours bool
	if err := tx.QueryRow(ctx, "SELECT to_regclass('lotse.migrations') IS NOT NULL").Scan(&ours); err != nil {
		return err
	}
	if !ours {
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

// apply runs the migration, with the group roles in the place of {reader} and its like:
// a literal where that stands in quotes, else a name.
func (m migration) apply(ctx context.Context, tx pgx.Tx, groups groups, now time.Time) error {
	text := m.text
	for role, name := range groups {
		text = strings.ReplaceAll(text, "'{"+string(role)+"}'", literal(name))
		text = strings.ReplaceAll(text, "{"+string(role)+"}", quote(name))
	}
	if _, err := tx.Exec(ctx, text); err != nil {
		return err
	}
	_, err := tx.Exec(ctx, "INSERT INTO migrations (version, name, sum, at) VALUES ($1, $2, $3, $4)", m.version, m.name, m.sum(), now.UnixMilli())
	return err
}
