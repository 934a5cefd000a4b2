package postgres

import (
	"context"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"errors"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/jackc/pgx/v5"

	"lotse/flows"
	"lotse/flows/run"
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

// initLock is the advisory lock under which roles and schema are made.
const initLock = 0x4c6f7473 // "Lots"

// Init makes the schema and the group roles of a team, or migrates them. It has to be
// called by whoever owns the database and may create roles; twice is no error.
func Init(ctx context.Context, address string, now time.Time) error {
	a, err := ParseAddress(address)
	if err != nil {
		return err
	}
	conn, err := a.connect(ctx)
	if err != nil {
		return explain("connect", a, err)
	}
	err = pgx.BeginFunc(ctx, conn, func(tx pgx.Tx) error { return makeTeam(ctx, tx, now) })
	return explain("set up team", a, errors.Join(err, conn.Close(context.WithoutCancel(ctx))))
}

func makeTeam(ctx context.Context, tx pgx.Tx, now time.Time) error {
	if _, err := tx.Exec(ctx, "SELECT pg_advisory_xact_lock($1)", int64(initLock)); err != nil {
		return err
	}
	var database string
	if err := tx.QueryRow(ctx, "SELECT current_database()").Scan(&database); err != nil {
		return err
	}
	if err := makeRoles(ctx, tx, database); err != nil {
		return err
	}
	if _, err := tx.Exec(ctx, "CREATE SCHEMA IF NOT EXISTS lotse"); err != nil {
		return err
	}
	var version int
	err := tx.QueryRow(ctx, "SELECT CASE WHEN to_regclass('lotse.migrations') IS NULL THEN 0 ELSE 1 END").Scan(&version)
	if err == nil && version > 0 {
		err = tx.QueryRow(ctx, "SELECT coalesce(max(version), 0) FROM migrations").Scan(&version)
	}
	if err != nil {
		return err
	}
	for _, m := range migrations()[min(version, len(migrations())):] {
		if err := m.apply(ctx, tx, database, now); err != nil {
			return err
		}
	}
	return nil
}

func (m migration) apply(ctx context.Context, tx pgx.Tx, database string, now time.Time) error {
	text := m.text
	for _, r := range run.Roles {
		text = strings.ReplaceAll(text, "pg_has_role(session_user, {"+string(r)+"}", "pg_has_role(session_user, '"+strings.ReplaceAll(groupRole(database, r), "'", "''")+"'")
		text = strings.ReplaceAll(text, "{"+string(r)+"}", pgx.Identifier{groupRole(database, r)}.Sanitize())
	}
	if _, err := tx.Exec(ctx, text); err != nil {
		return err
	}
	_, err := tx.Exec(ctx, "INSERT INTO migrations (version, name, sum, at) VALUES ($1, $2, $3, $4)", m.version, m.name, m.sum(), now.UnixMilli())
	return err
}
