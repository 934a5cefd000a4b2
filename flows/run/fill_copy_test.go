package run_test

import (
	"errors"
	"maps"
	"slices"
	"strings"
	"testing"

	"lotse/flows"
	"lotse/flows/run"
)

func TestACopyThatLacksAnAnswerNamesIt(t *testing.T) {
	w := berth(t)
	copied := func(item string) (string, bool, error) { return w.view().Copy(w.item("berth." + item)) }
	want := func(item, value string, secret bool) {
		t.Helper()
		if got, isSecret, err := copied(item); got != value || isSecret != secret || err != nil {
			t.Errorf("%s copies %q, %t, %v; want %q", item, got, isSecret, err, value)
		}
	}
	lacks := func(item, label string) {
		t.Helper()
		value, _, err := copied(item)
		if got := refusal(t, err); value != "" || !errors.Is(err, flows.ErrNotComplete) || got != "There is nothing to copy yet: "+label+" has no valid answer." {
			t.Errorf("%s copies %q and says %q", item, value, got)
		}
	}
	want("query", "ship=Alma&from=2026-12-24&length=49.5&owner=us&flags=fi, de, se&for=Muster GmbH&papers=bill.pdf", false)
	want("owner_copy", "us", false) // the value of an option, not its label
	lacks("pass_copy", "Pass")
	lacks("side", "Side of Alma")
	w.must(run.SetSecret{At: flows.At("pass"), Sealed: w.sealed("s1")}, run.Answer{At: flows.At("side"), Value: "left"})
	want("pass_copy", "", true)
	want("side", "left", false)
	w.must(run.Answer{At: flows.At("from"), Value: ""})
	lacks("query", "From")
	w.must(run.Answer{At: flows.At("from"), Value: "soon"}) // is no date: an invalid answer is read by nothing
	lacks("query", "From")
	w.must(run.Answer{At: flows.At("from"), Value: "2026-12-25"}, run.Answer{At: flows.At("owner"), Value: ""})
	lacks("query", "Owner")
	lacks("owner_copy", "Owner")
	_, _, err := copied("fits")
	if got := refusal(t, err); !errors.Is(err, flows.ErrUsage) || got != "There is nothing to copy: Fits Alma has no value." {
		t.Errorf("a check copies, and says %q", got)
	}
}

// What was pasted, or checked, with an answer in it is to be looked at again
// when the answer changes; what only names it in a sentence is not.
func TestAChangedAnswerInWhatIsPasted(t *testing.T) {
	done := func(t *testing.T) *world {
		w := berth(t)
		w.must(run.RecordCheck{At: flows.At("berth.fits"), Result: run.CheckResult{Status: "passed"}}, run.RecordCheck{At: flows.At("berth.marks"), Result: run.CheckResult{Status: "passed"}})
		w.must(run.Complete{Step: "ship"}, run.Complete{Step: "berth"})
		w.wantState("berth", run.Done)
		return w
	}
	w := done(t)
	out := w.refused(flows.ErrRipple, run.Answer{At: flows.At("papers"), Value: "sha256:" + strings.Repeat("cd", 32) + "/new.pdf"})
	if got := effects(out.Ripple)["berth look_again"]; !slices.Equal(got, []string{"query"}) || out.Ripple[0].Title != "Berth of Alma" {
		t.Errorf("the consequences are %+v", out.Ripple)
	}
	w.must(run.Answer{At: flows.At("papers"), Value: "sha256:" + strings.Repeat("cd", 32) + "/new.pdf"})
	w.wantState("berth", run.Stale)

	w = done(t)
	w.must(run.Answer{At: flows.At("ship"), Value: "Bella"})
	w.wantState("berth", run.Stale)
	if status := w.item("berth.fits").Status; status != "stale" {
		t.Errorf("the check of a constant that names the ship is %s", status)
	}

	w = done(t)
	w.must(run.Answer{At: flows.At("pass"), Value: ""}) // named by nothing that was done
	w.wantState("berth", run.Done)
}

func TestConstantsOfAChecksInputs(t *testing.T) {
	w := berth(t)
	constant := func() run.CheckInput {
		t.Helper()
		inputs, err := w.CheckInputs(flows.At("berth.fits"))
		if err != nil || len(inputs) != 2 || inputs[0].Param != "left" {
			t.Fatalf("inputs %+v, %v", inputs, err)
		}
		return inputs[0]
	}
	if inputs, _ := w.CheckInputs(flows.At("berth.fits")); inputs[1].Label != "Crew of Alma" {
		t.Errorf("an input is called %q", inputs[1].Label)
	}
	if in := constant(); in.Value != "Alma/2026-12-24/us" || !in.Item.IsZero() {
		t.Errorf("the constant is %+v", in)
	}
	inputs, _ := w.CheckInputs(flows.At("berth.fits"))
	snap := run.Snapshot(inputs)
	if want := (map[string]string{"ship.ship": "Alma", "ship.from": "2026-12-24", "ship.owner": "us", "ship.crew": "crew@example.org"}); !maps.Equal(snap, want) {
		t.Errorf("the snapshot is %v", snap)
	}
	w.must(run.Answer{At: flows.At("from"), Value: "2026-12-25"})
	w.must(run.RecordCheck{At: flows.At("berth.fits"), Result: run.CheckResult{Status: "passed", Inputs: snap}})
	if status := w.item("berth.fits").Status; status != "stale" {
		t.Errorf("an answer changed while the check was running, and it is %s", status)
	}
	w.must(run.Answer{At: flows.At("from"), Value: ""})
	if in := constant(); in.Given() || in.Label != "From" || in.Item.String() != "ship.from" {
		t.Errorf("what is missing is %+v", in)
	}
}
