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
