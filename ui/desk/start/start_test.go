package start

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	tea "charm.land/bubbletea/v2"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/storage/storetest"
	"lotse/ui/desk/room/roomtest"
)

const procedure = `version: 1
summary: None.
source: {document: none.txt, read: 2026-11-21}
steps: [{id: only, title: The only step, items: [{field: name, type: text, label: Name}]}]
`

// rig asks for what a run is made of, on a desk without a screen.
type rig struct {
	*roomtest.Desk
	t     *testing.T
	run   Run
	begun []string // "procedure customer mode"
}

// asked opens the question; files are the library.
func asked(t *testing.T, files fstest.MapFS, mode run.Mode, known ...string) *rig {
	t.Helper()
	r, a := &rig{Desk: roomtest.New(), t: t}, storetest.NewMemory()
	for _, name := range known {
		if _, err := a.AddCustomer(t.Context(), run.Customer{Name: name}); err != nil {
			t.Fatal(err)
		}
	}
	r.run = Run{Library: flows.Open(files, flows.Specs{}), Archive: a, Mode: mode, Begin: func(procedure, customer string, mode run.Mode) tea.Cmd {
		r.begun = append(r.begun, strings.Join([]string{procedure, customer, string(mode)}, "|"))
		return nil
	}}
	r.Do(Open(r.Desk, r.run))
	return r
}

// two are two procedures.
func two() fstest.MapFS {
	return fstest.MapFS{
		"east.yaml": {Data: []byte("procedure: east\ntitle: To the east\n" + procedure)},
		"west.yaml": {Data: []byte("procedure: west\ntitle: To the west\n" + procedure)},
	}
}

// began fails unless just that was begun, and nothing is asked any more.
func (r *rig) began(want ...string) {
	r.t.Helper()
	if !slices.Equal(r.begun, want) || r.Over != nil {
		r.t.Errorf("begun is %q, not %q, and %v lies over the page", r.begun, want, r.Over)
	}
}

func TestARunIsBegun(t *testing.T) {
	r := asked(t, two(), run.Rehearsal)
	if title := r.Over.Title(); !strings.Contains(title, "REHEARSAL") && !strings.Contains(title, "rehearsal") {
		t.Errorf("the heading does not tell the mode: %s", title)
	}
	r.Keys("2", "'Neue Firma AG'", "enter")
	r.began("west|Neue Firma AG|rehearsal")
}

// Both are needed; what is missing has the focus.
func TestNothingIsBegunWithoutACustomer(t *testing.T) {
	r := asked(t, two(), run.Real)
	r.Keys("1", "enter")
	if len(r.begun) > 0 || r.Over == nil || !strings.Contains(r.Screen(), "! "+r.Words().Overlay.NewNoCustomer) {
		t.Fatalf("begun %q:\n%s", r.begun, r.Screen())
	}
	r.Keys("'  '", "enter")
	if len(r.begun) > 0 {
		t.Fatalf("begun %q for blanks", r.begun)
	}
	r.Keys("shift+tab", "2", "'x'", "enter")
	r.began("west|x|real")
}

func TestKnownCustomersAreOffered(t *testing.T) {
	known := []string{"Muster GmbH", "Muster Nord GmbH", "Musterfrau OHG", "Beispiel Oy"}
	r := asked(t, two(), run.Real, known...)
	r.Keys("1", "'must'")
	if s := r.Screen(); strings.Contains(s, "Beispiel") || !strings.Contains(s, "Musterfrau OHG") {
		t.Errorf("offered is\n%s", s)
	}
	r.Keys("down", "down", "enter")
	r.began("east|Muster Nord GmbH|real")

	r = asked(t, two(), run.Real, known...)
	r.Keys("1", "'must'", "down", "up", "enter")
	r.began("east|must|real")

	r = asked(t, two(), run.Real, known...)
	r.Keys("1", "'bei'", "tab")
	if got := r.Over.(*Over).Text(1); got != "Beispiel Oy" {
		t.Errorf("tab fills in %q", got)
	}
	r.Keys("'!'", "enter")
	r.began("east|Beispiel Oy!|real")
}

// Other customers are nothing for those who look on.
func TestOthersSeeNoCustomer(t *testing.T) {
	r := asked(t, two(), run.Real, "Muster GmbH")
	r.Others = true
	r.Do(Open(r.Desk, r.run))
	if r.Keys("1", "'must'"); strings.Contains(r.Screen(), "Muster GmbH") {
		t.Errorf("offered is\n%s", r.Screen())
	}
	r.Keys("down", "enter")
	r.began("east|must|real")
}

func TestEscBeginsNothing(t *testing.T) {
	r := asked(t, two(), run.Real)
	r.Keys("1", "'Muster'", "esc")
	r.began()
}

// A procedure that cannot be read is told, and does not keep the others away;
// where there is none, nothing is asked.
func TestAProcedureThatCannotBeRead(t *testing.T) {
	files := two()
	files["broken.yaml"] = &fstest.MapFile{Data: []byte("procedure: [\n")}
	r := asked(t, files, run.Real)
	if !r.Bad || r.Over == nil || !strings.Contains(r.Screen(), "To the west") || strings.Contains(r.Screen(), "broken") {
		t.Errorf("said %q, shown %v", r.Said, r.Over)
	}
	delete(files, "east.yaml")
	delete(files, "west.yaml")
	if r = asked(t, files, run.Real); !r.Bad || r.Over != nil {
		t.Errorf("said %q, shown %v", r.Said, r.Over)
	}
}

// An offer that comes late is none for what is typed now, and one that fails is
// none at all.
func TestAnOlderOfferIsPassedOver(t *testing.T) {
	r := asked(t, two(), run.Real, "Muster GmbH")
	o := r.Over.(*Over)
	r.Keys("1", "'mu'")
	late := o.ask("m")
	o.known = nil
	if r.Do(late); len(o.known) > 0 {
		t.Errorf("offered is %v", o.known)
	}
	o.run.Archive = failing{o.run.Archive}
	if r.Keys("'s'"); len(o.known) > 0 || r.Bad {
		t.Errorf("offered is %v, said %q", o.known, r.Said)
	}
}

// failing is an archive that cannot tell its customers.
type failing struct{ run.Archive }

// Customers is of run.Archive.
func (failing) Customers(context.Context, string, int) ([]run.Customer, error) {
	return nil, errors.New("gone")
}
