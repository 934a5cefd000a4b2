package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"lotse/flows"
	"lotse/flows/ownfile"
	"lotse/flows/run"
	"lotse/storage/disk"
	"lotse/storage/key"
)

// evidenceFolder is where a database's evidence lies: each database has its
// own, so that to delete from one takes nothing from another.
func evidenceFolder(path string) string {
	return filepath.Join(filepath.Dir(path), "evidence", filepath.Base(path))
}

func (d *DB) evidenceFolder() string { return evidenceFolder(d.path) }

func (d *DB) evidenceFile(sum string) string {
	return filepath.Join(d.evidenceFolder(), sum[:2], sum)
}

// Put keeps a file under its SHA-256. It is synced when Put returns; an event
// has to name it within a day, or it is swept.
func (d *DB) Put(ctx context.Context, name string, r io.Reader) (run.File, error) {
	return d.PutLarge(ctx, name, flows.MaxEvidence, r)
}

// PutLarge is Put with another limit, in bytes. Memory stays flat, and the
// context ends it.
func (d *DB) PutLarge(ctx context.Context, name string, most int64, r io.Reader) (run.File, error) {
	file := run.File{Name: key.FileName(name)}
	if err := makeOwnFolder(d.path, d.evidenceFolder()); err != nil {
		return file, err
	}
	tmp, err := ownfile.CreateTemp(d.evidenceFolder(), "put-*.tmp")
	if err != nil {
		return file, explain("keep file", d.evidenceFolder(), err)
	}
	file.Sum, file.Size, err = fill(ctx, tmp, name, most, r)
	if err != nil {
		return file, errors.Join(explain("keep file", d.evidenceFolder(), err), os.Remove(tmp.Name()))
	}
	// Noted first, so that a file that nobody comes to name is found again.
	err = d.write(ctx, "keep file", func(ctx context.Context, tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, "INSERT INTO evidence_new (sum, at) VALUES (?, ?) ON CONFLICT (sum) DO UPDATE SET at = excluded.at", file.Sum, d.now().UnixMilli())
		if err != nil {
			return err
		}
		return renameSynced(tmp.Name(), d.evidenceFile(file.Sum))
	})
	if err != nil {
		return file, errors.Join(err, ignore(os.Remove(tmp.Name()), fs.ErrNotExist))
	}
	return file, nil
}

// fill copies at most so many bytes into a file and syncs it.
func fill(ctx context.Context, f *os.File, name string, most int64, r io.Reader) (sum string, size int64, err error) {
	sum, size, err = key.Fill(ctx, f, name, most, r)
	if err == nil {
		err = f.Sync()
	}
	return sum, size, errors.Join(err, f.Close())
}

// renameSynced renames a synced file so that both survive a power cut.
func renameSynced(tmp, path string) error {
	dir := filepath.Dir(path)
	if err := refuseLink(dir); err != nil {
		return err
	}
	if err := disk.MakeFolder(dir); err != nil {
		return err
	}
	if err := ownfile.Rename(tmp, path); err != nil {
		return err
	}
	return syncFolder(dir)
}

// nameEvidence notes which files an event names.
func nameEvidence(ctx context.Context, tx *sql.Tx, e *run.Event) error {
	for _, sum := range e.Files() {
		if _, err := tx.ExecContext(ctx, "INSERT INTO evidence (sum, run, seq) VALUES (?, ?, ?)", sum, e.Run, e.Seq); err != nil {
			return err
		}
		if _, err := tx.ExecContext(ctx, "DELETE FROM evidence_new WHERE sum = ?", sum); err != nil {
			return err
		}
	}
	return nil
}

// sumsOf gives the files that events name: a query's first column.
func sumsOf(ctx context.Context, q querier, query string, args ...any) ([]string, error) {
	var sums []string
	rows, err := q.QueryContext(ctx, query, args...)
	err = rowsOf(rows, err, func(rows *sql.Rows) error {
		var sum string
		err := rows.Scan(&sum)
		sums = append(sums, sum)
		return err
	})
	return sums, err
}

// markForRemoval notes files for removal, in the transaction that removes
// their names.
func markForRemoval(ctx context.Context, tx *sql.Tx, sums []string) error {
	for _, sum := range sums {
		if _, err := tx.ExecContext(ctx, "INSERT INTO evidence_new (sum, at) VALUES (?, 0) ON CONFLICT DO NOTHING", sum); err != nil {
			return err
		}
	}
	return nil
}

// evidenceGrace is how long a kept file may wait for the event that names it.
const evidenceGrace = 24 * time.Hour

// sweepEvidence removes files that nothing names. It holds the write lock, so
// that nobody comes to name one meanwhile; cut off, it is done the next time.
func (d *DB) sweepEvidence(ctx context.Context) error {
	before := d.now().Add(-evidenceGrace).UnixMilli()
	var waiting bool // else nobody has to wait for the lock
	err := d.read(ctx, "look at evidence", func(ctx context.Context, conn *sql.Conn) error {
		return conn.QueryRowContext(ctx, "SELECT EXISTS (SELECT 1 FROM evidence_new WHERE at < ?)", before).Scan(&waiting)
	})
	if err != nil || !waiting {
		return err
	}
	return d.write(ctx, "sweep evidence", func(ctx context.Context, tx *sql.Tx) error {
		sums, err := sumsOf(ctx, tx, "SELECT sum FROM evidence_new WHERE at < ? AND NOT EXISTS (SELECT 1 FROM evidence e WHERE e.sum = evidence_new.sum)", before)
		if err != nil {
			return err
		}
		for _, sum := range sums {
			if !key.Sum(sum) {
				continue // not a name that is made here
			}
			file := d.evidenceFile(sum)
			if err := refuseLink(filepath.Dir(file)); err != nil {
				return err
			}
			if err := os.Remove(file); ignore(err, fs.ErrNotExist) != nil {
				return fmt.Errorf("remove evidence: %w", err)
			}
		}
		_, err = tx.ExecContext(ctx, "DELETE FROM evidence_new WHERE at < ?", before)
		return err
	})
}
