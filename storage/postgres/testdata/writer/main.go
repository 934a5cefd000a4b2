// Command writer works with a team's runs, for the fault campaign of
// storage/postgres:
//
//	writer ADDRESS DIR NAME        begins a run and says its id
//	writer ADDRESS DIR NAME RUN    works until it is killed, or its input ends, as it
//	                               does with whoever has started it
//
// It gives answers to RUN, which others answer too, and to runs of its own. Each batch is
// an answer, which was typed before, and a note, with a value that no other batch has:
// NAME-N. After each that is durable it says, for each of its events, "saved RUN SEQ HASH
// VALUE"; where another was first it says "clash", takes in what they did and tries again;
// and where the server refuses it says so on stderr and saves the same events again.
// While it works it has RUN open, and listens.
package main

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"os"
	"time"

	"lotse/flows"
	"lotse/flows/check"
	"lotse/flows/document"
	"lotse/flows/library"
	"lotse/flows/run"
	"lotse/storage/postgres"
)

// procedures are what the program has, decoded once as there.
var procedures = flows.Open(library.FS, flows.Specs{Checks: check.Specs(), Templates: document.Templates()})

// pause is between two attempts of what the server has refused.
const pause = 50 * time.Millisecond

func main() {
	w := writer{ctx: context.Background(), name: os.Args[3]}
	if len(os.Args) > 4 {
		go endWithInput()
	}
	w.open(os.Args[1], os.Args[2])
	do := w.found
	if len(os.Args) > 4 {
		do = func() error { return w.work(os.Args[4]) }
	}
	if err := do(); err != nil {
		fmt.Fprintln(os.Stderr, "writer:", err)
		os.Exit(1)
	}
}

func endWithInput() {
	_, _ = io.Copy(io.Discard, os.Stdin) // however it ends
	os.Exit(1)
}

type writer struct {
	ctx  context.Context
	name string
	db   *postgres.DB
	env  run.Env
	n    int // values given
}

func (w *writer) open(address, dir string) {
	w.insist("open", func() (err error) {
		w.db, err = postgres.Open(w.ctx, address, postgres.Options{Dir: dir, Silence: 2 * time.Second})
		return err
	})
	w.env = run.Env{Now: time.Now, Random: rand.Reader, By: w.db.Me().Name}
}

// found begins a run and says its id.
func (w *writer) found() error {
	s, err := w.begin()
	if err == nil {
		err = s.Flush(w.ctx)
	}
	if err == nil {
		fmt.Println(s.ID())
	}
	return err
}

func (w *writer) work(shared string) error {
	w.insist("enter", func() error { _, err := w.db.Enter(w.ctx, shared); return err })
	go w.insist("watch", func() error { return w.db.Watch(w.ctx, func(run.Written) {}) })
	common := w.resume(shared)
	for {
		own, err := w.begin()
		if err != nil {
			return err
		}
		for i := range 20 {
			s := own
			if i%10 == 0 { // a long run takes long to take in
				s = common
			}
			if err := w.answer(s); err != nil {
				return err
			}
		}
	}
}

// insist does something until it is done.
func (w *writer) insist(what string, do func() error) {
	for err := do(); err != nil; err = do() {
		fmt.Fprintln(os.Stderr, w.name, what+":", err)
		time.Sleep(pause)
	}
}

func (w *writer) resume(id string) (s *run.Session) {
	w.insist("resume", func() (err error) {
		s, err = run.Resume(w.ctx, w.env, w.db, id, procedures.Decode)
		return err
	})
	return s
}

// begin makes a run of a customer whom others add too.
func (w *writer) begin() (*run.Session, error) {
	p, err := procedures.Procedure("teccom-import")
	if err != nil {
		return nil, err
	}
	var c run.Customer
	w.insist("add", func() (err error) {
		c, err = w.db.AddCustomer(w.ctx, run.Customer{Name: fmt.Sprintf("Muster %d GmbH", w.n/40)})
		return err
	})
	return run.Create(w.env, w.db, run.Start{Procedure: p, Customer: c, Mode: run.Real, Lang: "en"})
}

// answer gives an answer and a note, at once, and says so when they are durable.
func (w *writer) answer(s *run.Session) error {
	w.n++
	value := fmt.Sprintf("%s-%d", w.name, w.n)
	if s.Saved() > 0 {
		typed := run.Unsaved{Run: s.ID(), Step: "sign-in", Item: "sign-in.organisation", Text: value, At: time.Now()}
		w.insist("type", func() error { return w.db.SaveUnsaved(w.ctx, typed) })
		s.Taken(typed)
	}
	commands := []run.Command{run.Answer{At: flows.At("sign-in.organisation"), Value: value}, run.Note{Step: "sign-in", Text: value}}
	if _, err := s.Do(true, commands...); err != nil {
		return err
	}
	var saved []run.Event
	for {
		saved = s.Events()[s.Saved():]
		err := s.Flush(w.ctx)
		if err == nil {
			break
		}
		if !errors.Is(err, flows.ErrConflict) {
			fmt.Fprintln(os.Stderr, value+":", err)
			time.Sleep(pause)
			continue
		}
		fmt.Println("clash")
		if err := w.takeIn(s); err != nil {
			return err
		}
	}
	for _, e := range saved {
		fmt.Printf("saved %s %d %x %s\n", s.ID(), e.Seq, e.Hash, value)
	}
	return nil
}

// takeIn takes in what others did, and does again what that has in its way.
func (w *writer) takeIn(s *run.Session) error {
	var again []run.Command
	w.insist("reload", func() error {
		lost, err := s.Reload(w.ctx)
		again = append(again, lost...)
		return err
	})
	if len(again) == 0 {
		return nil
	}
	_, err := s.Do(true, again...)
	return err
}
