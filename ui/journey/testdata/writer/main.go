// Command writer reaches the store directly, for the tests of the whole
// program:
//
//	writer answer DB RUN [N] gives N answers as fast as it can, and says after
//	                        each durable one "SEQ HASH"; without N until it is
//	                        killed
//	writer contend DB RUN N gives N answers as answer does, to a run that others
//	                        answer too; where one of them was first, it says
//	                        "clash", takes in what they did, and tries again
//	writer fill DB N        makes N runs
//	writer hold DB          says "held" and keeps others from writing until its
//	                        input ends
//	writer acknowledge DB N times N commands (decide, fold, hash, append, sync)
//	                        and N writes of 4 KiB with a sync, and prints the
//	                        nanoseconds of one of each
//	writer resume DB N      times N loads of 2,000 events with their fold, and N
//	                        without, and prints the nanoseconds of one of each
package main

import (
	"context"
	"crypto/rand"
	"database/sql"
	"fmt"
	"io"
	"os"
	"strconv"
	"time"

	_ "github.com/mattn/go-sqlite3"

	"lotse/flows"
	"lotse/flows/check"
	"lotse/flows/document"
	"lotse/flows/library"
	"lotse/flows/run"
	"lotse/storage/sqlite"
)

// procedures are what the program has, decoded once as there.
var procedures = flows.Open(library.FS, flows.Specs{Checks: check.Specs(), Templates: document.Templates()})

var env = run.Env{Now: time.Now, Random: rand.Reader, By: "Erika Muster"}

func main() {
	if err := do(context.Background(), os.Args[1], os.Args[2], os.Args[3:]); err != nil {
		fmt.Fprintln(os.Stderr, "writer:", err)
		os.Exit(1)
	}
}

func do(ctx context.Context, what, path string, args []string) error {
	if what == "hold" {
		return hold(ctx, path)
	}
	db, err := sqlite.Open(ctx, path, sqlite.Options{})
	if err != nil {
		return err
	}
	switch what {
	case "answer":
		err = answer(ctx, db, args[0], args[1:])
	case "contend":
		err = withNumber(args[1], func(n int) error { return contend(ctx, db, args[0], n) })
	case "fill":
		err = withNumber(args[0], func(n int) error { return fill(ctx, db, n) })
	case "acknowledge":
		err = withNumber(args[0], func(n int) error { return acknowledge(ctx, db, n) })
	case "resume":
		err = withNumber(args[0], func(n int) error { return resume(ctx, db, n) })
	default:
		err = fmt.Errorf("do %q: not known", what)
	}
	if cerr := db.Close(); err == nil {
		err = cerr
	}
	return err
}

func withNumber(text string, do func(int) error) error {
	n, err := strconv.Atoi(text)
	if err != nil {
		return err
	}
	return do(n)
}

// begin makes a run.
func begin(ctx context.Context, db *sqlite.DB, customer string) (*run.Session, error) {
	p, err := procedures.Procedure("teccom-import")
	if err != nil {
		return nil, err
	}
	c, err := db.AddCustomer(ctx, run.Customer{Name: customer})
	if err != nil {
		return nil, err
	}
	return run.Create(env, db, run.Start{Procedure: p, Customer: c, Mode: run.Real, Lang: "en"})
}

// fill makes runs that have come to different places.
func fill(ctx context.Context, db *sqlite.DB, n int) error {
	p, err := procedures.Procedure("teccom-import")
	if err != nil {
		return err
	}
	for i := range n {
		c, err := db.AddCustomer(ctx, run.Customer{Name: fmt.Sprintf("Muster %05d GmbH", i)})
		if err != nil {
			return err
		}
		s, err := run.Create(env, db, run.Start{Procedure: p, Customer: c, Mode: run.Real, Lang: "en"})
		if err != nil {
			return err
		}
		commands := []run.Command{
			run.Answer{At: flows.At("uses_connect5"), Value: "no"},
			run.Complete{Step: "applies"},
			run.Answer{At: flows.At("organisation"), Value: c.Name},
		}
		if _, err := s.Do(true, commands[:i%(len(commands)+1)]...); err != nil {
			return err
		}
		if err := s.Flush(ctx); err != nil {
			return err
		}
	}
	return nil
}

// hold keeps others from writing.
func hold(ctx context.Context, path string) error {
	db, err := sql.Open("sqlite3", "file:"+path+"?_txlock=immediate")
	if err != nil {
		return err
	}
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	fmt.Println("held")
	if _, err := io.Copy(io.Discard, os.Stdin); err != nil {
		return err
	}
	return tx.Rollback()
}

// acknowledge times commands beside the least that makes 4 KiB durable.
func acknowledge(ctx context.Context, db *sqlite.DB, n int) error {
	s, err := begin(ctx, db, "Muster GmbH")
	if err != nil {
		return err
	}
	if err := s.Flush(ctx); err != nil {
		return err
	}
	f, err := os.Create(db.Path() + "-baseline")
	if err != nil {
		return err
	}
	page := make([]byte, 4<<10)
	var ours, least time.Duration
	for i := range n {
		begun := time.Now()
		if _, err := s.Do(false, run.Answer{At: flows.At("sign-in.organisation"), Value: fmt.Sprintf("Muster %d GmbH", i)}); err != nil {
			return err
		}
		if err := s.Flush(ctx); err != nil {
			return err
		}
		ours += time.Since(begun)
		begun = time.Now()
		if _, err := f.WriteAt(page, int64(i%64)*int64(len(page))); err != nil {
			return err
		}
		if err := datasync(f); err != nil {
			return err
		}
		least += time.Since(begun)
	}
	fmt.Println(ours.Nanoseconds()/int64(n), least.Nanoseconds()/int64(n))
	return f.Close()
}

// resume times loading a run of 2,000 events beside reading them only.
func resume(ctx context.Context, db *sqlite.DB, n int) error {
	s, err := begin(ctx, db, "Muster GmbH")
	if err != nil {
		return err
	}
	for i := range 1999 {
		if _, err := s.Do(true, run.Answer{At: flows.At("sign-in.organisation"), Value: fmt.Sprintf("Muster %d GmbH", i)}); err != nil {
			return err
		}
	}
	if err := s.Flush(ctx); err != nil {
		return err
	}
	var ours, least time.Duration
	for range n {
		begun := time.Now()
		if _, err := run.Resume(ctx, env, db, s.ID(), procedures.Decode); err != nil {
			return err
		}
		ours += time.Since(begun)
		begun = time.Now()
		if _, err := db.Events(ctx, s.ID(), 0); err != nil {
			return err
		}
		least += time.Since(begun)
	}
	fmt.Println(ours.Nanoseconds()/int64(n), least.Nanoseconds()/int64(n))
	return nil
}
