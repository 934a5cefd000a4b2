package postgres

import (
	"context"

	"github.com/jackc/pgx/v5"
)

// Write is write, for tests.
func (d *DB) Write(ctx context.Context, do func(context.Context, pgx.Tx) error) error {
	return d.write(ctx, "write", do)
}

// Read is read, for tests.
func (d *DB) Read(ctx context.Context, do func(pgx.Tx) error) error { return d.read(ctx, "read", do) }
