package postgres

import (
	"context"
	"errors"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"

	"lotse/flows/run"
	"lotse/storage/key"
)

const selectSecrets = `SELECT id, run, field, origin, fingerprint, blob, at, CASE WHEN owner = session_user THEN '' ELSE owner::text END,
	(SELECT array_agg(member::text ORDER BY member) FROM secret_recipients WHERE secret = secrets.id) FROM secrets `

func scanSecret(row pgx.CollectableRow) (run.Sealed, error) {
	var s run.Sealed
	var at int64
	err := row.Scan(&s.ID, &s.Run, &s.Field, &s.Origin, &s.Fingerprint, &s.Blob, &at, &s.By, &s.For)
	for _, t := range []*string{&s.ID, &s.Run, &s.Field, &s.Origin, &s.Fingerprint} {
		*t = asWritten(*t)
	}
	s.At = time.UnixMilli(at).UTC()
	return s, err
}

// Secret gives a sealed secret.
func (d *DB) Secret(ctx context.Context, id string) (run.Sealed, error) {
	all, err := d.sealed(ctx, "read secret", "WHERE id = $1", kept(id))
	if err != nil {
		return run.Sealed{}, err
	}
	if len(all) == 0 {
		return run.Sealed{}, key.NoSecret(id)
	}
	return all[0], nil
}

// Secrets gives the sealed secrets of a run, or all, oldest first.
func (d *DB) Secrets(ctx context.Context, id string) ([]run.Sealed, error) {
	return d.sealed(ctx, "read secrets", "WHERE run = $1 OR $1 = '' ORDER BY at, id", kept(id))
}

func (d *DB) sealed(ctx context.Context, verb, which string, args ...any) ([]run.Sealed, error) {
	var all []run.Sealed
	err := d.query(ctx, verb, func(pool *pgxpool.Pool) error {
		rows, err := pool.Query(ctx, selectSecrets+which, args...)
		if err != nil {
			return err
		}
		all, err = pgx.CollectRows(rows, scanSecret)
		return err
	})
	return all, err
}

// Forget removes a sealed secret: one's own or, by a lead, another's.
func (d *DB) Forget(ctx context.Context, id string) error {
	var found bool // also by an attempt whose answer was lost
	return d.write(ctx, "forget secret", func(ctx context.Context, tx pgx.Tx) error {
		tag, err := tx.Exec(ctx, "DELETE FROM secrets WHERE id = $1", kept(id))
		found = found || tag.RowsAffected() > 0
		if err != nil || found {
			return err
		}
		var owner string
		err = tx.QueryRow(ctx, "SELECT owner::text FROM secrets WHERE id = $1", kept(id)).Scan(&owner)
		if errors.Is(err, pgx.ErrNoRows) {
			return key.NoSecret(id)
		}
		if err != nil {
			return err
		}
		return d.denied(d.me.Role, run.Lead)
	})
}
