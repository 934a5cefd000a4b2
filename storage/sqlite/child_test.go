package sqlite_test

import (
	"fmt"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"

	"go.uber.org/goleak"

	"lotse/flows/run"
	"lotse/storage/sqlite"
	"lotse/storage/storetest"
)

const childEnv = "LOTSE_STORAGE_TEST_CHILD"

// TestMain runs the tests, which leave no goroutine behind, or in a child of
// theirs what it is to do.
func TestMain(m *testing.M) {
	if os.Getenv(childEnv) == "" {
		goleak.VerifyTestMain(m) // it exits
	}
	if err := beChild(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// child is this test program as another process.
func child(args ...string) *exec.Cmd {
	cmd := exec.Command(os.Args[0], args...)
	cmd.Env = append(os.Environ(), childEnv+"=1")
	return cmd
}

func beChild(args []string) error {
	if args[0] == "restore" {
		_, err := sqlite.Restore(ctx, args[1], args[2], time.Now(), nil)
		return err
	}
	db, err := sqlite.Open(ctx, args[1], sqlite.Options{})
	if err != nil {
		return err
	}
	switch args[0] {
	case "create":
		if _, err := db.AddCustomer(ctx, run.Customer{Name: "Muster " + args[2]}); err != nil {
			return err
		}
	case "keep":
		if _, err := db.Backup(ctx); err != nil {
			return err
		}
	case "append":
		return appendForEver(db, args[2])
	case "backup":
		if _, err := db.Backup(ctx); err != nil {
			return err
		}
	case "hold":
		fmt.Println("open")
		_, err := os.Stdin.Read(make([]byte, 1))
		if err != nil {
			return err
		}
	}
	return db.Close()
}

// appendForEver goes on with a run and prints each seq once it is acknowledged.
// Every now and then it does the other things that write.
func appendForEver(db *sqlite.DB, id string) error {
	c, err := db.AddCustomer(ctx, run.Customer{Name: "Muster GmbH"})
	if err != nil {
		return err
	}
	l := storetest.NewLog(id, c)
	if l.Events, err = db.Events(ctx, id, 0); err != nil {
		return err
	}
	for {
		e := l.Answer("name", strings.Repeat("Muster ", len(l.Events)%200))
		if err := db.Append(ctx, l.Batch(e.Seq)); err != nil {
			return err
		}
		fmt.Println("ack", e.Seq)
		switch {
		case e.Seq%40 == 0:
			if _, err := db.Backup(ctx); err != nil {
				return err
			}
		case e.Seq%15 == 0:
			if _, err := db.Headers(ctx, run.Query{Text: "muster"}); err != nil {
				return err
			}
		}
	}
}
