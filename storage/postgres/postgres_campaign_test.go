//go:build campaign

package postgres_test

import (
	"os"
	"testing"

	"lotse/flows/run"
	"lotse/storage/postgres"
	"lotse/storage/postgres/pgtest"
	"lotse/storage/storetest"
)

func TestMain(m *testing.M) { os.Exit(pgtest.Main(m)) }

// open opens an empty database as a consultant: whose events storetest writes.
func open(t *testing.T) run.Archive {
	c := pgtest.Shared(t)
	name := c.Database(t)
	c.Member(t, name, "Erika Muster", run.Lead)
	db, err := postgres.Open(t.Context(), c.URL("Erika Muster", name), postgres.Options{Dir: t.TempDir()})
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

func TestPostgres(t *testing.T) { storetest.Run(t, open, nil) }
