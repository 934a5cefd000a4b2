package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"

	sqlite3 "github.com/mattn/go-sqlite3"

	"lotse/flows"
	"lotse/flows/ownfile"
	"lotse/flows/run"
	"lotse/storage/key"
)

// Examine runs the full page check, the foreign keys, every chain and every
// evidence file.
func (d *DB) Examine(ctx context.Context) (run.Findings, error) {
	d.mu.RLock()
	defer d.mu.RUnlock()
	if d.reader == nil {
		return run.Findings{}, fmt.Errorf("examine: %w", errClosed)
	}
	f, err := inspect(ctx, d.reader, d.path)
	if err != nil {
		return f, explain("examine", d.path, err)
	}
	err = errors.Join(d.inspectEvidence(ctx, &f), d.facts(ctx, &f))
	f.Exposed = d.exposed()
	return f, explain("examine", d.path, err)
}

// inspect looks at a database thoroughly. What is damaged is a problem and not
// an error.
func inspect(ctx context.Context, db *sql.DB, path string) (run.Findings, error) {
	f := run.Findings{Path: path, Facts: map[string]string{}}
	id, err := identify(ctx, db, path)
	if err != nil {
		return f, err
	}
	if f.Version = id.version; id.empty {
		return f, nil
	}
	looks := []func(context.Context, *sql.DB, *run.Findings) error{inspectPages, inspectKeys, inspectMigrations}
	if id.version == schemaVersion() {
		looks = append(looks, inspectProcedures, inspectChains)
	}
	for _, look := range looks {
		err := look(ctx, db, &f)
		if kindOf(err) == flows.ErrDamaged {
			f.Problems = append(f.Problems, errorText(err))
			continue
		}
		if err != nil {
			return f, err
		}
	}
	return f, nil
}

// inspectPages has SQLite look at every page and index. It passes over CHECK, which it
// does not even read on a connection that only reads: what stands under one is proved by
// the chain too, or stands in an index.
func inspectPages(ctx context.Context, db *sql.DB, f *run.Findings) error {
	run.Look{Part: run.LookPages}.Tell(ctx)
	rows, err := db.QueryContext(ctx, "PRAGMA integrity_check(20)")
	return rowsOf(rows, err, func(rows *sql.Rows) error {
		var what string
		err := rows.Scan(&what)
		if err == nil && what != "ok" {
			f.Problems = append(f.Problems, flows.Msg("store.pages", "what", what))
		}
		return err
	})
}

func inspectKeys(ctx context.Context, db *sql.DB, f *run.Findings) error {
	broken, err := brokenKeys(ctx, db)
	f.Problems = append(f.Problems, broken...)
	return err
}

// inspectMigrations compares the applied migrations with ours.
func inspectMigrations(ctx context.Context, db *sql.DB, f *run.Findings) error {
	rows, err := db.QueryContext(ctx, "SELECT version, sum FROM migrations ORDER BY version")
	applied := 0
	err = rowsOf(rows, err, func(rows *sql.Rows) error {
		var version int
		var sum string
		if err := rows.Scan(&version, &sum); err != nil {
			return err
		}
		applied++
		if !migrations().Has(version, sum) {
			f.Problems = append(f.Problems, flows.Msg("store.other_migration", "version", version))
		}
		return nil
	})
	if err == nil && applied != f.Version {
		f.Problems = append(f.Problems, flows.Msg("store.migrations", "version", f.Version, "applied", applied))
	}
	return err
}

// inspectChains verifies every run, a few at a time.
func inspectChains(ctx context.Context, db *sql.DB, f *run.Findings) error {
	const query = "SELECT " + unlisted + headerFrom + "WHERE r.id > ? ORDER BY r.id LIMIT 200"
	var all int
	if err := db.QueryRowContext(ctx, "SELECT count(*) FROM runs").Scan(&all); err != nil {
		return err
	}
	after := ""
	for {
		run.Look{Part: run.LookRuns, Done: min(f.Runs, all), All: all}.Tell(ctx)
		page, err := headers(ctx, db, query, after)
		if err != nil {
			return err
		}
		for _, h := range page {
			if err := inspectChain(ctx, db, f, h.ID); err != nil {
				return err
			}
			after = h.ID
		}
		if len(page) == 0 {
			return ctx.Err()
		}
	}
}

// inspectChain reads header and events of one moment: somebody may write.
func inspectChain(ctx context.Context, db *sql.DB, f *run.Findings, id string) error {
	var h run.Header
	var events []run.Event
	err := onConn(ctx, db, func(ctx context.Context, conn *sql.Conn) error {
		return inSnapshot(ctx, conn, func() (err error) {
			h, err = scanHeader(conn.QueryRowContext(ctx, "SELECT "+unlisted+headerFrom+"WHERE r.id = ?", id).Scan)
			if err == nil {
				events, err = eventsOf(ctx, conn, id, 0)
			}
			return err
		})
	})
	if err != nil {
		return ignore(err, sql.ErrNoRows) // deleted meanwhile
	}
	f.Runs++
	f.Events += int64(len(events))
	if v := run.Verify(h, events); !v.Intact {
		f.Problems = append(f.Problems, flows.Msg("store.chain", "run", id, "seq", v.Fault.Seq, "what", v.Fault.What))
	}
	return nil
}

func (d *DB) inspectEvidence(ctx context.Context, f *run.Findings) error {
	sums, err := sumsOf(ctx, d.reader, "SELECT DISTINCT sum FROM evidence ORDER BY sum")
	if err != nil {
		return err
	}
	for i, sum := range sums {
		run.Look{Part: run.LookFiles, Done: i, All: len(sums)}.Tell(ctx)
		r, err := d.Open(ctx, sum)
		if err == nil {
			_, err = io.Copy(io.Discard, key.Reader(ctx, r)) // a large one shows at its end
			err = errors.Join(err, r.Close())
		}
		if ctx.Err() != nil {
			return ctx.Err()
		}
		if err != nil {
			f.Problems = append(f.Problems, errorText(err))
		}
	}
	f.Facts["evidence_files"] = strconv.Itoa(len(sums))
	return nil
}

func (d *DB) facts(ctx context.Context, f *run.Findings) error {
	version, _, _ := sqlite3.Version()
	f.Facts["sqlite"] = version
	for _, name := range []string{"journal_mode", "synchronous", "foreign_keys", "secure_delete"} {
		var value string
		if err := d.writer.QueryRowContext(ctx, "PRAGMA "+name).Scan(&value); err != nil {
			return err
		}
		f.Facts[name] = value
	}
	for name, path := range map[string]string{"": d.path, "log_": d.path + "-wal"} {
		if info, err := os.Stat(path); err == nil {
			f.Facts[name+"size"] = strconv.FormatInt(info.Size(), 10)
		}
	}
	for name, path := range map[string]string{"": d.path, "log_": d.path + "-wal", "folder_": filepath.Dir(d.path)} {
		if mode := ownfile.Permissions(path); mode != "" {
			f.Facts[name+"permissions"] = mode
		}
	}
	if name := cloudOf(filepath.Dir(d.path)); name != "" {
		f.Facts["cloud"] = name
	}
	files, err := d.Backups(ctx)
	f.Facts["backups"] = strconv.Itoa(len(files))
	if len(files) > 0 {
		f.Facts["newest_backup"] = files[0].Path
	}
	return err
}

// verifyFile refuses a copy that is not whole. of is the file to name.
func verifyFile(ctx context.Context, path, of string) error {
	db := pool(path, reading, 1)
	f, err := inspect(ctx, db, path)
	if err = errors.Join(err, db.Close()); err != nil {
		return explain("verify", of, err)
	}
	if len(f.Problems) > 0 {
		return flows.Refuse(flows.ErrDamaged, nil, "store.copy_torn", "file", of, "what", f.Problems[0])
	}
	return nil
}
