package run_test

import (
	"errors"
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

// atTheGate is a run in a language, right before its gate.
func atTheGate(t *testing.T, lang string) *world {
	t.Helper()
	w := newWorldOf(t, "lock")
	w.must(append(slices.Clone(atTheLock), recorded("cross.equal", "passed"), run.SetLanguage{Lang: lang})...)
	return w
}

func byTheWord(word string) run.PassGate {
	return run.PassGate{At: flows.At("cross.lock"), Word: word, By: "Ada"}
}

// TestAGateIsPassedByTheWordOfTheRunOrInEnglish passes a gate by each of its words:
// what is kept of it is the same.
func TestAGateIsPassedByTheWordOfTheRunOrInEnglish(t *testing.T) {
	kept := ""
	for _, c := range []struct{ lang, word, shown string }{
		{"en", "cross", "cross"}, {"fi", "kulje", "kulje"}, {"fi", " kulje ", "kulje"}, {"fi", "cross", "kulje"},
	} {
		w := atTheGate(t, c.lang)
		if got := w.item("cross.lock").Item.Gate.Word; got != c.shown {
			t.Errorf("in %s the gate shows %q", c.lang, got)
		}
		if asks, _ := w.item("cross.lock").Problems[0].Message.Arg("word"); asks != c.shown {
			t.Errorf("in %s it asks for %q", c.lang, asks)
		}
		w.must(byTheWord(c.word))
		if got := w.item("cross.lock").Status; got != "passed" {
			t.Errorf("in %s, by %q: it is %s", c.lang, c.word, got)
		}
		w.wantSame()
		last := w.Events()[len(w.Events())-1]
		if kept == "" {
			kept = string(last.Data)
		}
		if last.Kind != run.EventGatePassed || string(last.Data) != kept {
			t.Errorf("in %s, by %q: kept %s %s, want %s", c.lang, c.word, last.Kind, last.Data, kept)
		}
	}
}

// TestAGateRefusesWhatIsNoneOfItsWords, and names the one of the run's language.
func TestAGateRefusesWhatIsNoneOfItsWords(t *testing.T) {
	for lang, others := range map[string][]string{"fi": {"Kulje", "kulje!", "kulje cross", ""}, "en": {"kulje", "Cross"}} {
		w := atTheGate(t, lang)
		for _, word := range others {
			_, err := w.Do(false, byTheWord(word))
			var r *flows.Refusal
			if !errors.As(err, &r) || r.Kind != flows.ErrUsage {
				t.Fatalf("in %s, by %q: %v", lang, word, err)
			}
			if asks, _ := r.Message.Arg("word"); asks != w.item("cross.lock").Item.Gate.Word {
				t.Errorf("in %s the refusal asks for %q", lang, asks)
			}
		}
	}
}
