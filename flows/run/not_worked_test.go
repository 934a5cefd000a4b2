package run_test

import (
	"strings"
	"testing"

	"lotse/flows"
	"lotse/flows/run"
)

// wantFailure demands what is said of an item that did not work; "" for nothing.
func (w *world) wantFailure(item, want string) {
	w.t.Helper()
	got := ""
	if n := w.item(item).NotWorked; n != nil {
		got = n.By + ": " + n.Why
	}
	if got != want {
		w.t.Errorf("of %s it is said %q, want %q", item, got, want)
	}
	step, id, _ := strings.Cut(item, ".")
	w.wantProblem(step, id+"."+run.CodeNotWorked, want != "")
}

var ready = []run.Command{
	run.AddRow{List: flows.At("people"), Cells: map[string]flows.Value{"code": "a", "kind": "plain"}}, run.Tick{At: flows.At("people").In("r1", "added")},
}

// TestWhatDidNotWorkHoldsItsStep until it is resolved, or accepted with a reason;
// leaving it is not enough.
func TestWhatDidNotWorkHoldsItsStep(t *testing.T) {
	fail, done := run.Fail{At: flows.AtStep("rows"), Why: " no \x1b[1mbutton "}, run.Complete{Step: "rows", Leave: true}
	for name, c := range map[string]struct {
		then []run.Command
		held bool
	}{
		"as it is":        {nil, true},
		"resolved":        {[]run.Command{run.Resolve{At: flows.AtStep("rows"), Why: "reloaded"}}, false},
		"accepted":        {[]run.Command{run.Accept{Step: "rows", Problem: "people.not_worked", Why: "by phone"}}, false},
		"accepted, again": {[]run.Command{run.Accept{Step: "rows", Problem: "people.not_worked", Why: "by phone"}, run.Fail{At: flows.At("people"), Why: "grey"}}, true},
		"of another step": {[]run.Command{run.Fail{At: flows.At("compare.equal"), Why: "x"}, run.Resolve{At: flows.AtStep("compare")}}, true},
	} {
		t.Run(name, func(t *testing.T) {
			w := newWorld(t)
			w.must(based...)
			w.must(ready...)
			w.must(fail)
			w.wantFailure("rows.people", "Kim: no button")
			w.wantSame()
			w.must(c.then...)
			if !c.held {
				w.must(done)
				w.wantFailure("rows.people", "")
				w.wantState("rows", run.Done)
			} else {
				w.refused(flows.ErrWarnings, done)
			}
			w.wantSame()
		})
	}
}

// TestADoneStepIsLookedAtAgain: what did not work later is its open warning, until it
// is resolved, or accepted, and the step is done anew.
func TestADoneStepIsLookedAtAgain(t *testing.T) {
	for _, settle := range [][]run.Command{
		{run.Resolve{At: flows.At("base.name")}, run.Complete{Step: "base", Leave: true}},
		{run.Complete{Step: "base", Accept: "they know"}},
	} {
		w := newWorld(t)
		w.must(based...)
		before := *w.view().Progress.Warnings
		w.must(run.Fail{At: flows.At("base.name"), Why: "the portal takes another"})
		w.wantState("base", run.Stale)
		w.refused(flows.ErrWarnings, run.Complete{Step: "base", Leave: true})
		if n := *w.view().Progress.Warnings; n != before+1 {
			t.Errorf("%d warnings, want %d", n, before+1)
		}
		w.must(settle...)
		w.wantFailure("base.name", "")
		w.wantState("base", run.Done)
		w.wantSame()
	}
}

// TestWhatIsRefusedAsNotWorked, and what changes nothing.
func TestWhatIsRefusedAsNotWorked(t *testing.T) {
	w := newWorld(t)
	w.must(based...)
	w.refused(flows.ErrUsage, run.Fail{At: flows.At("people"), Why: " \n"})
	w.refused(flows.ErrNotFound, run.Fail{At: flows.AtStep("nowhere"), Why: "x"})
	w.refused(flows.ErrNotFound, run.Fail{At: flows.At("rows.nothing"), Why: "x"})
	w.refused(flows.ErrLimit, run.Fail{At: flows.At("people"), Why: strings.Repeat("x", flows.MaxNote+1)})
	w.refused(flows.ErrUsage, run.Resolve{At: flows.At("people")})
	w.refused(flows.ErrUsage, run.Resolve{At: flows.AtStep("rows")})
	w.must(run.Fail{At: flows.At("people"), Why: "grey"})
	if out := w.must(run.Fail{At: flows.At("people"), Why: "grey"}); len(out.Events) != 0 {
		t.Errorf("the same again is %d events", len(out.Events))
	}
	w.refused(flows.ErrUsage, run.Resolve{At: flows.At("compare.equal")})
	w.must(run.Abandon{Outcome: "gone", Why: "sold"})
	w.refused(flows.ErrClosed, run.Fail{At: flows.At("people"), Why: "x"})
}
