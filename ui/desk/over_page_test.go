package desk

import (
	"context"
	"slices"
	"testing"

	"lotse/flows/run"
)

// TestThePageOfAStep: where the customer's system is is asked once, kept for all of
// their runs, and changed by a key; what is no https address is not kept.
func TestThePageOfAStep(t *testing.T) {
	r := newRig(t)
	tools := &fakeTools{name: "xdg-open"}
	r.m.cfg.Tools = tools
	r.do(r.m.start("harbour", "Muster GmbH", run.Real))
	r.goTo("berth")
	r.wait().keys("o").wait()
	r.form()
	r.shows("Where is Harbour office of this customer?")
	r.keys("'http://office.example'", "enter")
	r.shows("begins with https://")
	r.keys("esc").wait()
	if all := r.pages(); len(all) != 0 {
		t.Errorf("kept is %v", all)
	}
	r.keys("o").wait().keys("'https://Office.example/berths'", "enter").wait()
	r.shows("https://office.example/berths")
	if all := r.pages(); all["Harbour office"] != "https://office.example/berths" {
		t.Errorf("kept is %v", all)
	}
	if got := tools.opened; !slices.Equal(got, []string{"https://office.example/berths"}) {
		t.Errorf("it opened %q", got)
	}
	r.keys("esc", "esc").wait()
	r.do(r.m.start("harbour", "Muster GmbH", run.Real))
	r.goTo("berth")
	r.wait().keys("o")
	if r.m.over != nil {
		t.Error("another run of the customer asks again")
	}
	r.wait().keys("O").wait()
	if got := r.form().Text(0); got != "https://office.example/berths" {
		t.Errorf("in the form stands %q", got)
	}
	r.keys("esc").wait()
	r.do(r.m.start("harbour", "Beispiel Oy", run.Real))
	r.goTo("berth")
	r.wait().keys("o")
	r.shows("Where is Harbour office of this customer?")
}

// TestAStepWithoutASystemHasNoPage to open or to name.
func TestAStepWithoutASystemHasNoPage(t *testing.T) {
	r := begun(t).fill()
	r.goTo("sail")
	r.wait().keys("O")
	r.shows("This step names neither a page nor a system.")
}

func (r *rig) pages() map[string]string {
	r.t.Helper()
	all, err := r.a.Pages(context.Background(), r.m.page.View().Customer.ID)
	if err != nil {
		r.t.Fatal(err)
	}
	return all
}
