package sqlite

import (
	"cmp"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"lotse/flows"
	"lotse/flows/ownfile"
	"lotse/flows/run"
)

// removal takes something out of a backup and says whether it was in it.
type removal func(ctx context.Context, tx *sql.Tx) (bool, error)

// purge follows a deletion: it removes evidence that nothing names, rewrites
// the database and empties the log, which hold what was deleted until then, and
// deletes from each backup.
func (d *DB) purge(ctx context.Context, remove removal) error {
	ctx = context.WithoutCancel(ctx)
	err := d.purgeCopies(ctx, remove)
	if err == nil {
		return nil
	}
	return flows.Refuse(cmp.Or(kindOf(err), flows.ErrFailed), nil, "store.copies_left", "what", errorText(err)).Because(err)
}

// purgeCopies waits for a backup that is being made: it may have begun before
// the deletion, and it holds the log.
func (d *DB) purgeCopies(ctx context.Context, remove removal) error {
	copies, err := copiesOf(d.path)
	if err == nil && len(copies) == 0 && !exists(backupFolder(d.path)) {
		return errors.Join(d.sweepEvidence(ctx), d.compact(ctx))
	}
	release, err := d.lockBackups(ctx, backupWait)
	if err != nil {
		return errors.Join(err, d.sweepEvidence(ctx), d.compact(ctx))
	}
	defer release()
	return errors.Join(d.sweepEvidence(ctx), d.compact(ctx), sweepLeftovers(d.path), d.purgeFiles(ctx, remove))
}

// copiesOf are the files that hold what the database held: backups, and what
// restores have kept.
func copiesOf(path string) ([]string, error) {
	files, err := backupsOf(path)
	if err != nil {
		return nil, err
	}
	var all []string
	for _, f := range files {
		all = append(all, f.Path)
	}
	kept, err := beside(path, keptEnd)
	for _, file := range kept {
		if _, err := time.Parse(stamp, strings.TrimPrefix(file, path+keptEnd)); err == nil {
			all = append(all, file)
		}
	}
	return all, err
}

// beside are the files in the folder of a database whose names begin with its
// own and go on with more.
func beside(path, more string) ([]string, error) {
	entries, err := os.ReadDir(filepath.Dir(path))
	if err != nil {
		return nil, explain("list", filepath.Dir(path), err)
	}
	var all []string
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), filepath.Base(path)+more) && e.Type().IsRegular() {
			all = append(all, filepath.Join(filepath.Dir(path), e.Name()))
		}
	}
	return all, nil
}

// compact rewrites the file, because moved rows leave traces in their old
// pages, and takes the log in.
func (d *DB) compact(ctx context.Context) error {
	d.mu.RLock()
	defer d.mu.RUnlock()
	if d.writer == nil {
		return fmt.Errorf("compact: %w", errClosed)
	}
	if _, err := d.writer.ExecContext(ctx, "VACUUM"); err != nil {
		return explain("compact", d.path, err)
	}
	var busy, log, done int
	if err := d.writer.QueryRowContext(ctx, "PRAGMA wal_checkpoint(TRUNCATE)").Scan(&busy, &log, &done); err != nil {
		return explain("empty log", d.path, err)
	}
	if busy != 0 {
		return flows.Refuse(flows.ErrLocked, nil, "store.log_held", "file", d.path, "log", d.path+"-wal")
	}
	return nil
}

// purgeFiles deletes from each copy. It must hold the lock of the backups.
func (d *DB) purgeFiles(ctx context.Context, remove removal) error {
	files, err := copiesOf(d.path)
	if err != nil {
		return err
	}
	var all []error
	for _, file := range files {
		all = append(all, explain("delete from backup", file, rewrite(ctx, file, remove)))
	}
	return errors.Join(all...)
}

// rewrite puts a backup without what is removed in the place of the old one.
func rewrite(ctx context.Context, path string, remove removal) (err error) {
	tmp := path + ".tmp"
	if err := vacuumInto(ctx, path, tmp); err != nil {
		return err
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, os.Remove(tmp))
		}
	}()
	found, err := removeFrom(ctx, tmp, remove)
	if err != nil {
		return err
	}
	if !found {
		return os.Remove(tmp)
	}
	if err := verifyFile(ctx, tmp, path); err != nil {
		return err
	}
	return putInPlace(tmp, path)
}

// removeFrom deletes from a file that nobody else has open.
func removeFrom(ctx context.Context, path string, remove removal) (found bool, err error) {
	db := pool(path, alone, 1)
	defer func() { err = errors.Join(err, db.Close()) }()
	was, err := identify(ctx, db, path)
	if err != nil {
		return false, err
	}
	if err := migrate(ctx, db, migrations(), was.version, modified(path)); err != nil {
		return false, err
	}
	err = inTx(ctx, db, func(ctx context.Context, tx *sql.Tx) error {
		found, err = remove(ctx, tx)
		return err
	})
	if err != nil || !found {
		return false, err
	}
	_, err = db.ExecContext(ctx, "VACUUM")
	return true, err
}

// carryOver puts a run as it is now in the place of how a backup has it. A
// chain with erased data is whole only with the event that names the erasure.
func (d *DB) carryOver(ctx context.Context, tx *sql.Tx, id string, index []run.IndexEntry) (bool, error) {
	found, err := removeRuns(ctx, tx, "id = ?", id)
	if err != nil || !found {
		return false, err
	}
	b := run.Batch{Index: index}
	if b.Header, err = d.Header(ctx, id); err != nil {
		return false, err
	}
	if b.Events, err = d.Events(ctx, id, 0); err != nil {
		return false, err
	}
	if b.Documents, err = d.documentsOf(ctx, b.Header, b.Events); err != nil {
		return false, err
	}
	if b.Secrets, err = d.Secrets(ctx, id); err != nil {
		return false, err
	}
	return true, appendBatch(ctx, tx, &b)
}

// putInPlace moves a finished file to its name so that both survive a power
// cut.
func putInPlace(tmp, path string) error {
	if err := syncFile(tmp); err != nil {
		return err
	}
	if err := ownfile.Rename(tmp, path); err != nil {
		return err
	}
	return syncFolder(filepath.Dir(path))
}

// syncFile makes the content of a file last that nobody has open.
func syncFile(path string) error {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}
