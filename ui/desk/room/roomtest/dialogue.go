package roomtest

import (
	"crypto/rand"
	"testing"
	"testing/fstest"
	"time"

	"lotse/flows"
	"lotse/flows/check"
	"lotse/flows/document"
	"lotse/flows/run"
	"lotse/ui/walk"
)

// Library has one procedure, by its document.
func Library(id, doc string) *flows.Library {
	specs := flows.Specs{Checks: check.Specs(), Templates: document.Templates()}
	return flows.Open(fstest.MapFS{id + ".yaml": {Data: []byte(doc)}}, specs)
}

// Begin begins a run of a procedure, in the day of the desk, and the dialogue about
// it.
func (d *Desk) Begin(t testing.TB, a run.Store, id, doc string) *run.Session {
	t.Helper()
	p, err := Library(id, doc).Procedure(id)
	if err != nil {
		t.Fatal(err)
	}
	c, err := a.AddCustomer(t.Context(), run.Customer{Name: "Muster GmbH"})
	if err != nil {
		t.Fatal(err)
	}
	env := run.Env{Now: func() time.Time { return d.now }, Random: rand.Reader, By: "Ann"}
	s, err := run.Create(env, a, run.Start{Procedure: p, Customer: c, Mode: run.Real, Lang: "en"})
	if err != nil {
		t.Fatal(err)
	}
	d.walk = walk.New(s, walk.Face{Now: d.Now, Stops: func(flows.Kind) bool { return true }}, nil)
	return s
}

// Gives does commands, as the page would.
func (d *Desk) Gives(t testing.TB, s *run.Session, commands ...run.Command) {
	t.Helper()
	if _, err := s.Do(true, commands...); err != nil {
		t.Fatal(err)
	}
	d.walk.Refresh()
}
