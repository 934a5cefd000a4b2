package postgres

import (
	"context"
	"errors"
	"strconv"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/storage/postgres/wire"
)

// Examine verifies the chain of every run, every procedure and every kept file, of
// those that the one who asks may see. The pages of its files and the foreign keys are
// the server's own business.
func (d *DB) Examine(ctx context.Context) (run.Findings, error) {
	f := run.Findings{Path: d.Path(), Facts: map[string]string{}}
	for _, look := range []func(context.Context, *run.Findings) error{
		d.inspectMigrations, d.inspectProcedures, d.inspectChains, d.inspectFiles, d.facts,
	} {
		if err := look(ctx, &f); err != nil {
			return f, err
		}
	}
	return f, nil
}

// inspectMigrations compares the applied migrations with ours.
func (d *DB) inspectMigrations(ctx context.Context, f *run.Findings) error {
	applied, err := list(ctx, d, scanMigration, "SELECT version, sum FROM migrations ORDER BY version")
	if err != nil {
		return err
	}
	for _, m := range applied {
		f.Version = m.version
		if !migrations().Has(m.version, m.sum) {
			f.Problems = append(f.Problems, flows.Msg("store.other_migration", "version", m.version))
		}
	}
	if len(applied) != f.Version {
		f.Problems = append(f.Problems, flows.Msg("store.migrations", "version", f.Version, "applied", len(applied)))
	}
	return nil
}

type appliedMigration struct {
	version int
	sum     string
}

func scanMigration(row wire.Row) (m appliedMigration, err error) {
	err = row.Scan(&m.version, &m.sum)
	return m, err
}

// facts are what the server says of itself.
func (d *DB) facts(ctx context.Context, f *run.Findings) error {
	return d.read(ctx, "examine", func(tx wire.Tx) error {
		conn := tx.PgConn()
		f.Facts["postgresql"] = flows.Short(conn.ParameterStatus("server_version"))
		if version := tlsOf(conn); version != "" {
			f.Facts["tls"] = version
		}
		f.Facts["schema"] = strconv.Itoa(f.Version)
		var size int64
		err := tx.QueryRow(ctx, "SELECT pg_database_size(current_database())").Scan(&size)
		f.Facts["size"] = strconv.FormatInt(size, 10)
		return err
	})
}

// damage adds what is damaged to what was found; any other error ends the look.
func damage(f *run.Findings, err error) error {
	var r *flows.Refusal
	if errors.As(err, &r) && (errors.Is(err, flows.ErrDamaged) || errors.Is(err, flows.ErrNotFound)) {
		f.Problems = append(f.Problems, r.Message)
		return nil
	}
	return err
}
