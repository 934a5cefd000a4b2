package run_test

import (
	"slices"
	"testing"

	"lotse/flows"
	"lotse/flows/run"
)

var (
	throughLock = run.PassGate{At: flows.At("cross.lock"), Word: "cross", By: "Ada"}
	atTheLock   = []run.Command{run.Answer{At: flows.At("name"), Value: "Nordkai"}, run.Complete{Step: "base"}}
)

func recorded(item, status string) run.Command {
	return run.RecordCheck{At: flows.At(item), Result: run.CheckResult{Status: status, Finding: "hard"}}
}

// TestAGateWantsAResultOfItsCheck tries the gate with every result that a check
// can have, and with one that is no longer about the answers that stand.
func TestAGateWantsAResultOfItsCheck(t *testing.T) {
	for _, c := range []struct {
		name   string
		before []run.Command
		passes bool
	}{
		{"not run", nil, false},
		{"passed", []run.Command{recorded("cross.equal", "passed")}, true},
		{"warned", []run.Command{recorded("cross.equal", "warned")}, true},
		{"failed", []run.Command{recorded("cross.equal", "failed")}, false},
		{"unknown", []run.Command{recorded("cross.equal", "unknown")}, false},
		{"unknown and accepted", []run.Command{recorded("cross.equal", "unknown"), run.Accept{Step: "cross", Problem: "equal.unknown", Why: "on the phone"}}, false},
		{"passed, then failed", []run.Command{recorded("cross.equal", "passed"), recorded("cross.equal", "failed")}, false},
		{"failed, then passed", []run.Command{recorded("cross.equal", "failed"), recorded("cross.equal", "passed")}, true},
		{"passed, then an answer changed", []run.Command{recorded("cross.equal", "passed"), run.Answer{At: flows.At("name"), Value: "Südkai"}}, false},
		{"changed, and passed again", []run.Command{recorded("cross.equal", "passed"), run.Answer{At: flows.At("name"), Value: "Südkai"}, recorded("cross.equal", "passed")}, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := newWorldOf(t, "lock")
			w.must(atTheLock...)
			w.must(c.before...)
			w.must(run.Tick{At: flows.At("cross.crossed")}) // dormant until the gate is passed
			if got := w.item("cross.lock").Met; !slices.Equal(got, []bool{c.passes}) {
				t.Errorf("the page says that it is met: %v", got)
			}
			if !c.passes {
				w.refused(flows.ErrNotComplete, throughLock)
				w.refused(flows.ErrNotComplete, run.Complete{Step: "cross"})
				return
			}
			w.must(throughLock)
			if it := w.item("cross.crossed"); it.State != run.Applies || !it.LookAgain {
				t.Errorf("what was ticked before the gate: %s, look again %t", it.State, it.LookAgain)
			}
			w.must(run.Complete{Step: "cross"})
			w.wantSame()
		})
	}
}

// TestAGateWaitsForTheWarningsBeforeIt leaves something open before the gate, on
// its page.
func TestAGateWaitsForTheWarningsBeforeIt(t *testing.T) {
	soft := run.RecordCheck{At: flows.At("cross.equal"), Result: run.CheckResult{Status: "warned", Finding: "soft"}}
	long := run.Answer{At: flows.At("pilot"), Value: "a.very.long.address.indeed@example.org"}
	for _, c := range []struct {
		name   string
		before []run.Command
		passes bool
	}{
		{"nothing is open", []run.Command{recorded("cross.equal", "passed")}, true},
		{"a warning that can be left", []run.Command{recorded("cross.equal", "warned")}, true},
		{"a warning that has to be accepted", []run.Command{soft}, false},
		{"it is accepted", []run.Command{soft, run.Accept{Step: "cross", Problem: "equal.warned", Why: "seen"}}, true},
		{"an answer with such a warning", []run.Command{recorded("cross.equal", "passed"), long}, false},
		{"that one accepted", []run.Command{recorded("cross.equal", "passed"), long, run.Accept{Step: "cross", Problem: "pilot.long", Why: "it is hers"}}, true},
		{"an answer that is none, and that nothing requires", []run.Command{recorded("cross.equal", "passed"), run.Answer{At: flows.At("pilot"), Value: "nobody"}}, true},
		{"accepted, and changed", []run.Command{soft, run.Accept{Step: "cross", Problem: "equal.warned", Why: "seen"}, soft}, false},
		{"the task behind it is open", []run.Command{recorded("cross.equal", "passed"), run.Untick{At: flows.At("cross.crossed")}}, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := newWorldOf(t, "lock")
			w.must(atTheLock...)
			w.must(c.before...)
			if !c.passes {
				w.refused(flows.ErrNotComplete, throughLock)
				return
			}
			w.must(throughLock)
			w.wantSame()
		})
	}
}

// TestWhatAGateRequiredHoldsNothingAfterIt changes what the check had read, lets
// it fail, and opens a new round: the gate stays passed, and its step done.
func TestWhatAGateRequiredHoldsNothingAfterIt(t *testing.T) {
	w := newWorldOf(t, "lock")
	w.must(atTheLock...)
	w.must(recorded("cross.equal", "passed"), throughLock, run.Tick{At: flows.At("cross.crossed")}, run.Complete{Step: "cross"}, recorded("sea.still", "passed"))

	out := w.must(run.Answer{At: flows.At("name"), Value: "Südkai"})
	if _, again := effects(out.Ripple)["cross look_again"]; again {
		t.Errorf("ripple %+v", out.Ripple)
	}
	w.wantState("cross", run.Done)
	w.wantProblem("sea", "still.stale", true)
	w.wantProblem("cross", "equal.stale", false)

	w.must(recorded("cross.equal", "failed"))
	w.wantState("cross", run.Done)
	w.wantProblem("cross", "equal.failed", false)

	w.must(run.Complete{Step: "base"}, recorded("sea.still", "failed"), run.WaitAnswered{At: flows.At("sea.again")})
	if got := w.step("base").Round; got != 2 {
		t.Errorf("base is in round %d", got)
	}
	w.wantState("cross", run.Done)
	if it := w.item("cross.lock"); it.Status != "passed" || w.step("cross").Round != 1 {
		t.Errorf("the gate is %s in round %d", it.Status, w.step("cross").Round)
	}
	w.wantSame()
}

// TestAFailedCheckWithoutAGateIsLookedAtAgain is the brother that no gate settles.
func TestAFailedCheckWithoutAGateIsLookedAtAgain(t *testing.T) {
	w := newWorldOf(t, "lock")
	w.must(atTheLock...)
	w.must(recorded("cross.equal", "passed"), throughLock, run.Tick{At: flows.At("cross.crossed")}, run.Complete{Step: "cross"}, recorded("sea.still", "passed"), run.Complete{Step: "sea"})
	w.must(recorded("sea.still", "failed"))
	w.wantProblem("sea", "still.failed", true)
	w.wantState("sea", run.Stale)
}
