// Package outside has the effects of the faces: it starts and resumes runs,
// keeps files and unsubmitted input, gives checks their network, reads and
// writes findings, writes letters, and manages the demo store and its files.
// The full screen, line mode and the commands share it, so that each effect
// exists once; ui/walk, the dialogue, has none and is told how each ended.
package outside

import (
	"context"
	"errors"
	"fmt"
	"io"
	"time"

	"lotse/flows"
	"lotse/flows/check"
	"lotse/flows/run"
	"lotse/ui/face"
	"lotse/ui/file"
	"lotse/ui/walk"
)

// ResumedRun is a run that was opened again.
type ResumedRun struct {
	Session *run.Session
	Typing  []walk.Typing     // that was not submitted
	Lost    bool              // some of it, a secret's, cannot be opened here
	Pages   map[string]string // where the customer's own systems are, by name
	Learned run.Experience    // how long its procedure has taken here
}

// Resume opens a run, with the input that was typed in it and not submitted.
func Resume(ctx context.Context, s *face.Screen, id string) (o ResumedRun, err error) {
	if o.Session, err = run.Resume(ctx, s.Env, s.Archive, id, s.Load); err != nil {
		return o, err
	}
	v := o.Session.View(time.Time{})
	if o.Typing, o.Lost, err = readTyping(ctx, s.Archive, o.Session.ID(), v.Mode); err != nil {
		return o, err
	}
	return o, o.know(ctx, s.Archive)
}

// know reads what is known here of a run's customer and of its procedure.
func (o *ResumedRun) know(ctx context.Context, a run.Store) (err error) {
	if o.Pages, err = a.Pages(ctx, o.Session.View(time.Time{}).Customer.ID); err != nil {
		return err
	}
	o.Learned, err = Experience(ctx, a, o.Session.Procedure())
	return err
}

// Experience is how long a procedure has taken here, by the names of its steps in this
// version.
func Experience(ctx context.Context, a run.Store, p *flows.Procedure) (run.Experience, error) {
	x, err := a.Experience(ctx, p.Name())
	return x.For(p), err
}

// Begin starts a run, and opens it.
func Begin(ctx context.Context, s *face.Screen, procedure, customer string, mode run.Mode) (o ResumedRun, err error) {
	if o.Session, err = Start(ctx, s, procedure, customer, mode); err != nil {
		return o, err
	}
	return o, o.know(ctx, s.Archive)
}

// Start starts a run for a customer; a new name adds a customer.
func Start(ctx context.Context, s *face.Screen, procedure, customer string, mode run.Mode) (*run.Session, error) {
	if s.Demo {
		if err := OnlyDemos(s.Archive.Path(), mode); err != nil {
			return nil, err
		}
	}
	p, err := procedureOf(s, procedure)
	if err != nil {
		return nil, err
	}
	customer = run.CustomerName(customer)
	c, err := s.Archive.FindCustomer(ctx, customer)
	if errors.Is(err, flows.ErrNotFound) {
		c, err = s.Archive.AddCustomer(ctx, run.Customer{Name: customer})
	}
	if err != nil {
		return nil, fmt.Errorf("find customer: %w", err)
	}
	begun, err := run.Create(s.Env, s.Archive, run.Start{Procedure: p, Customer: c, Mode: s.ModeOf(mode), Lang: s.Lang})
	if err != nil {
		return nil, err
	}
	return begun, begun.Flush(ctx)
}

// procedureOf loads the procedure of a new run: in a preview there is one alone.
func procedureOf(s *face.Screen, name string) (*flows.Procedure, error) {
	if s.Preview != nil {
		e := s.Preview.Load()
		return e.Procedure, e.Err
	}
	return Procedure(s.Library, name)
}

// KeepFile keeps the file at a path, as a person writes paths (file.Path).
// most is the limit in bytes. What is kept is the file as large as it was when
// it was opened.
func KeepFile(ctx context.Context, a run.Archive, path string, most int64) (run.File, error) {
	t, err := file.Open(path)
	if err != nil {
		return run.File{}, err
	}
	defer t.Close() //nolint:errcheck // only read
	return a.PutLarge(ctx, t.Name, most, io.NewSectionReader(t.R, 0, t.Size))
}

// Runner makes the runner of a face's checks.
func Runner(s *face.Screen) *check.Runner {
	return check.NewRunner(check.EnvOf(s.Archive, s.Now, s.Network))
}
