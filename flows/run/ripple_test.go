package run_test

import (
	"slices"
	"testing"

	"lotse/flows"
	"lotse/flows/run"
)

func effects(list []run.Consequence) map[string][]string {
	out := map[string][]string{}
	for _, c := range list {
		out[c.Step+" "+string(c.Effect)] = c.Items
	}
	return out
}

func TestRippleIsListedBeforeItIsTaken(t *testing.T) {
	w := newWorld(t)
	w.must(applies...)
	w.must(run.Answer{At: flows.At("name"), Value: "Nordkai"}, run.Answer{At: flows.At("mode"), Value: "beta"}, run.Answer{At: flows.At("beta_note"), Value: "n"}, run.Complete{Step: "base"})
	w.must(run.Answer{At: flows.At("beta_size"), Value: "4"}, run.Tick{At: flows.At("beta.beta_task")}, run.Complete{Step: "beta"})

	out := w.refused(flows.ErrRipple, run.Answer{At: flows.At("mode"), Value: "alpha"})
	got := effects(out.Ripple)
	if !slices.Equal(got["beta void"], []string{"beta_size", "beta_task"}) || !slices.Equal(got["base void"], []string{"beta_note"}) {
		t.Fatalf("ripple %+v", out.Ripple)
	}
	w.wantState("beta", run.Done)
	if w.item("base.mode").Value != "beta" {
		t.Fatalf("an unconfirmed change was taken")
	}

	w.must(run.Answer{At: flows.At("mode"), Value: "alpha"})
	w.wantState("beta", run.NotNeeded)
	if w.item("beta.beta_size").Value != float64(4) {
		t.Errorf("a void answer was deleted")
	}
	w.must(run.Answer{At: flows.At("mode"), Value: "beta"})
	w.wantState("beta", run.Stale)
	w.must(run.Complete{Step: "beta"})
	if w.item("beta.beta_size").LookAgain {
		t.Errorf("completing a step does not settle what was to be looked at again")
	}
	w.wantSame()
}

func TestAChangeUnderARuleHasItsStepLookedAtAgain(t *testing.T) {
	w := newWorld(t)
	w.must(onePlain...)
	w.must(run.Answer{At: flows.At("leave"), Value: "no"}, run.Complete{Step: "leaving"})
	out, err := w.Do(false, run.AddRow{List: flows.At("people"), Cells: map[string]flows.Value{"code": "p2", "kind": "plain"}})
	if err == nil {
		t.Fatalf("the rule of leaving reads the rows: that has to be confirmed: %+v", out)
	}
	if _, ok := effects(out.Ripple)["leaving look_again"]; !ok {
		t.Errorf("ripple %+v", out.Ripple)
	}
}

func TestFreshAnswersNeedNoConfirming(t *testing.T) {
	w := newWorld(t)
	for _, c := range onePlain {
		if out, err := w.Do(false, c); err != nil {
			t.Fatalf("%#v: %v (%+v)", c, err, out.Ripple)
		}
	}
}

func TestAChangedInputMakesACheckStale(t *testing.T) {
	w := newWorld(t)
	w.must(based...)
	w.must(checked("passed", ""), run.Complete{Step: "compare"})
	out := w.refused(flows.ErrRipple, run.Answer{At: flows.At("name"), Value: "Südkai"})
	if _, ok := effects(out.Ripple)["compare look_again"]; !ok {
		t.Fatalf("ripple %+v", out.Ripple)
	}
	w.must(run.Answer{At: flows.At("name"), Value: "Südkai"})
	w.wantState("compare", run.Stale)
	if got := w.item("compare.equal").Status; got != "stale" {
		t.Errorf("status %s", got)
	}
	w.refused(flows.ErrNotComplete, run.Complete{Step: "compare"})
	w.must(checked("passed", ""), run.Complete{Step: "compare"})
	w.wantState("compare", run.Done)
	w.wantSame()
}

// TestOnlyWhatStandsIsAskedAbout corrects an answer that a check has read: that is
// asked about only where somebody loses something that stands.
func TestOnlyWhatStandsIsAskedAbout(t *testing.T) {
	correct := func(name string) run.Answer { return run.Answer{At: flows.At("name"), Value: name} }
	done := run.Complete{Step: "compare"}
	for name, tt := range map[string]struct {
		given []run.Command
		asks  bool
	}{
		"it was not run":              {nil, false},
		"it passed":                   {[]run.Command{checked("passed", "")}, true},
		"it passed with a doubt":      {[]run.Command{checked("warned", "hard")}, true},
		"it failed":                   {[]run.Command{checked("failed", "hard")}, false},
		"it came to nothing":          {[]run.Command{checked("unknown", "unreachable")}, false},
		"it passed, of other answers": {[]run.Command{checked("passed", ""), correct("Westkai")}, false},
		"its step is done":            {[]run.Command{checked("passed", ""), done}, true},
		"it failed, which was accepted, and its step is done": {[]run.Command{checked("failed", "soft"), run.Accept{Step: "compare", Problem: "equal.failed", Why: "soft"}, done}, true},
		"its step is to be looked at already":                 {[]run.Command{checked("passed", ""), done, correct("Westkai")}, false},
	} {
		t.Run(name, func(t *testing.T) {
			w := newWorld(t)
			w.must(based...)
			if len(tt.given) > 0 {
				w.must(tt.given...)
			}
			n := len(w.Events())
			if !tt.asks {
				if out, err := w.Do(false, correct("Südkai")); err != nil {
					t.Fatalf("it asks: %+v", out.Ripple)
				}
				return
			}
			if w.refused(flows.ErrRipple, correct("Südkai")); len(w.Events()) != n {
				t.Error("something was done before the yes")
			}
			w.must(correct("Südkai"))
			if out, err := w.Do(false, correct("Nordkai II")); err != nil {
				t.Errorf("it asks again of the same burst: %+v", out.Ripple)
			}
			w.wantSame()
		})
	}
}

// TestVoidIsAskedAboutWhereSomethingStands hides what was given, and what was not.
func TestVoidIsAskedAboutWhereSomethingStands(t *testing.T) {
	for name, tt := range map[string]struct {
		given run.Command
		asks  bool
	}{
		"an answer":   {run.Answer{At: flows.At("beta_note"), Value: "n"}, true},
		"nothing yet": {run.Answer{At: flows.At("beta_note"), Value: nil}, false},
	} {
		w := newWorld(t)
		w.must(applies...)
		w.must(run.Answer{At: flows.At("name"), Value: "Nordkai"}, run.Answer{At: flows.At("mode"), Value: "beta"}, tt.given)
		if _, err := w.Do(false, run.Answer{At: flows.At("mode"), Value: "alpha"}); (err != nil) != tt.asks {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestWhatWasCopiedIsLookedAtAgain(t *testing.T) {
	w := newWorld(t)
	w.must(based...)
	if out, err := w.Do(false, run.Answer{At: flows.At("name"), Value: "Südkai"}); err != nil {
		t.Fatalf("nothing was pasted yet: %+v", out.Ripple)
	}
	w.must(run.PassGate{At: flows.At("cross.cross"), Word: "cross", By: "Ada"}, run.Complete{Step: "cross"})
	out := w.refused(flows.ErrRipple, run.Answer{At: flows.At("name"), Value: "Westkai"})
	if got := effects(out.Ripple)["cross look_again"]; !slices.Equal(got, []string{"sign"}) {
		t.Errorf("ripple %+v", out.Ripple)
	}
	w.must(run.Answer{At: flows.At("name"), Value: "Westkai"})
	w.wantState("cross", run.Stale)
	w.must(run.Complete{Step: "cross"})
	w.wantState("cross", run.Done)
	w.wantSame()
}

func TestCheckLevels(t *testing.T) {
	w := newWorld(t)
	w.must(based...)
	w.wantProblem("compare", "equal.not_run", true)
	w.refused(flows.ErrNotComplete, run.Complete{Step: "compare"})
	w.refused(flows.ErrNotAcceptable, run.Accept{Step: "compare", Problem: "equal.not_run", Why: "no line today"})
	w.must(checked("unknown", "unreachable"))
	w.refused(flows.ErrNotComplete, run.Complete{Step: "compare"})
	w.must(run.Accept{Step: "compare", Problem: "equal.unknown", Why: "no line today"}, run.Complete{Step: "compare"})
	w.wantState("compare", run.Done)

	w.must(checked("failed", "hard"))
	w.wantState("compare", run.Stale)
	w.refused(flows.ErrNotAcceptable, run.Accept{Step: "compare", Problem: "equal.failed", Why: "never mind"})
	w.must(checked("failed", "soft"), run.Accept{Step: "compare", Problem: "equal.failed", Why: "soft"}, run.Complete{Step: "compare"})
	w.must(checked("warned", "hard"))
	if got := w.problems("compare", flows.Warn); !slices.Equal(got, []string{"equal.warned"}) {
		t.Errorf("warns %v", got)
	}
}

func TestConditionsReadTheLastFinishedResult(t *testing.T) {
	w := newWorld(t)
	w.must(based...)
	w.wantState("change", run.Blocked)
	w.must(checked("failed", "hard"))
	w.wantState("change", run.Open)
	w.must(run.Answer{At: flows.At("name"), Value: "Südkai"})
	if got := w.item("compare.equal").Status; got != "stale" {
		t.Errorf("status %s", got)
	}
	w.wantItem("change.mail_sent", run.Applies) // nothing flickers while it is stale
}

func TestRounds(t *testing.T) {
	w := newWorld(t)
	w.must(based...)
	w.must(checked("failed", "hard"))
	w.must(run.Tick{At: flows.At("change.mail_sent")}, run.Answer{At: flows.At("crew"), Value: "Ida"})
	w.wantState("change", run.Waiting)
	n := len(w.Events())
	if _, err := w.Do(false, run.WaitAnswered{At: flows.At("change.answer"), Why: "they wrote"}); err != nil {
		t.Fatal(err)
	}
	if got := w.kinds(n); !slices.Equal(got, []string{"wait_answered change"}) {
		t.Errorf("events %v", got)
	}
	base := w.step("base")
	if base.Round != 2 || base.State != run.Open {
		t.Errorf("base is %s in round %d", base.State, base.Round)
	}
	it := w.item("base.name")
	if it.Value != nil || it.Previous != "Nordkai" {
		t.Errorf("name: value %v, before %v", it.Value, it.Previous)
	}
	if it := w.item("base.crew"); it.Value != "Ida" || it.LookAgain {
		t.Errorf("crew is to be kept: %+v", it)
	}
	if got := w.item("compare.equal").Status; got != "stale" {
		t.Errorf("the comparison is %s", got)
	}
	w.must(run.Answer{At: flows.At("name"), Value: "Südkai"}, run.Answer{At: flows.At("mode"), Value: "alpha"}, run.Complete{Step: "base"})
	w.must(checked("passed", ""), run.Complete{Step: "compare"})
	w.wantState("change", run.Done) // it was entered: it stays, with its history
	w.wantSame()

	w.must(checked("failed", "hard"))
	if s := w.step("change"); s.State != run.Blocked && s.State != run.Open || s.Round != 2 {
		t.Errorf("change is %s in round %d", s.State, s.Round)
	}
	w.wantItem("change.mail_sent", run.Applies)
	if w.item("change.mail_sent").Done {
		t.Errorf("a tick of the round before still stands")
	}
	w.wantSame()
}

// TestAFailedCheckWaitsForTheStepThatLeadsBack goes on with the step that has
// things changed, and calls the run waiting while it waits.
func TestAFailedCheckWaitsForTheStepThatLeadsBack(t *testing.T) {
	w := newWorld(t)
	w.must(append(slices.Clone(onePlain), run.Skip{Step: "cross", Why: "later"}, run.Skip{Step: "porter", Why: "later"}, run.Skip{Step: "rights", Why: "later"}, run.Skip{Step: "leaving", Why: "later"})...)
	w.wantState("compare", run.Open)
	w.must(checked("failed", "hard"))
	w.wantState("compare", run.Waiting)
	if got := w.view().Current; got != "change" {
		t.Errorf("current is %s", got)
	}
	w.must(run.Tick{At: flows.At("change.mail_sent")})
	w.wantStatus(run.StatusWaiting)
	if v := w.view(); v.Current != "change" || v.Why != "the vendor" {
		t.Errorf("current is %s: %q", v.Current, v.Why)
	}
	w.must(run.Skip{Step: "change", Why: "never mind"})
	w.wantState("compare", run.Open)
	w.must(run.Reopen{Step: "change"}, run.WaitAnswered{At: flows.At("change.answer")}, run.Answer{At: flows.At("name"), Value: "Südkai"}, run.Answer{At: flows.At("mode"), Value: "alpha"}, run.Complete{Step: "base"})
	w.wantState("compare", run.Open)
	w.must(checked("unknown", ""))
	w.wantState("compare", run.Open)
}

// TestANewRoundAsksForNoConfirming answers again what a round has opened: what is
// to be looked at again already is no news.
func TestANewRoundAsksForNoConfirming(t *testing.T) {
	w := newWorld(t)
	w.must(based...)
	w.must(checked("failed", "hard"))
	w.must(run.Tick{At: flows.At("change.mail_sent")}, run.WaitAnswered{At: flows.At("change.answer")})
	for _, c := range []run.Command{run.Answer{At: flows.At("name"), Value: "Südkai"}, run.Answer{At: flows.At("contact"), Value: "kai@example.org"}, run.Answer{At: flows.At("mode"), Value: "alpha"}} {
		if out, err := w.Do(false, c); err != nil {
			t.Errorf("%v asks for confirming: %+v", c, out)
		}
	}
}

func TestAStepThatWaitsForItself(t *testing.T) {
	w := newWorld(t)
	w.must(applies...)
	w.must(run.Answer{At: flows.At("admitted"), Value: "no"}, run.WaitAnswered{At: flows.At("rights.let_in")}, run.Answer{At: flows.At("how"), Value: "by the door"}, run.Complete{Step: "rights"})
	w.wantState("rights", run.Done)
	w.wantSame()
}
