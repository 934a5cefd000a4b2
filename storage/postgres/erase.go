package postgres

import (
	"context"
	"fmt"

	"lotse/flows/run"
	"lotse/storage/key"
	"lotse/storage/postgres/wire"
)

// Erase takes data, salt and content from events and appends b in the same transaction.
// Backups of the server, and what it has not yet cleaned away, are its own business.
func (d *DB) Erase(ctx context.Context, seqs []int64, b run.Batch) error {
	if err := key.Check(&b); err != nil {
		return fmt.Errorf("erase: %w", err)
	}
	return d.save(ctx, "erase", func(ctx context.Context) error {
		err := d.pool.Begin(ctx, wire.ReadCommitted, func(tx wire.Tx) error {
			if err := d.send(ctx, tx, &b); err != nil {
				return err
			}
			return d.eraseEvents(ctx, tx, b.Header.ID, seqs)
		})
		return d.unlessWritten(ctx, &b, seqs, err)
	})
}

func (d *DB) eraseEvents(ctx context.Context, tx wire.Tx, id string, seqs []int64) error {
	for _, seq := range seqs {
		var erased bool
		if err := tx.QueryRow(ctx, "SELECT erase($1, $2)", kept(id), seq).Scan(&erased); err != nil {
			return err
		}
		if !erased {
			return key.NoEvent(id, seq)
		}
	}
	return d.sweep(ctx, tx)
}

// DeleteRun removes a run with all that belongs to it.
func (d *DB) DeleteRun(ctx context.Context, id string) error {
	return d.remove(ctx, "delete run", key.NoRun(id), func(ctx context.Context, tx wire.Tx) (bool, error) {
		tag, err := tx.Exec(ctx, "DELETE FROM runs WHERE id = $1", kept(id))
		return tag.RowsAffected() > 0, err
	})
}

// DeleteCustomer removes a customer with all runs.
func (d *DB) DeleteCustomer(ctx context.Context, id string) error {
	return d.remove(ctx, "delete customer", key.NoCustomer(id), func(ctx context.Context, tx wire.Tx) (bool, error) {
		// Locked, so that nobody begins a run meanwhile.
		err := tx.QueryRow(ctx, "SELECT 1 FROM customers WHERE id = $1 FOR UPDATE", kept(id)).Scan(new(int))
		if err != nil {
			return false, ignore(err, wire.ErrNoRows)
		}
		if _, err := tx.Exec(ctx, "DELETE FROM runs WHERE customer = $1", kept(id)); err != nil {
			return false, err
		}
		_, err = tx.Exec(ctx, "DELETE FROM customers WHERE id = $1", kept(id))
		return true, err
	})
}

// remove removes something, and the files that nothing names afterwards; missing where
// there is no such thing, not even for an attempt whose answer was lost.
func (d *DB) remove(ctx context.Context, verb string, missing error, do func(context.Context, wire.Tx) (found bool, err error)) error {
	var before bool
	return d.write(ctx, verb, func(ctx context.Context, tx wire.Tx) error {
		found, err := do(ctx, tx)
		if err != nil {
			return err
		}
		if !found && !before {
			return missing
		}
		before = true
		return d.sweep(ctx, tx)
	})
}

// sweep removes files that nothing names.
func (d *DB) sweep(ctx context.Context, tx wire.Tx) error {
	_, err := tx.Exec(ctx, "SELECT sweep()")
	return err
}
