package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"lotse/flows"
)

// Restore puts a backup in the place of a database that nobody has open, a
// damaged or a missing one, too. The database that was there is kept under the
// name that is given back, which has the time in it; "" where there was none.
func Restore(ctx context.Context, path, backup string, now time.Time) (kept string, err error) {
	if path, err = canonicalPath(path); err != nil {
		return "", err
	}
	if err := makeFolder(filepath.Dir(path)); err != nil {
		return "", err
	}
	if err := refuseNetwork(path, filepath.Dir(path)); err != nil {
		return "", err
	}
	release, err := lockFile(ctx, path+"-lock", openWait)
	if err != nil {
		return "", err
	}
	defer release()
	return restore(context.WithoutCancel(ctx), path, backup, now)
}

// restore must hold the lock of the database, and this program must have it
// closed.
func restore(ctx context.Context, path, backup string, now time.Time) (string, error) {
	backup, err := canonicalPath(backup)
	if err != nil {
		return "", err
	}
	if backup == path {
		return "", flows.Refuse(flows.ErrFailed, nil, "store.itself", "file", path)
	}
	tmp := path + "-restore.tmp"
	if err := rebuild(ctx, backup, tmp, now); err != nil {
		return "", errors.Join(explain("restore", backup, err), ignore(os.Remove(tmp), fs.ErrNotExist))
	}
	sidecars, err := foldLog(ctx, path)
	if err != nil {
		return "", errors.Join(err, os.Remove(tmp))
	}
	kept := path + ".before-" + now.UTC().Format(stamp)
	if err := swap(path, tmp, kept, sidecars); err != nil {
		return "", explain("restore", path, err)
	}
	if _, err := os.Lstat(kept); err != nil {
		return "", ignore(err, fs.ErrNotExist) // there was none
	}
	return kept, nil
}

// rebuild makes a database of our own making with the rows of a backup. The
// backup itself may come from anywhere and is only read.
func rebuild(ctx context.Context, backup, tmp string, now time.Time) (err error) {
	if info, err := os.Stat(backup); err != nil || !info.Mode().IsRegular() {
		return flows.Refuse(flows.ErrNotFound, nil, "store.no_backup", "file", backup).Because(err)
	}
	if err := os.Remove(tmp); ignore(err, fs.ErrNotExist) != nil {
		return err
	}
	if err := createEmpty(tmp); err != nil {
		return err
	}
	from := pool(backup, reading, 1)
	defer func() { err = errors.Join(err, from.Close()) }()
	f, err := inspect(ctx, from, backup)
	if err != nil {
		return err
	}
	if len(f.Problems) > 0 {
		return flows.Refuse(flows.ErrDamaged, nil, "store.backup_torn", "file", backup, "what", f.Problems[0])
	}
	if f.Version == 0 {
		return flows.Refuse(flows.ErrFailed, nil, "store.backup_empty", "file", backup)
	}
	if err := refill(ctx, from, tmp, f.Version, now); err != nil {
		return err
	}
	return verifyFile(ctx, tmp, backup)
}

func refill(ctx context.Context, from *sql.DB, path string, version int, now time.Time) (err error) {
	to := pool(path, alone, 1)
	defer func() { err = errors.Join(err, to.Close()) }()
	if err := migrate(ctx, to, migrations()[:version], 0, now); err != nil {
		return err
	}
	if err := inTx(ctx, to, func(ctx context.Context, tx *sql.Tx) error { return copyRows(ctx, from, tx) }); err != nil {
		return err
	}
	return migrate(ctx, to, migrations(), version, now)
}

// Alone says that nobody has the database at a path open, by flows.ErrLocked where
// somebody has. One that is not there, or is damaged, nobody has open.
func Alone(ctx context.Context, path string) error {
	path, err := canonicalPath(path)
	if err != nil {
		return err
	}
	release, err := lockFile(ctx, path+"-lock", openWait)
	if err != nil {
		return err
	}
	defer release()
	_, err = foldLog(ctx, path)
	return err
}

// foldLog folds the write-ahead log into the database and lists the sidecar
// files that remain: none, unless the database is damaged. It refuses while
// another program has the database open, which would go on writing to the file
// that is kept.
func foldLog(ctx context.Context, path string) (sidecars []string, err error) {
	if _, err := os.Lstat(path); errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	db := pool(path, alone, 1) // leaves WAL mode, which needs the database for itself
	err = errors.Join(db.PingContext(ctx), db.Close())
	switch {
	case err == nil:
		return nil, nil
	case kindOf(err) == flows.ErrDamaged:
		return []string{"-wal", "-shm"}, nil
	}
	return nil, explain("restore", path, err)
}

// swap keeps the old database under another name and puts the new one in its
// place. If the file system has links there is always a database under the
// name.
func swap(path, tmp, kept string, sidecars []string) error {
	for _, end := range append([]string{""}, sidecars...) {
		if err := keepAside(path+end, kept+end); ignore(err, fs.ErrNotExist) != nil {
			return err
		}
	}
	for _, end := range sidecars {
		if err := os.Remove(path + end); ignore(err, fs.ErrNotExist) != nil {
			return err
		}
	}
	return putInPlace(tmp, path)
}

func keepAside(path, kept string) error {
	err := os.Link(path, kept)
	if err == nil || errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return os.Rename(path, kept)
}

// notCopied are the tables that a new database fills by itself.
var notCopied = map[string]bool{"migrations": true, "counts": true}

// copyRows copies row by row, column by column, what the new database has a
// place for.
func copyRows(ctx context.Context, from *sql.DB, tx *sql.Tx) error {
	if _, err := tx.ExecContext(ctx, "PRAGMA defer_foreign_keys = ON"); err != nil {
		return err
	}
	tables, err := sumsOf(ctx, tx, "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name NOT LIKE 'search%' ORDER BY name")
	if err != nil {
		return err
	}
	for _, table := range append(tables, "search_pending") {
		if notCopied[table] {
			continue
		}
		columns, err := sumsOf(ctx, tx, "SELECT name FROM pragma_table_info(?)", table)
		if err != nil {
			return err
		}
		if err := copyTable(ctx, from, tx, table, table, columns, columns); err != nil {
			return fmt.Errorf("copy %s: %w", table, err)
		}
	}
	return copyTable(ctx, from, tx, "search_content", "search", []string{"docid", "c0body"}, []string{"docid", "body"})
}

func copyTable(ctx context.Context, from *sql.DB, tx *sql.Tx, source, target string, read, write []string) (err error) {
	var kind string
	err = from.QueryRowContext(ctx, "SELECT type FROM sqlite_schema WHERE name = ? AND sql NOT LIKE 'CREATE VIRTUAL%'", source).Scan(&kind)
	if err != nil || kind != "table" {
		return fmt.Errorf("%s is no table: %w", source, errors.Join(flows.ErrDamaged, err))
	}
	//nolint:gosec // the names are those of our own tables
	insert, err := tx.PrepareContext(ctx, "INSERT INTO "+target+" ("+quoted(write)+") VALUES ("+placeholders(len(write))+")")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, insert.Close()) }()
	//nolint:gosec // the names are those of our own tables
	rows, err := from.QueryContext(ctx, "SELECT "+quoted(read)+" FROM "+source)
	return rowsOf(rows, err, func(rows *sql.Rows) error {
		values, targets := make([]any, len(read)), make([]any, len(read))
		for i := range values {
			targets[i] = &values[i]
		}
		if err := rows.Scan(targets...); err != nil {
			return err
		}
		_, err := insert.ExecContext(ctx, values...)
		return err
	})
}
