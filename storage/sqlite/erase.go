package sqlite

import (
	"cmp"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strings"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/storage/key"
)

// Erase takes data, salt and content from events, and the secrets that they set, and appends b, in the
// database, in every backup and in what restores have kept. Without an error no
// copy that is kept here holds the data any more; with one, what is erased and
// what is not stands in it.
func (d *DB) Erase(ctx context.Context, seqs []int64, b run.Batch) error {
	if err := key.Check(&b); err != nil {
		return fmt.Errorf("erase: %w", err)
	}
	err := d.write(ctx, "erase", func(ctx context.Context, tx *sql.Tx) error {
		if err := appendBatch(ctx, tx, &b); err != nil {
			return err
		}
		for _, seq := range seqs {
			if err := eraseEvent(ctx, tx, b.Header.ID, seq); err != nil {
				return err
			}
		}
		return replaceSearch(ctx, tx, b.Header.ID)
	})
	if err != nil {
		return err
	}
	return d.purge(ctx, func(ctx context.Context, tx *sql.Tx) (bool, error) {
		return d.carryOver(ctx, tx, b.Header.ID, b.Index)
	})
}

// deleteBrought removes the secret that an event set.
const deleteBrought = `DELETE FROM secrets WHERE run = ?1 AND id = (SELECT iif(json_valid(CAST(data AS TEXT)), json_extract(CAST(data AS TEXT), '$.secret'), NULL)
	FROM events WHERE run = ?1 AND seq = ?2 AND kind IN ('secret_set', 'rotation_sealed'))`

func eraseEvent(ctx context.Context, tx *sql.Tx, id string, seq int64) error {
	sums, err := sumsOf(ctx, tx, "SELECT sum FROM evidence WHERE run = ? AND seq = ?", id, seq)
	if err != nil {
		return err
	}
	if _, err := tx.ExecContext(ctx, deleteBrought, id, seq); err != nil {
		return err
	}
	res, err := tx.ExecContext(ctx, "UPDATE events SET data = NULL, salt = NULL WHERE run = ? AND seq = ?", id, seq)
	if err != nil {
		return err
	}
	if n, err := res.RowsAffected(); err != nil || n != 1 {
		return key.NoEvent(id, seq).Because(err)
	}
	for _, query := range []string{"DELETE FROM contents WHERE run = ? AND seq = ?", "DELETE FROM evidence WHERE run = ? AND seq = ?"} {
		if _, err := tx.ExecContext(ctx, query, id, seq); err != nil {
			return err
		}
	}
	return markForRemoval(ctx, tx, sums)
}

// replaceSearch puts the waiting text of a run in the place of its old one, and
// leaves nothing of the old one.
func replaceSearch(ctx context.Context, tx *sql.Tx, id string) error {
	if err := takePending(ctx, tx, "(SELECT n FROM runs WHERE id = ?)", id); err != nil {
		return err
	}
	return mergeSearch(ctx, tx)
}

// DeleteRun removes a run with all that belongs to it, from the backups too.
func (d *DB) DeleteRun(ctx context.Context, id string) error {
	err := d.write(ctx, "delete run", func(ctx context.Context, tx *sql.Tx) error {
		found, err := deleteRuns(ctx, tx, "id = ?", id)
		if err == nil && !found {
			return key.NoRun(id)
		}
		return err
	})
	if err != nil {
		return err
	}
	return d.purge(ctx, func(ctx context.Context, tx *sql.Tx) (bool, error) {
		return deleteRuns(ctx, tx, "id = ?", id)
	})
}

// DeleteCustomer removes a customer with all runs, from the backups too.
func (d *DB) DeleteCustomer(ctx context.Context, id string) error {
	err := d.write(ctx, "delete customer", func(ctx context.Context, tx *sql.Tx) error {
		found, err := removeCustomer(ctx, tx, id)
		if err == nil && !found {
			return key.NoCustomer(id)
		}
		return err
	})
	if err != nil {
		return err
	}
	return d.purge(ctx, func(ctx context.Context, tx *sql.Tx) (bool, error) {
		return removeCustomer(ctx, tx, id)
	})
}

// Forget removes a sealed secret, from the backups too. One that is not there may
// still be in a backup, where an earlier removal was cut short.
func (d *DB) Forget(ctx context.Context, id string) error {
	remove := func(ctx context.Context, tx *sql.Tx) (bool, error) {
		return isAffected(tx.ExecContext(ctx, "DELETE FROM secrets WHERE id = ?", id))
	}
	err := d.write(ctx, "forget secret", func(ctx context.Context, tx *sql.Tx) error {
		found, err := remove(ctx, tx)
		if err == nil && !found {
			return key.NoSecret(id)
		}
		return err
	})
	if err != nil && !errors.Is(err, flows.ErrNotFound) {
		return err
	}
	return cmp.Or(d.purge(ctx, remove), err)
}

// settingsOfRun are the names of the settings that are kept for a run.
var settingsOfRun = "'" + strings.Join(run.SettingPrefixes, "' || runs.id, '") + "' || runs.id"

// deleteRuns removes runs with the settings that are kept for them.
func deleteRuns(ctx context.Context, tx *sql.Tx, which string, arg any) (bool, error) {
	//nolint:gosec // which is one of this file's constants
	_, err := tx.ExecContext(ctx, "DELETE FROM settings WHERE EXISTS (SELECT 1 FROM runs WHERE "+which+" AND settings.key IN ("+settingsOfRun+"))", arg)
	if err != nil {
		return false, err
	}
	return removeRuns(ctx, tx, which, arg)
}

// removeRuns removes runs and says whether there was one. Rows that name them
// go with them.
func removeRuns(ctx context.Context, tx *sql.Tx, which string, arg any) (bool, error) {
	runs := " IN (SELECT id FROM runs WHERE " + which + ")"
	sums, err := sumsOf(ctx, tx, "SELECT DISTINCT sum FROM evidence WHERE run"+runs, arg)
	if err != nil {
		return false, err
	}
	//nolint:gosec // which is one of this file's constants
	if _, err := tx.ExecContext(ctx, "DELETE FROM search WHERE docid IN (SELECT n FROM runs WHERE "+which+")", arg); err != nil {
		return false, err
	}
	found, err := isAffected(tx.ExecContext(ctx, "DELETE FROM runs WHERE "+which, arg))
	if err != nil {
		return false, err
	}
	if err := markForRemoval(ctx, tx, sums); err != nil {
		return false, err
	}
	return found, mergeSearch(ctx, tx)
}

func removeCustomer(ctx context.Context, tx *sql.Tx, id string) (bool, error) {
	if _, err := deleteRuns(ctx, tx, "customer = ?", id); err != nil {
		return false, err
	}
	return isAffected(tx.ExecContext(ctx, "DELETE FROM customers WHERE id = ?", id))
}

func isAffected(res sql.Result, err error) (bool, error) {
	if err != nil {
		return false, err
	}
	n, err := res.RowsAffected()
	return n > 0, err
}
