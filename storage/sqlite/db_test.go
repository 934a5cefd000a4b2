package sqlite_test

import (
	"context"
	"path/filepath"
	"testing"
	"time"

	"lotse/flows/run"
	"lotse/storage/sqlite"
	"lotse/storage/storetest"
)

var ctx = context.Background()

func TestDB(t *testing.T) {
	storetest.Run(t, func(t *testing.T) run.Archive {
		return open(t, filepath.Join(t.TempDir(), "lotse.db"))
	}, func(t *testing.T, a run.Archive, backup string) (run.Archive, string, error) {
		again, kept, err := restored(t, a.(*sqlite.DB), backup)
		return again, kept, err
	})
}

// restored closes a database, puts a backup in its place and opens it again.
func restored(t *testing.T, db *sqlite.DB, backup string) (again *sqlite.DB, kept string, err error) {
	t.Helper()
	must(t, db.Close())
	kept, err = sqlite.Restore(ctx, db.Path(), backup, time.Now(), nil)
	return open(t, db.Path()), kept, err
}

// open opens a database that is closed when the test ends.
func open(t testing.TB, path string) *sqlite.DB {
	t.Helper()
	db, err := sqlite.Open(ctx, path, sqlite.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := db.Close(); err != nil {
			t.Error(err)
		}
	})
	return db
}
