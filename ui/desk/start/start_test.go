package start

import (
	"context"
	"crypto/rand"
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
	r.run = Run{Entries: flows.Open(files, flows.Specs{}).Entries, Archive: a, Mode: mode, Begin: func(procedure, customer string, mode run.Mode) tea.Cmd {
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

// The mode is a choice of its own behind the customer, and never in the way: real is
// chosen before, and where there is only one it is not asked.
func TestTheModeIsChosen(t *testing.T) {
	for _, tc := range []struct {
		keys []string
		want string
	}{
		{[]string{"2", "'Neu AG'", "tab", "2", "enter"}, "west|Neu AG|rehearsal"},
		{[]string{"2", "'Neu AG'", "tab", "right", "enter"}, "west|Neu AG|rehearsal"},
		{[]string{"2", "'Neu AG'", "tab", "right", "left", "enter"}, "west|Neu AG|real"},
		{[]string{"2", "tab", "2", "shift+tab", "'Neu AG'", "enter"}, "west|Neu AG|rehearsal"},
		{[]string{"2", "'must'", "tab", "tab", "2", "enter"}, "west|Muster GmbH|rehearsal"},
		{[]string{"2", "'Neu AG'", "enter"}, "west|Neu AG|real"},
	} {
		r := asked(t, two(), run.Real, "Muster GmbH")
		if r.Keys(tc.keys[:len(tc.keys)-1]...); strings.Contains(r.Over.Title(), "REHEARSAL") != strings.HasSuffix(tc.want, "rehearsal") {
			t.Errorf("after %v the heading is %s", tc.keys, r.Over.Title())
		}
		r.Keys("enter")
		r.began(tc.want)
	}
	r := asked(t, two(), run.Real)
	if r.Keys("1", "tab", "2"); !strings.Contains(r.Screen(), "portals are simulated") {
		t.Errorf("what a rehearsal is for is not said:\n%s", r.Screen())
	}
	if r.Keys("enter"); !strings.Contains(r.Screen(), "! "+r.Words().Overlay.NewNoCustomer) || r.Over.(*Over).At != customerRow {
		t.Errorf("it does not ask for the customer:\n%s", r.Screen())
	}
	r.run.Fixed, r.run.Mode = true, run.Demo
	r.Do(Open(r.Desk, r.run))
	if r.Keys("1", "'Neu AG'", "tab"); strings.Contains(r.Screen(), "rehearsal") || !strings.Contains(r.Over.Title(), "DEMO") {
		t.Errorf("%s:\n%s", r.Over.Title(), r.Screen())
	}
	r.Keys("enter")
	r.began("east|Neu AG|demo")
}

// What there is to know of a procedure stands below it while it is pointed at.
func TestAProcedureIsDescribed(t *testing.T) {
	files := two()
	files["west.yaml"] = &fstest.MapFile{Data: []byte("procedure: west\ntitle: To the west\nversion: 1\nsummary: The ship sails west.\nsource: {document: none.txt, read: 2026-11-21}\n" +
		"steps:\n  - {id: one, title: One, minutes: 7, have: The chart, items: [{field: a, type: text, label: A}]}\n" +
		"  - {id: two, title: Two, minutes: 11, have: The log, when: a == \"x\", items: [{field: b, type: text, label: B}]}\n" +
		"  - {id: in, title: In, minutes: 30, internal: true, have: The price, items: [{field: c, type: text, label: C}]}\n")}
	r := asked(t, files, run.Real)
	if s := r.Screen(); !strings.Contains(s, "None.") || !strings.Contains(s, "1 step") || strings.Contains(s, "minutes") || strings.Contains(s, "At hand") {
		t.Errorf("of the first there stands\n%s", s)
	}
	r.Keys("down")
	for _, want := range []string{"The ship sails west.", "2 steps · 10 to 20 minutes", "At hand: The chart; The log"} {
		if !strings.Contains(r.Screen(), want) {
			t.Errorf("%s is not there:\n%s", want, r.Screen())
		}
	}
	height := strings.Count(r.Screen(), "\n")
	for _, keys := range [][]string{{"enter"}, {"'x'"}, {"tab"}, {"2"}} {
		if r.Keys(keys...); strings.Count(r.Screen(), "\n") != height || strings.Contains(r.Screen(), "The chart") {
			t.Errorf("after %v:\n%s", keys, r.Screen())
		}
	}
}

// An offered customer comes with how many runs there are and when the newest was
// changed; a name may be typed with letters left out.
func TestCustomersAreOfferedWithTheirRuns(t *testing.T) {
	r := asked(t, two(), run.Real, "Müller & Söhne GmbH", "Muster GmbH")
	p, err := flows.Open(two(), flows.Specs{}).Procedure("east")
	if err != nil {
		t.Fatal(err)
	}
	c, err := r.run.Archive.FindCustomer(t.Context(), "Muster GmbH")
	if err != nil {
		t.Fatal(err)
	}
	for range 2 {
		s, err := run.Create(run.Env{Now: r.Now, Random: rand.Reader, By: "Ann"}, r.run.Archive, run.Start{Procedure: p, Customer: c, Mode: run.Rehearsal, Lang: "en"})
		if err == nil {
			err = s.Flush(t.Context())
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	r.Do(Open(r.Desk, r.run))
	if r.Keys("1"); !strings.Contains(r.Screen(), "2 runs, last 21 Nov") || strings.Contains(r.Screen(), "Müller") {
		t.Errorf("before anything is typed there stands\n%s", r.Screen())
	}
	for typed, want := range map[string]string{"must": "Muster GmbH", "mstr": "Muster GmbH", "mülsöhn": "Müller & Söhne GmbH", "MUSTERG": "Muster GmbH"} {
		r.Do(Open(r.Desk, r.run))
		if r.Keys("1", "'"+typed+"'"); !strings.Contains(r.Screen(), "known: "+want) {
			t.Errorf("for %s there stands\n%s", typed, r.Screen())
		}
	}
	r.Do(Open(r.Desk, r.run))
	if r.Keys("1", "'xyz'"); strings.Contains(r.Screen(), "known") {
		t.Errorf("for xyz there stands\n%s", r.Screen())
	}
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

// What comes from packs stands behind what came with the program, each row with its
// pack; a filter finds it by that, too.
func TestProceduresOfPacks(t *testing.T) {
	r := asked(t, two(), run.Real)
	pack := func(name, version string, ids ...string) flows.Folder {
		files := fstest.MapFS{}
		for _, id := range ids {
			files[id+".yaml"] = &fstest.MapFile{Data: []byte("procedure: " + id + "\ntitle: To the " + id + "\n" + procedure)}
		}
		return flows.Folder{Provenance: flows.Provenance{Pack: name, Version: version}, FS: files}
	}
	r.run.Entries = flows.Open(two(), flows.Specs{}).WithPacks(func(string) []flows.Folder {
		return []flows.Folder{pack("alder", "1.0.0", "north", "south"), pack("birch", "2.3.4", "a", "b", "c", "east")}
	}).Entries
	r.Do(Open(r.Desk, r.run))
	var rows []string
	for range 8 {
		for l := range strings.SplitSeq(r.Screen(), "\n") {
			if _, row, pointed := strings.Cut(l, "› "); pointed && !slices.Contains(rows, strings.Join(strings.Fields(row), " ")) {
				rows = append(rows, strings.Join(strings.Fields(row), " "))
			}
		}
		r.Keys("down")
	}
	want := []string{
		"1 ○ To the east", "2 ○ To the west", "3 ○ To the north alder", "4 ○ To the south alder",
		"5 ○ To the a birch", "6 ○ To the b birch", "7 ○ To the c birch", "8 ○ To the east birch",
	}
	if !slices.Equal(rows, want) {
		t.Errorf("the rows are %q", rows)
	}
	if s := r.Screen(); !strings.Contains(s, "pack birch, version 2.3.4") || !strings.Contains(s, "3 more options") {
		t.Errorf("it does not say which version, or does not scroll:\n%s", s)
	}
	if r.Keys("'/alder'"); strings.Contains(r.Screen(), "birch") || !strings.Contains(r.Screen(), "To the south") {
		t.Errorf("filtered is\n%s", r.Screen())
	}
	r.Keys("enter", "'Neu AG'", "enter")
	r.began("alder/north|Neu AG|real")
}
