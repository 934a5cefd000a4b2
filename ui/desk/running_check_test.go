package desk

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"lotse/flows"
	"lotse/flows/run"
)

// atWork is a rig on whose page a check was begun. Its commands are not run:
// what the check does is sent by hand.
func atWork(t *testing.T) *rig {
	t.Helper()
	r := comparing(t, "info@example.org", "info@example.org")
	r.do(r.m.page.carrier.runAll(r.m.page.Save())) // a check waits for it
	if r.m.page.turn(r.m.page.Check(r.m.page.place)) == nil || r.m.running == nil {
		t.Fatal("no check was begun")
	}
	return r
}

// comes hands a message to the model and drops what it asks for.
func (r *rig) comes(msg tea.Msg) { r.m.Update(msg) }

func TestACheckThatTakesItsTimeIsShownAtWork(t *testing.T) {
	r := atWork(t)
	r.hides("esc cancel")
	r.comes(phaseMsg{r.m.running, run.Phase{Name: "dns", Status: "passed", Message: flows.Said("192.0.2.7")}})
	r.at = r.at.Add(5 * time.Second)
	r.comes(checkTickMsg{r.m.running})
	r.shows("192.0.2.7", "5 s", "esc cancel")
	bounded(t, r)
	before := strings.Count(r.screen(), "━")
	r.at = r.at.Add(5 * time.Second)
	if after := strings.Count(r.screen(), "━"); after <= before {
		t.Errorf("the bar has %d of %d", after, before)
	}
}

// TestACheckTellsHowFarItIs shows both registers while they are read, and what
// was read when it is.
func TestACheckTellsHowFarItIs(t *testing.T) {
	r := atWork(t)
	r.comes(checkTickMsg{r.m.running})
	for i, done := range []float64{0.25, 0.5} {
		r.comes(phaseMsg{r.m.running, run.Phase{Name: "netvisor", Status: "running", Message: flows.Said("Reading: Netvisor"), Done: done}})
		r.comes(phaseMsg{r.m.running, run.Phase{Name: "rackbeat", Status: "running", Message: flows.Said("Reading: Rackbeat"), Done: done / 2}})
		r.shows("Reading: Netvisor", []string{"25 %", "50 %"}[i], "Reading: Rackbeat", []string{"12 %", "25 %"}[i], "esc cancel")
	}
	bounded(t, r)
	r.comes(phaseMsg{r.m.running, run.Phase{Name: "netvisor", Status: "passed", Message: flows.Said("812 rows")}})
	r.shows("812 rows", "Reading: Rackbeat").hides("Reading: Netvisor")
}

func TestKeysWaitForACheckAtWork(t *testing.T) {
	r := atWork(t)
	r.comes(checkTickMsg{r.m.running})
	r.comes(keyOf("x"))
	r.comes(tea.PasteMsg{Content: "pasted"})
	if len(r.m.held) != 2 || !r.m.running.shown {
		t.Errorf("%d keys are held", len(r.m.held))
	}
	r.send(checkedMsg{of: r.m.running, result: run.CheckResult{Status: "passed", Message: flows.Said("All is well.")}})
	if r.m.running != nil || len(r.m.held) != 0 {
		t.Error("they are still held")
	}
	if iv := r.checkHere(); iv.Status != "passed" {
		t.Errorf("status %s", iv.Status)
	}
}

func TestEscCancelsACheckAndNothingIsOnRecord(t *testing.T) {
	r := atWork(t)
	events := len(r.log())
	r.comes(checkTickMsg{r.m.running})
	of, called := r.m.running, false
	cancel := of.cancel
	of.cancel = func() { called = true; cancel() }
	r.comes(keyOf("esc"))
	if !called {
		t.Fatal("esc does not cancel")
	}
	r.send(checkedMsg{of: of, err: context.Canceled})
	r.shows("Cancelled")
	if r.m.over != nil || len(r.log()) != events || r.m.hold != 0 {
		t.Errorf("%d events, %d before; overlay %v", len(r.log()), events, r.m.over)
	}
}

func TestWhatComesOfAnEarlierCheckIsDropped(t *testing.T) {
	r := atWork(t)
	old := *r.m.running
	r.comes(phaseMsg{&old, run.Phase{Name: "dns", Message: flows.Said("an earlier check's")}})
	r.comes(checkTickMsg{&old})
	r.comes(checkedMsg{of: &old, err: errors.New("late")})
	if r.m.over != nil || len(r.m.running.done) != 0 || r.m.status.bad {
		t.Error("an earlier check is taken for this one")
	}
}

func TestLeavingCancelsTheCheck(t *testing.T) {
	r := atWork(t)
	called := false
	r.m.running.cancel = func() { called = true }
	r.comes(keyOf("ctrl+c"))
	if !called || !r.m.leaving {
		t.Errorf("cancelled %v, leaving %v", called, r.m.leaving)
	}
}

func TestTheBellRingsAfterALongCheck(t *testing.T) {
	for took, want := range map[time.Duration]bool{time.Second: false, 5 * time.Second: true} {
		r := atWork(t)
		r.at = r.at.Add(took)
		r.said = nil
		r.send(checkedMsg{of: r.m.running, result: run.CheckResult{Status: "failed", Message: flows.Said("Refused.")}})
		rang := false
		for _, msg := range r.said {
			if raw, ok := msg.(tea.RawMsg); ok && raw.Msg == "\a" {
				rang = true
			}
		}
		if rang != want {
			t.Errorf("after %v the bell rings: %v", took, rang)
		}
	}
}

// TestACheckAtWorkIsShownInItsItem, at every size, on the page and for the phone,
// and its sign moves.
func TestACheckAtWorkIsShownInItsItem(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {40, 12}, {160, 50}} {
		for _, phone := range []bool{false, true} {
			r := atWork(t).size(size[0], size[1])
			r.m.page.phone.on = phone
			label := r.m.label(r.m.page.Item())
			r.comes(phaseMsg{r.m.running, run.Phase{Name: "dns", Status: "passed", Message: flows.Said("192.0.2.7")}})
			r.comes(phaseMsg{r.m.running, run.Phase{Name: "register", Status: "running", Message: flows.Said("Reading"), Done: 0.5}})
			r.comes(checkTickMsg{r.m.running})
			signs := map[string]bool{}
			for range 4 {
				r.at = r.at.Add(redrawEvery)
				bounded(t, r)
				r.shows("192.0.2.7", "50 %", "━", "esc cancel")
				for l := range strings.SplitSeq(r.screen(), "\n") {
					if before, _, ok := strings.Cut(l, " "+label); ok && strings.HasSuffix(strings.TrimRight(l, " │"), "0 s") {
						signs[before] = true
					}
				}
			}
			if len(signs) < 2 || r.m.over != nil {
				t.Errorf("%v, phone %v: the signs are %v, over it lies %T\n%s", size, phone, signs, r.m.over, r.screen())
			}
		}
	}
}
