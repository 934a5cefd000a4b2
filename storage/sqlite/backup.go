package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"lotse/flows"
	"lotse/flows/ownfile"
	"lotse/flows/run"
)

const (
	stamp        = "20060102T150405.000Z" // of a backup's name, UTC
	backupSuffix = ".db"
	backupEvery  = 24 * time.Hour
)

// backupFolder is where a database's backups lie.
func backupFolder(path string) string {
	return filepath.Join(filepath.Dir(path), "backups", filepath.Base(path))
}

// Backups gives the backups, newest first.
func (d *DB) Backups(context.Context) ([]run.BackupFile, error) { return backupsOf(d.path) }

// BackupsOf gives the backups of a database that need not be open, newest first.
func BackupsOf(path string) ([]run.BackupFile, error) {
	path, err := canonicalPath(path)
	if err != nil {
		return nil, err
	}
	return backupsOf(path)
}

func backupsOf(path string) ([]run.BackupFile, error) {
	if err := refuseLinks(path); err != nil {
		return nil, err
	}
	entries, err := os.ReadDir(backupFolder(path))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, explain("list backups", backupFolder(path), err)
	}
	var all []run.BackupFile
	for _, e := range entries {
		name, ours := strings.CutSuffix(e.Name(), backupSuffix)
		at, err := time.Parse(stamp, name)
		if !ours || err != nil || !e.Type().IsRegular() {
			continue // not named as a backup is, or a link to elsewhere
		}
		info, err := e.Info()
		if errors.Is(err, fs.ErrNotExist) {
			continue // rotated away meanwhile
		}
		if err != nil {
			return nil, explain("look at", e.Name(), err)
		}
		all = append(all, run.BackupFile{Path: filepath.Join(backupFolder(path), e.Name()), At: at, Size: info.Size()})
	}
	slices.SortStableFunc(all, func(a, b run.BackupFile) int { return b.At.Compare(a.At) })
	return all, nil
}

// Backup writes a verified copy and gives its path. A context that ends leaves
// nothing half made.
func (d *DB) Backup(ctx context.Context) (string, error) {
	d.mu.RLock()
	defer d.mu.RUnlock()
	if d.reader == nil {
		return "", fmt.Errorf("back up: %w", errClosed)
	}
	return d.backup(ctx)
}

// Tidy indexes what waits for the search, and sweeps evidence that nothing came
// to name and what a backup left that was cut off. It is for when nobody waits.
func (d *DB) Tidy(ctx context.Context) error {
	return errors.Join(d.indexPending(ctx), d.sweepEvidence(ctx), d.sweepBackups(ctx))
}

// sweepBackups removes what cut-off backups left, unless one is being made.
func (d *DB) sweepBackups(ctx context.Context) error {
	if left, err := leftovers(d.path); err != nil || len(left) == 0 {
		return err
	}
	release, err := d.lockBackups(ctx, 0)
	if err != nil {
		return ignore(err, flows.ErrLocked)
	}
	defer release()
	return sweepLeftovers(d.path)
}

// LastKept is when the newest backup was made or, without one, the database
// itself; zero when there is nothing to keep.
func (d *DB) LastKept(ctx context.Context) (at time.Time, isBackup bool, err error) {
	files, err := d.Backups(ctx)
	if err != nil || len(files) > 0 {
		return newest(files).At, true, err
	}
	page, err := d.Headers(ctx, run.Query{Limit: 1})
	if err != nil || page.Total == 0 {
		return time.Time{}, false, err
	}
	var made int64
	err = d.read(ctx, "look at migrations", func(ctx context.Context, conn *sql.Conn) error {
		return conn.QueryRowContext(ctx, "SELECT min(at) FROM migrations").Scan(&made)
	})
	return time.UnixMilli(made).UTC(), false, err
}

// newest is the first of backups, the zero one where there is none.
func newest(files []run.BackupFile) run.BackupFile {
	if len(files) == 0 {
		return run.BackupFile{}
	}
	return files[0]
}

// BackupIfDue tidies, and makes a backup when there is something to keep and
// the newest is older than a day ("" when not). It is for after the first
// frame; a context that ends leaves nothing half made.
func (d *DB) BackupIfDue(ctx context.Context) (string, error) {
	if err := d.Tidy(ctx); err != nil {
		return "", err
	}
	files, err := d.Backups(ctx)
	if err != nil || len(files) > 0 && d.now().Sub(files[0].At) < backupEvery {
		return "", err
	}
	page, err := d.Headers(ctx, run.Query{Limit: 1})
	if err != nil || page.Total == 0 {
		return "", err
	}
	return d.Backup(ctx)
}

// lockBackups holds the lock of the backups; it waits for others.
func (d *DB) lockBackups(ctx context.Context, wait time.Duration) (release func(), err error) {
	if err := makeOwnFolder(d.path, backupFolder(d.path)); err != nil {
		return nil, err
	}
	return lockFile(ctx, filepath.Join(backupFolder(d.path), "lock"), wait)
}

func (d *DB) backup(ctx context.Context) (string, error) {
	release, err := d.lockBackups(ctx, backupWait)
	if err != nil {
		return "", err
	}
	defer release()
	if err := sweepLeftovers(d.path); err != nil {
		return "", err
	}
	file, err := d.freeName()
	if err != nil {
		return "", err
	}
	tmp := file + ".tmp"
	if err := vacuumInto(ctx, d.path, tmp); err != nil {
		return "", explain("back up to", file, err)
	}
	if err := verifyFile(ctx, tmp, d.path); err != nil {
		return "", errors.Join(err, os.Remove(tmp))
	}
	if err := putInPlace(tmp, file); err != nil {
		return "", explain("back up to", file, err)
	}
	return file, rotate(d.path, d.now())
}

// freeName is the name of a backup made now.
func (d *DB) freeName() (string, error) {
	for at := d.now().UTC(); ; at = at.Add(time.Millisecond) {
		file := filepath.Join(backupFolder(d.path), at.Format(stamp)+backupSuffix)
		_, err := os.Lstat(file)
		if errors.Is(err, fs.ErrNotExist) {
			return file, nil
		}
		if err != nil {
			return "", explain("look at", file, err)
		}
	}
}

// vacuumInto writes a copy of a database, without what was deleted from it, to
// a new file that only its owner can read.
func vacuumInto(ctx context.Context, from, to string) (err error) {
	if err := os.Remove(to); ignore(err, fs.ErrNotExist) != nil {
		return err
	}
	f, err := ownfile.Create(to)
	if err != nil {
		return err
	}
	if err := f.Close(); err != nil {
		return err
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, os.Remove(to))
		}
	}()
	run.Look{Part: run.LookCopy}.Tell(ctx)
	db := pool(from, copying, 1)
	defer func() { err = errors.Join(err, db.Close()) }()
	return copyVerified(ctx, db, to)
}

// copyVerified copies a database and compares the numbers of runs and events
// with the original's, unless somebody has written in the meantime.
func copyVerified(ctx context.Context, db *sql.DB, to string) error {
	before, err := countsOf(ctx, db)
	if err != nil {
		return err
	}
	if _, err := db.ExecContext(ctx, "VACUUM INTO ?", ownfile.Extended(to)); err != nil {
		return err
	}
	after, err := countsOf(ctx, db)
	if err != nil {
		return err
	}
	copied := pool(to, reading, 1)
	got, err := countsOf(ctx, copied)
	if err = errors.Join(err, copied.Close()); err != nil {
		return err
	}
	if before == after && (got.runs != before.runs || got.events != before.events) {
		return flows.Refuse(flows.ErrFailed, nil, "store.copy_short", "file", to, "runs", got.runs, "events", got.events, "had_runs", before.runs, "had_events", before.events)
	}
	return nil
}

type counts struct {
	data         int64 // changes when another connection commits
	runs, events int64
}

func countsOf(ctx context.Context, db *sql.DB) (counts, error) {
	var c counts
	err := db.QueryRowContext(ctx, "SELECT (SELECT data_version FROM pragma_data_version), (SELECT count(*) FROM runs), (SELECT count(*) FROM events)").Scan(&c.data, &c.runs, &c.events)
	return c, err
}

// modified is when a file was written.
func modified(path string) time.Time {
	info, err := os.Stat(path)
	if err != nil {
		return time.UnixMilli(0)
	}
	return info.ModTime()
}
