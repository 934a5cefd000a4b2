//go:build campaign

package postgres_test

import (
	"os"
	"sync"
	"testing"

	"lotse/flows/run"
	"lotse/storage/postgres/pgtest"
	"lotse/storage/storetest"
)

func TestMain(m *testing.M) { os.Exit(pgtest.Main(m)) }

// model is the database that each test of the contract has a copy of.
var model = struct {
	sync.Once
	name string
}{}

// open opens an empty database as a lead, whose events storetest writes.
func open(t *testing.T) run.Archive {
	c := pgtest.Shared(t)
	model.Do(func() {
		name := c.Database(t)
		c.Member(t, name, lead, run.Lead)
		model.name = name
	})
	return as(t, c, lead, c.Copy(t, model.name))
}

func TestPostgres(t *testing.T) { storetest.Run(t, open, nil) }
