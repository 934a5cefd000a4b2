package sqlite_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/storage/sqlite"
	"lotse/storage/storetest"
)

func TestLastKept(t *testing.T) {
	c := &clock{storetest.Epoch}
	db := openAt(t, filepath.Join(t.TempDir(), "lotse.db"), c)
	want := func(at time.Time, backup bool) {
		t.Helper()
		got, isBackup, err := db.LastKept(ctx)
		if must(t, err); !got.Equal(at) || isBackup != backup {
			t.Errorf("%v %v, want %v %v", got, isBackup, at, backup)
		}
	}
	want(time.Time{}, false) // nothing to keep
	c.at = c.at.Add(time.Hour)
	startRun(t, db, "ab12")
	want(storetest.Epoch, false)
	backups(t, db, 1)
	want(c.at, true)
}

// TestABrokenOffBackupLeavesNothing ends the context at each part of a backup.
func TestABrokenOffBackupLeavesNothing(t *testing.T) {
	db := open(t, filepath.Join(t.TempDir(), "lotse.db"))
	must(t, sqlite.Fill(db, 300))
	var parts []run.Part
	whole := run.Watch(ctx, func(l run.Look) {
		if !slices.Contains(parts, l.Part) {
			parts = append(parts, l.Part)
		}
	})
	_, err := db.Backup(whole)
	must(t, err)
	if !slices.Equal(parts, []run.Part{run.LookCopy, run.LookPages, run.LookRuns}) {
		t.Errorf("parts %q", parts)
	}
	for _, part := range parts {
		ctx, cancel := context.WithCancel(ctx)
		_, err := db.Backup(run.Watch(ctx, func(l run.Look) {
			if l.Part == part {
				cancel()
			}
		}))
		if !errors.Is(err, context.Canceled) {
			t.Errorf("at %s: error %v", part, err)
		}
		left, err := filepath.Glob(filepath.Join(filepath.Dir(db.Path()), "backups", "lotse.db", "*.db*"))
		if must(t, err); len(left) != 1 {
			t.Errorf("at %s: left %q", part, left)
		}
	}
	must(t, errors.Join(db.SetSetting(ctx, "a", "b"), ctx.Err())) // it goes on
}

// TestLeftoversGo takes away what a backup left that was cut off, when nobody
// waits, and with a deletion, whose data it may hold.
func TestLeftoversGo(t *testing.T) {
	path := filepath.Join(t.TempDir(), "lotse.db")
	prepared(t, path)
	folder := filepath.Join(filepath.Dir(path), "backups", "lotse.db")
	for name, do := range map[string]func(db *sqlite.DB) error{
		"tidy":   func(db *sqlite.DB) error { return db.Tidy(ctx) },
		"delete": func(db *sqlite.DB) error { return db.DeleteRun(ctx, "bb22") },
	} {
		for _, end := range []string{".db.tmp", ".db.tmp-journal"} {
			write(t, filepath.Join(folder, "20261129T000000.000Z"+end), []byte("half"))
		}
		db, err := sqlite.Open(ctx, path, sqlite.Options{})
		must(t, err)
		must(t, errors.Join(do(db), db.Close()))
		entries, err := os.ReadDir(folder)
		must(t, err)
		for _, e := range entries {
			if strings.Contains(e.Name(), ".tmp") {
				t.Errorf("%s: %s is left", name, e.Name())
			}
		}
	}
}

// TestDeletionReachesWhatARestoreKept deletes from the old database, too, and
// names one from which it cannot.
func TestDeletionReachesWhatARestoreKept(t *testing.T) {
	path := filepath.Join(t.TempDir(), "lotse.db")
	backup := prepared(t, path)
	kept, err := sqlite.Restore(ctx, path, backup, time.Now(), nil)
	must(t, err)
	db := open(t, path)
	startRun(t, db, "cc33")
	must(t, db.DeleteRun(ctx, "aa11"))
	old := open(t, kept)
	if _, err := old.Header(ctx, "aa11"); !errors.Is(err, flows.ErrNotFound) {
		t.Errorf("the old one has it: %v", err)
	}
	if _, err := old.Header(ctx, "bb22"); err != nil {
		t.Error(err)
	}
	must(t, old.Close())

	write(t, kept, []byte(strings.Repeat("junk ", 1000)))
	if r := refusalOf(t, db.DeleteRun(ctx, "cc33")); r.Message.Code != "store.copies_left" || !strings.Contains(sentence(t, r.Message), kept) {
		t.Errorf("error %v", r)
	}
	if _, err := db.Header(ctx, "cc33"); !errors.Is(err, flows.ErrNotFound) {
		t.Errorf("it is not deleted: %v", err)
	}
}
