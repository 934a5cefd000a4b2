package run_test

import (
	"testing"

	"lotse/flows"
	"lotse/flows/run"
)

// reach records that the check for a row came to a result on its present inputs.
func (w *world) reach(row, status string) {
	w.t.Helper()
	at := flows.At("tried.reach[" + row + "]")
	w.must(run.RecordCheck{At: at, Result: run.CheckResult{Status: status, Inputs: run.Snapshot(w.inputs(at))}})
}

func (w *world) wantReached(r1, r2 string, step run.StepState) {
	w.t.Helper()
	if one, two := w.item("tried.reach[r1]").Status, w.item("tried.reach[r2]").Status; one != r1 || two != r2 {
		w.t.Errorf("the results are %s and %s, want %s and %s", one, two, r1, r2)
	}
	w.wantState("reached", step)
}

// A check for a row works on the cells of that row, and conditions read the worst of
// all.
func TestRepeatedCheck(t *testing.T) {
	w := moored(t)
	want := map[string]string{"base.berths[r2].mail": "b@turku.example", "base.port": "Turku", "base.berths[r2].berth": "B2"}
	if got := run.Snapshot(w.inputs(flows.At("tried.reach[r2]"))); encode(t, got) != encode(t, want) {
		t.Errorf("it works on %v, want %v", got, want)
	}
	w.wantReached("unknown", "unknown", run.Blocked)
	w.reach("r1", "passed")
	w.wantReached("passed", "unknown", run.Blocked)
	w.reach("r2", "failed")
	w.wantReached("passed", "failed", run.NotNeeded)
	w.wantProblem("tried", "reach[r2].failed", true)
	w.wantProblem("tried", "reach[r1].failed", false)
	w.reach("r2", "passed")
	w.wantReached("passed", "passed", run.Open)
	w.must(run.AddRow{List: flows.At("berths"), Cells: map[string]flows.Value{"berth": "C3"}})
	w.wantReached("passed", "passed", run.Blocked)
	w.wantSame()
	w.refused(flows.ErrUsage, run.RecordCheck{At: flows.At("tried.reach"), Result: run.CheckResult{Status: "passed"}})
}

// A result is stale when a cell of its own row changes, or what all rows read.
func TestRepeatedCheckIsStale(t *testing.T) {
	for name, c := range map[string]struct {
		change run.Command
		r1, r2 string
	}{
		"its cell":         {run.SetCell{At: flows.At("berths[r1].mail"), Value: "x@turku.example"}, "stale", "passed"},
		"its constant":     {run.SetCell{At: flows.At("berths[r2].berth"), Value: "B9"}, "passed", "stale"},
		"a cell of no use": {run.SetCell{At: flows.At("berths[r1].depth"), Value: 4.0}, "passed", "passed"},
		"what both read":   {run.Answer{At: flows.At("port"), Value: "Naantali"}, "stale", "stale"},
		"a row more":       {run.AddRow{List: flows.At("berths"), Cells: map[string]flows.Value{"berth": "C3"}}, "passed", "passed"},
	} {
		w := moored(t)
		w.reach("r1", "passed")
		w.reach("r2", "passed")
		w.must(c.change)
		if one, two := w.item("tried.reach[r1]").Status, w.item("tried.reach[r2]").Status; one != c.r1 || two != c.r2 {
			t.Errorf("after %s the results are %s and %s, want %s and %s", name, one, two, c.r1, c.r2)
		}
		w.wantSame()
	}
}
