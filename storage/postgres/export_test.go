package postgres

import (
	"context"

	"lotse/storage/postgres/wire"
)

// Write is write, for tests.
func (d *DB) Write(ctx context.Context, do func(context.Context, wire.Tx) error) error {
	return d.write(ctx, "write", do)
}

// Read is read, for tests.
func (d *DB) Read(ctx context.Context, do func(wire.Tx) error) error { return d.read(ctx, "read", do) }
