// Package outside is what a face does outside of the dialogue of a run, and tells
// it how it ended: it starts runs, keeps files and typing and reads them back, asks
// the network for checks, reads and writes what was found, writes letters, and
// knows a demo's store and files. The faces call it beside what they show.
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

// Procedures are those that can be read, by their titles in a language, and why
// others cannot: one that is broken keeps nobody from the others.
func Procedures(l *flows.Library, lang string) (options []flows.Option, bad []error) {
	for _, id := range l.IDs() {
		p, err := l.Procedure(id)
		if err != nil {
			bad = append(bad, err)
			continue
		}
		options = append(options, flows.Option{Value: id, Label: flows.CleanLine(p.In(lang).Title)})
	}
	return options, bad
}

// Opened is a run that is gone on with.
type Opened struct {
	Session *run.Session
	Typing  []walk.Typing // that was not submitted
	Lost    bool          // some of it, a secret's, cannot be opened here
}

// Resume opens a run with what was typed in it and not submitted.
func Resume(ctx context.Context, s *face.Screen, id string) (o Opened, err error) {
	if o.Session, err = run.Resume(ctx, s.Env, s.Archive, id, s.Load); err != nil {
		return o, err
	}
	o.Typing, o.Lost, err = readTyping(ctx, s.Archive, o.Session.ID(), o.Session.View(time.Time{}).Mode)
	return o, err
}

// Start starts a run for a customer, who is made where the name is new.
func Start(ctx context.Context, s *face.Screen, procedure, customer string, mode run.Mode) (*run.Session, error) {
	if s.Demo {
		if err := OnlyDemos(s.Archive.Path(), mode); err != nil {
			return nil, err
		}
	}
	p, err := s.Library.Procedure(procedure)
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
	lang := s.Lang
	if lang == "" {
		lang = "en"
	}
	begun, err := run.Create(s.Env, s.Archive, run.Start{Procedure: p, Customer: c, Mode: mode, Lang: lang})
	if err != nil {
		return nil, err
	}
	return begun, begun.Flush(ctx)
}

// KeepFile keeps the file at a path as a person writes it (file.Path), which may
// have so many bytes, as large as it was when it was opened.
func KeepFile(ctx context.Context, a run.Archive, path string, most int64) (run.File, error) {
	t, err := file.Open(path)
	if err != nil {
		return run.File{}, err
	}
	defer t.Close() //nolint:errcheck // only read
	return a.PutLarge(ctx, t.Name, most, io.NewSectionReader(t.R, 0, t.Size))
}

// Runner runs the checks of a face.
func Runner(s *face.Screen) *check.Runner {
	return check.NewRunner(check.EnvOf(s.Archive, s.Now, s.Network))
}
