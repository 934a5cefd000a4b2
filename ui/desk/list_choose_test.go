package desk

import (
	"context"
	"strings"
	"testing"
	"time"

	"lotse/flows/run"
	"lotse/ui/outside"
)

// fleet puts runs of two customers into the store, and shows them.
func fleet(t *testing.T) *rig {
	t.Helper()
	r := newRig(t)
	for _, name := range []string{"Muster GmbH", "Beispiel Oy", "Muster GmbH", "Zebra KG"} {
		s, err := outside.Start(context.Background(), &r.m.cfg, "harbour", name, run.Real)
		if err != nil {
			t.Fatal(err)
		}
		if err := s.Flush(context.Background()); err != nil {
			t.Fatal(err)
		}
		r.at = r.at.Add(time.Minute)
	}
	if err := r.m.list.load(context.Background(), r.a, r.at); err != nil {
		t.Fatal(err)
	}
	return r
}

// names are the customers on the list, from the top.
func (r *rig) names() string {
	var all []string
	for i := range r.m.list.count() {
		all = append(all, r.m.list.row(i).Customer.Name)
	}
	return strings.Join(all, ", ")
}

func (r *rig) wantNames(want string) {
	r.t.Helper()
	if got := r.names(); got != want {
		r.t.Fatalf("the list has %s, want %s\n%s", got, want, r.screen())
	}
}

// TestZPutsARunAside, and takes it up again: it stands in a section of its own, and
// the pointer goes on to the next run.
func TestZPutsARunAside(t *testing.T) {
	r := fleet(t)
	r.wantNames("Zebra KG, Muster GmbH, Beispiel Oy, Muster GmbH")
	r.keys("z").shows("Zebra KG, A berth in the harbour: put aside.", "Put aside", "4 runs")
	r.wantNames("Muster GmbH, Beispiel Oy, Muster GmbH, Zebra KG")
	if h := r.m.list.row(r.m.list.at); h.Customer.Name != "Muster GmbH" || r.m.list.at != 0 {
		t.Errorf("the pointer is at %d, %s", r.m.list.at, h.Customer.Name)
	}
	r.keys("end", "z").shows("taken up again").hides("Put aside")
	r.wantNames("Zebra KG, Muster GmbH, Beispiel Oy, Muster GmbH")
}

// TestWhatIsPutAsideIsNotDue, until it is taken up.
func TestWhatIsPutAsideIsNotDue(t *testing.T) {
	r := begun(t).fill()
	r.goTo("berth")
	r.focus("answer")
	r.keys("enter", "enter", "'+1d'", "enter", "enter", "esc", "esc")
	r.at = r.at.AddDate(0, 0, 1)
	if err := r.m.list.load(context.Background(), r.a, r.at); err != nil {
		t.Fatal(err)
	}
	r.shows("Today", "1 due").keys("z").shows("Put aside").hides("Today", "1 due")
	r.keys("z").shows("Today", "1 due")
}

// TestWhatIsOverIsNotPutAside.
func TestWhatIsOverIsNotPutAside(t *testing.T) {
	r := newRig(t)
	titled(r, [2]string{"Muster GmbH", "TecCom import"})
	r.m.list.sections[0].rows[0].Status = run.StatusDone
	r.keys("z").shows("Only a run that is open or waiting can be put aside.")
	all, err := r.a.Settings(context.Background())
	if err != nil || len(all) > 0 {
		t.Errorf("settings %v, %v", all, err)
	}
}

// TestCShowsTheRunsOfOneCustomer, and esc all again, the pointer at the same run.
func TestCShowsTheRunsOfOneCustomer(t *testing.T) {
	r := fleet(t)
	r.keys("down", "down", "down", "c").shows("All of Muster GmbH", "2 runs")
	r.wantNames("Muster GmbH, Muster GmbH")
	if r.m.list.at != 1 {
		t.Errorf("the pointer is at %d", r.m.list.at)
	}
	r.keys("c").shows("esc shows all")
	r.keys("/", "'zebra'").shows("Nothing found")
	r.keys("esc", "down", "esc").shows("4 runs")
	r.wantNames("Zebra KG, Muster GmbH, Beispiel Oy, Muster GmbH")
	if r.m.list.at != 3 {
		t.Errorf("the pointer is at %d", r.m.list.at)
	}
}

// TestOthersSeeNoCustomer whose runs were asked for before they looked on.
func TestOthersSeeNoCustomer(t *testing.T) {
	r := fleet(t)
	r.keys("c").shows("Zebra")
	r.keys("f3").hides("Zebra").shows("(another customer)")
	r.keys("esc", "c").hides("Zebra").shows("Nothing of another customer")
}

// TestOChangesTheOrder, which is kept for the next time.
func TestOChangesTheOrder(t *testing.T) {
	r := fleet(t)
	r.keys("down", "o", "o").shows("Order: by customer.", "Desk · by customer")
	r.wantNames("Beispiel Oy, Muster GmbH, Muster GmbH, Zebra KG")
	if r.m.list.at != 2 {
		t.Errorf("the pointer left its run for %d", r.m.list.at)
	}
	r.start(r.m.cfg)
	r.wantNames("Beispiel Oy, Muster GmbH, Muster GmbH, Zebra KG")
	r.keys("o").shows("by procedure").keys("o").shows("newest change first").hides("Desk ·")
	r.wantNames("Zebra KG, Muster GmbH, Beispiel Oy, Muster GmbH")
	if kept, err := r.a.Setting(context.Background(), "desk.order"); kept != "" || err != nil {
		t.Errorf("kept %q, %v", kept, err)
	}
}
