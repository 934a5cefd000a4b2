package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	sqlite3 "github.com/mattn/go-sqlite3"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/storage/storetest"
)

var ctx = context.Background()

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func opened(t testing.TB) *DB {
	t.Helper()
	d, err := Open(ctx, filepath.Join(t.TempDir(), "lotse.db"), Options{})
	must(t, err)
	t.Cleanup(func() { must(t, d.Close()) })
	return d
}

func begun(t testing.TB, d *DB, id string) *storetest.Log {
	t.Helper()
	c, err := d.AddCustomer(ctx, run.Customer{Name: "Muster GmbH"})
	must(t, err)
	l := storetest.NewLog(id, c)
	l.Add(run.EventStarted, map[string]string{})
	must(t, d.Append(ctx, l.Batch(1)))
	return l
}

func TestSettingsOfConnections(t *testing.T) {
	d := opened(t)
	begun(t, d, "ab12")
	_, err := d.Header(ctx, "ab12") // a reader learns of the log when it reads
	must(t, err)
	for pragma, want := range map[string]string{
		"journal_mode": "wal", "synchronous": "2", "foreign_keys": "1", "busy_timeout": "5000", "secure_delete": "1",
		"trusted_schema": "0", "cell_size_check": "1", "mmap_size": "0", "temp_store": "2",
		"application_id": "1282372723", "user_version": strconv.Itoa(schemaVersion()),
	} {
		for name, db := range map[string]*sql.DB{"writer": d.writer, "reader": d.reader} {
			var got string
			must(t, db.QueryRow("PRAGMA "+pragma).Scan(&got))
			if got != want {
				t.Errorf("%s: %s is %s, want %s", name, pragma, got, want)
			}
		}
	}
	if n := d.writer.Stats().MaxOpenConnections; n != 1 {
		t.Errorf("%d writing connections", n)
	}
	if _, err := d.reader.Exec("DELETE FROM settings"); err == nil {
		t.Error("a reader can write")
	}
}

// TestWritersLockAtOnce begins a change and writes nothing yet: nobody else may
// write between what it reads and what it will write.
func TestWritersLockAtOnce(t *testing.T) {
	d := opened(t)
	tx, err := d.writer.BeginTx(ctx, nil)
	must(t, err)
	defer func() { must(t, tx.Rollback()) }()
	other := pool(d.path, writing, 1)
	defer func() { must(t, other.Close()) }()
	_, err = other.Exec("PRAGMA busy_timeout = 0")
	must(t, err)
	if _, err := other.Exec("DELETE FROM settings"); kindOf(err) != flows.ErrLocked {
		t.Errorf("another program writes meanwhile: %v", err)
	}
}

func TestSettingNotTaken(t *testing.T) {
	d := opened(t)
	for _, broken := range []string{
		strings.Replace(dsn(d.path, writing), "_synchronous=FULL", "_sycn=FULL", 1),
		strings.Replace(dsn(d.path, writing), "_foreign_keys", "_foreing_keys", 1),
		strings.Replace(dsn(d.path, writing), "_secure_delete=on", "_secure_delete=off", 1),
	} {
		db := sql.OpenDB(connector{broken, &sqlite3.SQLiteDriver{ConnectHook: func(c *sqlite3.SQLiteConn) error { return applySettings(c, writing) }}})
		if err := db.Ping(); !errors.Is(err, errSettings) {
			t.Errorf("%s: %v", broken, err)
		}
		must(t, db.Close())
	}
}

func TestFullDisk(t *testing.T) {
	d := opened(t)
	l := begun(t, d, "ab12")
	_, err := d.writer.Exec("PRAGMA max_page_count = 1") // no more than it has
	must(t, err)
	var failed error
	for range 1000 {
		e := l.Answer("name", strings.Repeat("x", 3000))
		if failed = d.Append(ctx, l.Batch(e.Seq)); failed != nil {
			break
		}
	}
	if !errors.Is(failed, flows.ErrFull) || !strings.Contains(failed.Error(), d.path) || !strings.Contains(failed.Error(), "store.full") {
		t.Fatalf("error %v", failed)
	}
	lost := l.Events[len(l.Events)-1].Seq
	events, err := d.Events(ctx, "ab12", 0)
	must(t, err)
	if int64(len(events)) != lost-1 {
		t.Errorf("%d events are there, want %d", len(events), lost-1)
	}
	_, err = d.writer.Exec("PRAGMA max_page_count = 1000000") // room was made
	must(t, err)
	must(t, d.Append(ctx, l.Batch(lost)))
}

func TestLocked(t *testing.T) {
	d := opened(t)
	l := begun(t, d, "ab12")
	other := pool(d.path, writing, 1)
	defer func() { must(t, other.Close()) }()
	tx, err := other.Begin()
	must(t, err)
	_, err = d.writer.Exec("PRAGMA busy_timeout = 20")
	must(t, err)
	e := l.Answer("name", "x")
	err = d.Append(ctx, l.Batch(e.Seq))
	if !errors.Is(err, flows.ErrLocked) || !strings.Contains(err.Error(), d.path) {
		t.Fatalf("error %v", err)
	}
	if _, err := d.Events(ctx, "ab12", 0); err != nil {
		t.Errorf("a reader waits for the writer: %v", err)
	}
	must(t, tx.Rollback())
	must(t, d.Append(ctx, l.Batch(e.Seq)))
}

func TestLockFileIsWaitedFor(t *testing.T) {
	path := filepath.Join(t.TempDir(), "lock")
	release, err := lockFile(ctx, path, time.Minute)
	must(t, err)
	short, cancel := context.WithTimeout(ctx, 30*time.Millisecond)
	defer cancel()
	if _, err := lockFile(short, path, time.Minute); !errors.Is(err, context.DeadlineExceeded) {
		t.Fatalf("error %v", err)
	}
	if _, err := lockFile(ctx, path, time.Millisecond); !errors.Is(err, flows.ErrLocked) {
		t.Fatalf("error %v", err)
	}
	got := make(chan error)
	go func() {
		again, err := lockFile(ctx, path, time.Minute)
		if err == nil {
			again()
		}
		got <- err
	}()
	release()
	must(t, <-got)
}

func TestCancelledWriteIsWritten(t *testing.T) {
	d := opened(t)
	l := begun(t, d, "ab12")
	gone, cancel := context.WithCancel(ctx)
	cancel()
	l.Answer("name", "x")
	must(t, d.Append(gone, l.Batch(2)))
	if _, err := d.Events(gone, "ab12", 0); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
	events, err := d.Events(ctx, "ab12", 0)
	must(t, err)
	if len(events) != 2 {
		t.Errorf("%d events", len(events))
	}
}

func TestNetworkFileSystems(t *testing.T) {
	if _, far, err := fileSystem(t.TempDir()); far || err != nil {
		t.Errorf("this disk is far: %v, %v", far, err)
	}
	if _, _, err := fileSystem(filepath.Join(t.TempDir(), "no such folder")); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("error %v", err)
	}
}

// TestPagesReadAnIndex holds that a page never walks or sorts all runs.
func TestPagesReadAnIndex(t *testing.T) {
	d := opened(t)
	must(t, Fill(d, 100))
	must(t, d.indexPending(ctx))
	due := time.Now()
	for name, q := range map[string]run.Query{
		"all": {}, "status": {Status: []run.Status{run.StatusOpen, run.StatusDone}}, "customer": {Customer: "x"},
		"due": {DueBy: &due}, "text": {Text: "muster"}, "all of them": {Customer: "x", DueBy: &due, Text: "muster", Status: []run.Status{run.StatusOpen}},
	} {
		s, err := selectionOf(q)
		must(t, err)
		for _, ask := range []func() (string, []any){s.page, s.count} {
			query, args := ask()
			rows, err := d.reader.Query("EXPLAIN QUERY PLAN "+query, args...)
			must(t, rowsOf(rows, err, func(rows *sql.Rows) error {
				var a, b, c int
				var detail string
				err := rows.Scan(&a, &b, &c, &detail)
				if strings.HasPrefix(detail, "SCAN r") || strings.HasPrefix(detail, "SCAN c ") {
					t.Errorf("%s: %s", name, detail)
				}
				return err
			}))
		}
	}
}

// TestPathsOfWindows: whatever a path begins with, SQLite is handed a file without a
// host.
func TestPathsOfWindows(t *testing.T) {
	for path, want := range map[string]string{
		`/home/a b/lotse.db`:       `file:/home/a%20b/lotse.db?`,
		`C:/a?b#c/lotse.db`:        `file:/C:/a%3Fb%23c/lotse.db?`,
		`\\?\C:\a b\lotse.db`:      `file:/%5C%5C%3F%5CC:%5Ca%20b%5Clotse.db?`,
		`\\?\Volume{1-2}\lotse.db`: `file:/%5C%5C%3F%5CVolume%7B1-2%7D%5Clotse.db?`,
	} {
		if got := dsn(path, writing); !strings.HasPrefix(got, want) {
			t.Errorf("%s: %s, want %s…", path, got, want)
		}
	}
}
