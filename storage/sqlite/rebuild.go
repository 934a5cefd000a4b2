package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"time"

	"lotse/flows"
	"lotse/flows/run"
)

// rebuild makes a database of our own making with the rows of a backup. The
// backup itself may come from anywhere and is only read.
func rebuild(ctx context.Context, backup, tmp string, now time.Time) (err error) {
	if info, err := os.Stat(backup); err != nil || !info.Mode().IsRegular() {
		return flows.Refuse(flows.ErrNotFound, nil, "store.no_backup", "file", backup).Because(err)
	}
	if err := createEmpty(tmp); err != nil {
		return err
	}
	from := pool(backup, reading, 1)
	defer func() { err = errors.Join(err, from.Close()) }()
	f, err := inspect(ctx, from, backup)
	if isCutOff(err) {
		return flows.Refuse(flows.ErrFailed, nil, "store.backup_cut_off", "file", backup, "journal", backup+"-journal")
	}
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
	run.Look{Part: run.LookCopy}.Tell(ctx)
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

// notCopied are the tables that a new database fills by itself.
var notCopied = map[string]bool{"migrations": true, "counts": true}

// copyRows copies row by row, column by column, what the new database has a
// place for.
func copyRows(ctx context.Context, from *sql.DB, tx *sql.Tx) error {
	if _, err := tx.ExecContext(ctx, "PRAGMA defer_foreign_keys = ON"); err != nil {
		return err
	}
	tables, err := sumsOf(ctx, tx, "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND (name NOT LIKE 'search%' OR name IN ('search_pending', 'search_places', 'search_stale')) ORDER BY name")
	if err != nil {
		return err
	}
	for _, table := range tables {
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
