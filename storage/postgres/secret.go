package postgres

import (
	"context"
	"errors"
	"fmt"
	"time"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/storage/key"
	"lotse/storage/postgres/wire"
)

const selectSecrets = `SELECT id, run, field, origin, fingerprint, blob, at,
	CASE WHEN owner = session_user THEN '' ELSE owner::text END, CASE WHEN owner = session_user THEN '' ELSE session_user::text END,
	(SELECT array_agg(member::text ORDER BY member) FROM secret_recipients WHERE secret = secrets.id) FROM secrets `

func scanSecret(row wire.Row) (run.Sealed, error) {
	var s run.Sealed
	var at int64
	err := row.Scan(&s.ID, &s.Run, &s.Field, &s.Origin, &s.Fingerprint, &s.Blob, &at, &s.By, &s.Me, &s.For)
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
	err := d.query(ctx, verb, func(pool *wire.Pool) error {
		rows, err := pool.Query(ctx, selectSecrets+which, args...)
		if err != nil {
			return err
		}
		all, err = wire.CollectRows(rows, scanSecret)
		return err
	})
	return all, err
}

// Forget removes a sealed secret: one's own or, by a lead, another's.
func (d *DB) Forget(ctx context.Context, id string) error {
	var found bool // also by an attempt whose answer was lost
	return d.write(ctx, "forget secret", func(ctx context.Context, tx wire.Tx) error {
		tag, err := tx.Exec(ctx, "DELETE FROM secrets WHERE id = $1", kept(id))
		found = found || tag.RowsAffected() > 0
		if err != nil || found {
			return err
		}
		if _, err := ownerOf(ctx, tx, id); err != nil {
			return err
		}
		return d.denied(d.me.Role, run.Lead)
	})
}

// ownerOf is who sealed a secret.
func ownerOf(ctx context.Context, tx wire.Tx, id string) (owner string, err error) {
	err = tx.QueryRow(ctx, "SELECT owner::text FROM secrets WHERE id = $1", kept(id)).Scan(&owner)
	if errors.Is(err, wire.ErrNoRows) {
		return "", key.NoSecret(id)
	}
	return owner, err
}

// Share keeps a blob in the place of a secret's own, for these members beside the owner.
func (d *DB) Share(ctx context.Context, s run.Sealed, blob []byte, members []string) error {
	return d.write(ctx, "share secret", func(ctx context.Context, tx wire.Tx) error {
		tag, err := tx.Exec(ctx, "UPDATE secrets SET blob = $3 WHERE id = $1 AND owner = session_user AND blob IN ($2, $3)", kept(s.ID), s.Blob, blob)
		if err != nil {
			return err
		}
		if tag.RowsAffected() == 0 {
			return d.notShared(ctx, tx, s.ID)
		}
		if _, err := tx.Exec(ctx, "DELETE FROM secret_recipients WHERE secret = $1", kept(s.ID)); err != nil {
			return err
		}
		_, err = tx.Exec(ctx, "INSERT INTO secret_recipients (secret, member) SELECT DISTINCT $1, unnest($2::text[])", kept(s.ID), members)
		return err
	})
}

// notShared says why the blob of a secret was not replaced.
func (d *DB) notShared(ctx context.Context, tx wire.Tx, id string) error {
	owner, err := ownerOf(ctx, tx, id)
	switch {
	case err != nil:
		return err
	case owner != d.me.Name:
		return flows.Refuse(flows.ErrDenied, nil, "team.not_the_sealer", "by", owner)
	}
	return fmt.Errorf("secret %q: %w", id, flows.ErrConflict)
}
