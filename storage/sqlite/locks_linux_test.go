package sqlite_test

import (
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"golang.org/x/sys/unix"

	"lotse/flows/run"
	"lotse/storage/sqlite"
)

// TestLocksStay does everything that could open the database's file beside
// SQLite: to close it again would drop the lock by which other programs see that
// the database is open, and who closes it then takes the log away.
func TestLocksStay(t *testing.T) {
	path := filepath.Join(t.TempDir(), "lotse.db")
	db := open(t, path)
	l := startRun(t, db, "ab12")
	f, err := os.Open(path)
	must(t, err)
	defer f.Close() //nolint:errcheck // last of all: it drops the locks, too
	for name, do := range map[string]func() error{
		"nothing":       func() error { return nil },
		"backup":        func() error { _, err := db.Backup(ctx); return err },
		"backup if due": func() error { _, err := db.BackupIfDue(ctx); return err },
		"list":          func() error { _, err := db.Backups(ctx); return err },
		"examination":   func() error { _, err := db.Examine(ctx); return err },
		"another opener": func() error {
			other, err := sqlite.Open(ctx, path, sqlite.Options{})
			if err != nil {
				return err
			}
			return other.Close()
		},
		"erasing":         func() error { return db.Erase(ctx, []int64{1}, erased(l, []int64{1})) },
		"another program": func() error { return child("create", path, "GmbH").Run() },
	} {
		_, err := db.AddCustomer(ctx, run.Customer{Name: "Muster " + strconv.Quote(name)})
		must(t, err)
		if err := do(); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		// What is locked for everybody who has it open: SQLite's shared range.
		lock := unix.Flock_t{Type: unix.F_WRLCK, Start: 0x40000002, Len: 510}
		must(t, unix.FcntlFlock(f.Fd(), unix.F_OFD_GETLK, &lock))
		if lock.Type == unix.F_UNLCK {
			t.Errorf("after %s the database is not locked", name)
		}
	}
}
