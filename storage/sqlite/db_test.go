package sqlite_test

import (
	"context"
	"path/filepath"
	"testing"

	"lotse/flows/run"
	"lotse/storage/sqlite"
	"lotse/storage/storetest"
)

var ctx = context.Background()

func TestDB(t *testing.T) {
	storetest.Run(t, func(t *testing.T) run.Archive {
		return open(t, filepath.Join(t.TempDir(), "lotse.db"))
	})
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
