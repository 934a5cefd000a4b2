package desk

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/charmbracelet/x/exp/golden"

	"lotse/flows"
	"lotse/flows/check"
	"lotse/flows/run"
)

// comparing is a rig that stands on the comparison of two addresses.
func comparing(t testing.TB, entitlement, sageID string) *rig {
	t.Helper()
	r := newRig(t)
	cfg := r.m.cfg
	cfg.Library = flows.Open(os.DirFS("testdata/checks"), flows.Specs{Checks: check.Specs()})
	r.start(cfg)
	return r.comparing(entitlement, sageID)
}

// comparing stands on the comparison of two addresses.
func (r *rig) comparing(entitlement, sageID string) *rig {
	r.t.Helper()
	r.do(r.m.start("addresses", "Muster GmbH", run.Rehearsal))
	for _, a := range []run.Answer{{At: flows.At("known"), Value: "yes"}, {At: flows.At("entitlement"), Value: entitlement}, {At: flows.At("sage_id"), Value: sageID}} {
		if a.Value == "" {
			continue
		}
		if _, err := r.m.page.s.Do(true, a); err != nil {
			r.t.Fatal(err)
		}
	}
	r.refresh()
	r.goTo("compare")
	return r
}

func (r *rig) checkHere() *run.ItemView { return r.m.page.View().Step("compare").Item("equal") }

func TestACheckThatPassesStaysUntilTheNextKey(t *testing.T) {
	r := comparing(t, "info@example.org", "info@example.org")
	r.shows("Both addresses are the same", "not checked yet", "enter check").keys("enter")
	r.shows("✓ Both addresses are the same", "passed", "All 2 addresses are the same.", "enter next")
	if at := r.m.page.At(); at.Step != "compare" {
		t.Fatalf("it went on to %s", at)
	}
	if r.keys("enter"); r.m.page.At().Step == "compare" {
		t.Fatalf("enter does not go on from %s", r.m.page.At())
	}
	r.goTo("compare")
	r.shows("✓ Both addresses are the same", "passed", "All 2 addresses are the same.", "space check again")
	r.keys("space")
	if n := strings.Count(strings.Join(r.log(), "\n"), "checked "); n != 2 {
		t.Errorf("%d results on record, want both", n)
	}
}

func TestACheckThatFailsStaysAndShowsWhy(t *testing.T) {
	r := comparing(t, "lnfo@example.org", "Info@example.org").keys("enter")
	r.shows("! Both addresses are the same", "failed", "different at", "position 1: l", "(small L) instead of I (capital i)", "enter what was found")
	if r.m.over != nil || r.m.page.At().Item != "equal" {
		t.Fatalf("an overlay opened by itself, or the focus went to %s", r.m.page.At().Item)
	}
	r.keys("enter").shows("Where to look", "Entitlement address is lnfo@example.org.", "enter go there")
	r.keys("down", "enter")
	if p := r.m.page; r.m.over != nil || p.At().Step != "sources" || p.At().Item != "sage_id" {
		t.Fatalf("enter goes to %s.%s", p.At().Step, p.At().Item)
	}
	r.focus("entitlement")
	for range "lnfo@example.org" {
		r.keys("backspace")
	}
	r.keys("'Info@example.org'", "tab")
	if r.m.over != nil {
		r.wait().shows("look again").keys("enter")
	}
	r.goTo("compare")
	r.shows("an answer has changed since", "enter check").keys("enter")
	if iv := r.checkHere(); iv.Status != "passed" {
		t.Errorf("after the correction it is %s", iv.Status)
	}
}

func TestACheckIsRepeatedFromItsFinding(t *testing.T) {
	r := comparing(t, "info@example.org", "it@example.org").keys("enter", "enter", "down", "down", "down")
	r.shows("Check again", "enter check again").keys("enter")
	if n := strings.Count(strings.Join(r.log(), "\n"), "checked "); n != 2 || r.m.over != nil {
		t.Errorf("%d results on record", n)
	}
}

func TestACheckWithoutItsAnswersSaysWhatIsMissing(t *testing.T) {
	r := comparing(t, "", "info@example.org").keys("enter")
	r.shows("not checked", "Entitlement address is not").hides("f4 accept, with a reason").keys("enter", "enter")
	if p := r.m.page; p.At().Step != "sources" || p.At().Item != "entitlement" {
		t.Errorf("the cause leads to %s.%s", p.At().Step, p.At().Item)
	}
}

func TestACheckWithoutItsFilesSaysSo(t *testing.T) {
	r := comparing(t, "info@example.org", "info@example.org")
	r.goTo("later")
	r.focus("token")
	r.keys("enter").shows("Grouping and Relations").hides("f4 accept, with a reason")
	if got := r.m.page.View().Step("later").Item("token").Result; got == nil || got.Status != "unknown" {
		t.Errorf("result %+v", got)
	}
	if r.keys("enter", "enter"); r.m.page.At().Step != "later" || r.m.page.At().Item != "grouping" {
		t.Errorf("enter leads to %s.%s, not to the file", r.m.page.At().Step, r.m.page.At().Item)
	}
}

func TestAnAcceptedCheckIsLeftBehind(t *testing.T) {
	r := comparing(t, "Info@example.org", "info@example.org").keys("enter", "f4", "'by phone'", "enter")
	r.shows("accepted: by phone", "enter next", "space check again").keys("enter")
	if n := strings.Count(strings.Join(r.log(), "\n"), "checked "); r.m.page.At().Step == "compare" || n != 1 {
		t.Errorf("on %s: %v", r.m.page.At().Step, r.log())
	}
}

func TestCheckFrames(t *testing.T) {
	for _, size := range sizes {
		for name, set := range map[string]func(*rig){
			"open":    func(*rig) {},
			"failed":  func(r *rig) { r.keys("enter") },
			"finding": func(r *rig) { r.keys("enter", "enter", "down") },
		} {
			t.Run(fmt.Sprintf("%s-%dx%d", name, size[0], size[1]), func(t *testing.T) {
				r := comparing(t, "lnfo@example.org", "Info@example.org").size(size[0], size[1])
				set(r)
				bounded(t, r)
				lines := strings.Split(r.screen(), "\n")
				for i := range lines {
					lines[i] = strings.TrimRight(lines[i], " ")
				}
				golden.RequireEqual(t, []byte(strings.Join(lines, "\n")+"\n"))
			})
		}
	}
}
