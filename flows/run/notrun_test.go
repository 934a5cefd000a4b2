package run_test

import (
	"slices"
	"testing"

	"lotse/flows"
	"lotse/flows/run"
)

// result is one of a check of the procedure about warnings, on what is entered.
func (w *world) result(check, status, finding string) run.RecordCheck {
	w.t.Helper()
	at := flows.At("tried." + check)
	return run.RecordCheck{At: at, Result: run.CheckResult{
		Status: status, Finding: finding, Message: flows.Said("it " + status), Inputs: run.Snapshot(w.inputs(at)),
	}}
}

func tried(t *testing.T) *world {
	t.Helper()
	w := newWorldOf(t, "signs")
	w.must(wished...)
	return w
}

// TestACheckThatWasNotRun is another problem than one that came to nothing: it
// cannot be accepted, and is counted only once a step was completed over it.
func TestACheckThatWasNotRun(t *testing.T) {
	w := tried(t)
	p := w.problem("tried", "mild.not_run")
	if p.Acceptable || p.MustAccept || p.Level != flows.Warn || !p.Open() {
		t.Errorf("%+v", p)
	}
	w.must(run.Note{Step: "tried", Text: "entered"})
	w.wantWarnings(0, "tried", "mild.not_run")
	for _, id := range []string{"mild.not_run", "mild.unknown"} {
		w.refused(flows.ErrNotAcceptable, run.Accept{Step: "tried", Problem: id, Why: "never mind"})
	}
	w.warned(run.Complete{Step: "tried"}, "mild.not_run")
	w.warned(run.Complete{Step: "tried", Accept: "never mind"}, "mild.not_run")
	w.must(run.Complete{Step: "tried", Accept: "never mind", Leave: true})
	w.wantWarnings(1, "tried")
	w.must(run.Reopen{Step: "tried"})
	w.wantWarnings(1, "tried")
	w.must(run.Answer{At: flows.At("mail"), Value: "a@example.org"}, run.Answer{At: flows.At("other"), Value: "a@example.org"})
	w.wantWarnings(0, "tried", "mild.not_run")
	w.wantSame()
}

// TestWhatCanBeAcceptedOfAResult: only what came of inputs that were given, and
// for as long as they are the same.
func TestWhatCanBeAcceptedOfAResult(t *testing.T) {
	for _, tt := range []struct {
		status, finding string
		id              string
		can, required   bool
	}{
		{"unknown", "unreachable", "mild.unknown", true, false},
		{"unknown", run.FindingMissing, "mild.not_run", false, false},
		{"failed", "soft", "mild.failed", true, false},
		{"failed", "hard", "mild.failed", true, true},
		{"warned", "hard", "mild.warned", true, true},
		{"warned", "", "mild.warned", true, false},
		{"unknown", "hard", "mild.unknown", true, true},
	} {
		w := tried(t)
		w.must(w.result("mild", tt.status, tt.finding))
		p := w.problem("tried", tt.id)
		if p.Acceptable != tt.can || p.MustAccept != tt.required || p.Holds() != tt.required {
			t.Errorf("%s %s: %+v", tt.status, tt.finding, p)
		}
		_, err := w.Do(false, run.Accept{Step: "tried", Problem: tt.id, Why: "seen"})
		if (err == nil) != tt.can {
			t.Errorf("%s %s: %v", tt.status, tt.finding, err)
		}
		w.wantSame()
	}
	w := tried(t)
	w.must(w.result("mild", "passed", ""))
	w.wantWarnings(0, "tried")
	w.must(run.Complete{Step: "tried"})
}

func TestAnUnknownResultStaysAcceptedForItsInputs(t *testing.T) {
	for _, take := range []struct {
		name string
		run.Complete
	}{{"accepted", run.Complete{Step: "tried", Accept: "no line"}}, {"left", run.Complete{Step: "tried", Leave: true}}} {
		w := tried(t)
		w.must(w.result("mild", "unknown", "unreachable"), take.Complete)
		w.must(w.result("mild", "unknown", "timed_out"))
		w.wantState("tried", run.Done)
		if p := w.problem("tried", "mild.unknown"); p.Open() {
			t.Errorf("%s: the same inputs came to nothing again: %+v", take.name, p)
		}
		w.must(run.Answer{At: flows.At("name"), Value: "Südkai"})
		if p := w.problem("tried", "mild.stale"); !p.Open() {
			t.Errorf("%s: stale: %+v", take.name, p)
		}
		w.must(w.result("mild", "unknown", "unreachable"))
		if p := w.problem("tried", "mild.unknown"); !p.Open() {
			t.Errorf("%s: other inputs came to nothing: %+v", take.name, p)
		}
		w.wantState("tried", run.Stale)
		w.wantSame()
	}
}

// TestAStaleResultIsTakenForItsInputs: accepted or left, it is open again when
// one more of them changes.
func TestAStaleResultIsTakenForItsInputs(t *testing.T) {
	w := tried(t)
	w.must(w.result("mild", "passed", ""), run.Complete{Step: "tried"})
	w.must(run.Answer{At: flows.At("name"), Value: "Südkai"}, run.Complete{Step: "tried", Leave: true})
	w.wantWarnings(1, "tried")
	w.must(run.Answer{At: flows.At("wish"), Value: "another"})
	w.wantWarnings(1, "tried")
	w.must(run.Answer{At: flows.At("name"), Value: "Westkai"})
	w.wantWarnings(1, "tried", "mild.stale")
	w.must(run.Accept{Step: "tried", Problem: "mild.stale", Why: "a name"})
	w.wantWarnings(0, "tried")
	w.must(run.Answer{At: flows.At("mail"), Value: "a@example.org"}, run.Answer{At: flows.At("other"), Value: "a@example.org"})
	w.wantWarnings(1, "tried", "mild.stale")
}

// TestAWarningThatComesLate is taken in a step that is done, and holds nothing.
func TestAWarningThatComesLate(t *testing.T) {
	late := func() *world {
		w := tried(t)
		w.must(w.result("mild", "passed", ""), run.Complete{Step: "tried"}, w.result("mild", "warned", "soft"))
		w.wantState("tried", run.Done)
		w.wantWarnings(1, "tried", "mild.warned")
		w.warned(run.Complete{Step: "tried"}, "mild.warned")
		return w
	}
	w := late()
	n := len(w.Events())
	w.must(run.Complete{Step: "tried", Leave: true}, run.Complete{Step: "tried"})
	if got := w.kinds(n); !slices.Equal(got, []string{"done tried"}) || !w.problem("tried", "mild.warned").Left {
		t.Errorf("left: %v", got)
	}
	w = late()
	n = len(w.Events())
	w.must(run.Complete{Step: "tried", Accept: "seen"}, run.Complete{Step: "tried"})
	if got := w.kinds(n); !slices.Equal(got, []string{"accepted tried"}) {
		t.Errorf("accepted: %v", got)
	}
	w.wantWarnings(0, "tried")
}

func TestAMustOfACheckIsAcceptedOnceItRan(t *testing.T) {
	w := newWorldOf(t, "signs")
	w.must(run.Answer{At: flows.At("name"), Value: "strict"}, run.Answer{At: flows.At("wish"), Value: "x"}, run.Complete{Step: "first"})
	w.must(w.result("mild", "passed", ""))
	for _, c := range []run.Complete{{Step: "tried"}, {Step: "tried", Leave: true}, {Step: "tried", Accept: "no line"}} {
		w.refused(flows.ErrNotComplete, c)
	}
	w.refused(flows.ErrNotAcceptable, run.Accept{Step: "tried", Problem: "strict.not_run", Why: "no line"})
	w.must(w.result("strict", "unknown", "unreachable"))
	w.refused(flows.ErrNotComplete, run.Complete{Step: "tried", Accept: "no line"}) // what holds is accepted by itself
	w.must(run.Accept{Step: "tried", Problem: "strict.unknown", Why: "no line"}, run.Complete{Step: "tried"})
	if got := w.step("tried").Warnings(); len(got) > 0 || !slices.Equal(w.problems("tried", flows.Must), []string{"strict.unknown"}) {
		t.Errorf("%+v, %v", got, w.problems("tried", flows.Must))
	}
}
