package sqlite

import (
	"database/sql"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/storage/schema"
)

// oldDB makes a database as the program of a version made it, with a run in it.
func oldDB(t *testing.T, version int) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "lotse.db")
	must(t, createEmpty(path))
	db := pool(path, alone, 1)
	must(t, migrate(ctx, db, migrations()[:version], 0, time.UnixMilli(0)))
	for _, s := range fixture {
		_, err := db.Exec(s)
		must(t, err)
	}
	must(t, db.Close())
	return path
}

// fixture are rows as version 1 wrote them. They are never changed.
var fixture = []string{
	`INSERT INTO customers VALUES ('c1', 'Muster GmbH', 'muster gmbh')`,
	`INSERT INTO procedures VALUES ('d1', 1, x'70')`,
	`INSERT INTO runs (n, id, procedure, version, title, digest, customer, mode, status, lang, started, changed, events,
		head, due, progress, current, current_title, why) VALUES (1, 'ab12', 'teccom-import', 1, 'Import', 'd1', 'c1', 'real', 'open', 'en', 1000, 2000, 1,
		x'` + strings.Repeat("11", 32) + `', NULL, '1 2 0 0 0 0 1', 'client', 'Client', '')`,
	`INSERT INTO events VALUES ('ab12', 1, 2000, 'Erika Muster', 'real', 'started', '', x'7B7D', x'` + strings.Repeat("22", 16) + `',
		x'` + strings.Repeat("33", 32) + `', x'` + strings.Repeat("00", 32) + `', x'` + strings.Repeat("11", 32) + `')`,
	`INSERT INTO settings VALUES ('name', 'Erika Muster')`,
	`INSERT INTO search (docid, body) VALUES (1, 'Muster GmbH')`,
}

func TestMigrateFromEveryVersion(t *testing.T) {
	for version := 1; version <= schemaVersion(); version++ {
		path := oldDB(t, version)
		d, err := Open(ctx, path, Options{})
		must(t, err)
		h, err := d.Header(ctx, "ab12")
		must(t, err)
		if h.Customer.Name != "Muster GmbH" || h.Progress != (run.Progress{Done: 1, Open: 2, NotNeeded: 1}) {
			t.Errorf("version %d: header %+v", version, h)
		}
		page, err := d.Headers(ctx, run.Query{Text: "must"})
		must(t, err)
		if page.Total != 1 {
			t.Errorf("version %d: found %d", version, page.Total)
		}
		id, err := identify(ctx, d.reader, path)
		must(t, err)
		if id.version != schemaVersion() {
			t.Errorf("version %d became %d", version, id.version)
		}
		must(t, d.Close())
	}
}

func TestMigrationIsBackedUp(t *testing.T) {
	path := oldDB(t, 1)
	withSteps(t, schema.Migration{Version: schemaVersion() + 1, Name: "more", Text: "CREATE TABLE more (x TEXT) STRICT; UPDATE settings SET value = 'changed'"})
	var told flows.Message
	d, err := Open(ctx, path, Options{Tell: func(m flows.Message) { told = m }})
	must(t, err)
	v, err := d.Setting(ctx, "name")
	must(t, err)
	files, err := d.Backups(ctx)
	must(t, err)
	must(t, d.Close())
	if v != "changed" || len(files) != 1 {
		t.Fatalf("setting %q, backups %v", v, files)
	}
	if want := flows.Msg("store.migrated", "version", schemaVersion(), "backup", files[0].Path); !reflect.DeepEqual(told, want) {
		t.Errorf("told %v, want %v", told, want)
	}
	old := pool(files[0].Path, reading, 1)
	defer func() { must(t, old.Close()) }()
	var version int
	var before string
	must(t, old.QueryRow("SELECT user_version, (SELECT value FROM settings) FROM pragma_user_version").Scan(&version, &before))
	if version != 1 || before != "Erika Muster" {
		t.Errorf("the backup has version %d and %q", version, before)
	}
}

// withSteps adds steps for one test.
func withSteps(t *testing.T, more ...schema.Migration) {
	t.Helper()
	was := migrations
	all := append(slices.Clone(was()), more...)
	migrations = func() schema.Migrations { return all }
	t.Cleanup(func() { migrations = was })
}

func TestFailedMigrationChangesNothing(t *testing.T) {
	const orphan = "INSERT INTO unsaved VALUES ('no run', '', '', '', '', '', NULL, 0)"
	for name, tt := range map[string]struct{ before, text string }{
		"wrong in the middle": {"SELECT 1", "CREATE TABLE more (x); INSERT INTO nowhere VALUES (1)"},
		"a broken key":        {"SELECT 1", "CREATE TABLE more (x); PRAGMA defer_foreign_keys = ON; " + orphan},
		"a key broken before": {orphan, "CREATE TABLE more (x)"},
	} {
		t.Run(name, func(t *testing.T) {
			path := oldDB(t, 1)
			loose, err := sql.Open("sqlite3", path)
			must(t, err)
			_, err = loose.Exec(tt.before)
			must(t, err)
			must(t, loose.Close())
			bad := pool(path, alone, 1)
			err = migrate(ctx, bad, append(migrations()[:1:1], schema.Migration{Version: 2, Name: "more", Text: tt.text}), 1, time.Now())
			must(t, bad.Close())
			if err == nil {
				t.Fatal("migrated")
			}
			db := pool(path, reading, 1)
			defer func() { must(t, db.Close()) }()
			var version, tables int
			must(t, db.QueryRow("SELECT user_version, (SELECT count(*) FROM sqlite_schema WHERE name = 'more') FROM pragma_user_version").Scan(&version, &tables))
			if version != 1 || tables != 0 {
				t.Errorf("version %d, %d left", version, tables)
			}
		})
	}
}

// TestMigrationIsOneTransaction looks into the transaction of a step, and takes
// it back: the version of the schema goes with what it says.
func TestMigrationIsOneTransaction(t *testing.T) {
	db := pool(oldDB(t, 1), alone, 1)
	defer func() { must(t, db.Close()) }()
	version := func(q querier) (n int) {
		t.Helper()
		must(t, q.QueryRowContext(ctx, "PRAGMA user_version").Scan(&n))
		return n
	}
	tx, err := db.BeginTx(ctx, nil)
	must(t, err)
	must(t, apply(ctx, tx, migrations()[1], time.Now()))
	if n := version(tx); n != 2 {
		t.Errorf("inside of it the version is %d", n)
	}
	must(t, tx.Rollback())
	if n := version(db); n != 1 {
		t.Errorf("taken back, the version is %d", n)
	}
}

func TestChangedMigrationIsSeen(t *testing.T) {
	d := opened(t)
	_, err := d.writer.Exec("UPDATE migrations SET sum = 'x' WHERE version = 1")
	must(t, err)
	f, err := d.Examine(ctx)
	must(t, err)
	if !reflect.DeepEqual(f.Problems, []flows.Message{flows.Msg("store.other_migration", "version", 1)}) {
		t.Errorf("problems %q", f.Problems)
	}
}

// TestMigrationFiles holds that no step ends its own transaction.
func TestMigrationFiles(t *testing.T) {
	forbidden := regexp.MustCompile(`(?im)^\s*(COMMIT|ROLLBACK|END\s+TRANSACTION|BEGIN\s+(IMMEDIATE|EXCLUSIVE|DEFERRED|TRANSACTION)|PRAGMA|VACUUM|ATTACH)\b`)
	for _, s := range migrations() {
		if m := forbidden.FindString(s.Text); m != "" {
			t.Errorf("%04d_%s.sql: %q", s.Version, s.Name, m)
		}
	}
	files, err := os.ReadDir("migrations")
	must(t, err)
	if len(files) != schemaVersion() {
		t.Errorf("%d files, %d steps", len(files), schemaVersion())
	}
}

func TestTablesAreStrict(t *testing.T) {
	d := opened(t)
	rows, err := d.reader.Query("SELECT name FROM pragma_table_list WHERE type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%'")
	must(t, rowsOf(rows, err, func(rows *sql.Rows) error {
		var name string
		err := rows.Scan(&name)
		t.Errorf("%s is not strict", name)
		return err
	}))
}

// TestFirstStartBetweenMigrations goes on without a word, and without a backup
// of nothing.
func TestFirstStartBetweenMigrations(t *testing.T) {
	path := filepath.Join(t.TempDir(), "lotse.db")
	must(t, createEmpty(path))
	db := pool(path, alone, 1)
	must(t, migrate(ctx, db, migrations()[:1], 0, time.Now()))
	must(t, db.Close())
	var said told
	d, err := Open(ctx, path, Options{Tell: said.add})
	must(t, err)
	defer func() { must(t, d.Close()) }()
	if all, err := d.Backups(ctx); err != nil || len(all) > 0 || len(said) > 0 {
		t.Errorf("backups %v, %v, told %v", all, err, said)
	}
}
