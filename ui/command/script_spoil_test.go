package command_test

import (
	"database/sql"

	_ "github.com/mattn/go-sqlite3" // the driver
	"github.com/rogpeppe/go-internal/testscript"
)

// spoil changes a database as no program of ours does: one statement of SQL.
func spoil(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: spoil DATABASE SQL")
	}
	db, err := sql.Open("sqlite3", ts.MkAbs(args[0]))
	ts.Check(err)
	_, err = db.Exec(args[1])
	ts.Check(err)
	ts.Check(db.Close())
}
