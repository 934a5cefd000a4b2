package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/storage/key"
)

const secretColumns = "SELECT id, run, field, origin, fingerprint, blob, at FROM secrets "

func scanSecret(scan func(...any) error) (run.Sealed, error) {
	var s run.Sealed
	var at int64
	err := scan(&s.ID, &s.Run, &s.Field, &s.Origin, &s.Fingerprint, &s.Blob, &at)
	s.At = time.UnixMilli(at).UTC()
	return s, err
}

// Secret gives a sealed secret.
func (d *DB) Secret(ctx context.Context, id string) (run.Sealed, error) {
	var s run.Sealed
	err := d.read(ctx, "read secret", func(ctx context.Context, conn *sql.Conn) error {
		var err error
		s, err = scanSecret(conn.QueryRowContext(ctx, secretColumns+"WHERE id = ?", id).Scan)
		if errors.Is(err, sql.ErrNoRows) {
			return key.NoSecret(id)
		}
		return err
	})
	return s, err
}

// Secrets gives the sealed secrets of a run, or all, oldest first.
func (d *DB) Secrets(ctx context.Context, id string) ([]run.Sealed, error) {
	var all []run.Sealed
	err := d.read(ctx, "read secrets", func(ctx context.Context, conn *sql.Conn) error {
		rows, err := conn.QueryContext(ctx, secretColumns+"WHERE run = ?1 OR ?1 = '' ORDER BY at, id", id)
		return rowsOf(rows, err, func(rows *sql.Rows) error {
			s, err := scanSecret(rows.Scan)
			all = append(all, s)
			return err
		})
	})
	return all, err
}

func writeSecret(ctx context.Context, tx *sql.Tx, s *run.Sealed) error {
	_, err := tx.ExecContext(ctx, "INSERT INTO secrets (id, run, field, origin, fingerprint, blob, at) VALUES (?, ?, ?, ?, ?, ?, ?)",
		s.ID, s.Run, s.Field, s.Origin, s.Fingerprint, s.Blob, s.At.UnixMilli())
	if isTaken(err) {
		return fmt.Errorf("secret %q: %w", s.ID, errors.Join(flows.ErrConflict, err))
	}
	return err
}
