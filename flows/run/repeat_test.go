package run_test

import (
	"encoding/json"
	"slices"
	"testing"

	"lotse/flows"
	"lotse/flows/run"
)

// moored is a run with two berths, of which the second has power.
func moored(t *testing.T) *world {
	w := newWorldOf(t, "moorings")
	w.must(run.Answer{At: flows.At("port"), Value: "Turku"},
		run.AddRow{List: flows.At("berths"), Cells: map[string]flows.Value{"berth": "A1", "mail": "a@turku.example", "power": "no"}},
		run.AddRow{List: flows.At("berths"), Cells: map[string]flows.Value{"berth": "B2", "mail": "b@turku.example", "power": "yes"}},
		run.Complete{Step: "base"})
	return w
}

// labels are the labels of what applies in a step, a tick before what is done.
func (w *world) labels(step string) []string {
	w.t.Helper()
	var all []string
	for i := range w.step(step).Items {
		iv := &w.step(step).Items[i]
		if iv.State != run.Applies {
			continue
		}
		sign := ""
		if iv.Done {
			sign = "x "
		}
		all = append(all, sign+iv.Item.ID+" "+iv.Item.Label)
	}
	return all
}

func (w *world) wantLabels(step string, want ...string) {
	w.t.Helper()
	if got := w.labels(step); !slices.Equal(got, want) {
		w.t.Errorf("%s has %q, want %q", step, got, want)
	}
}

func TestRepeatedTask(t *testing.T) {
	w := moored(t)
	w.wantLabels("work", "swept[r1] A1 is swept", "swept[r2] B2 is swept", "plugged[r2] Power is on 2")
	w.wantProblem("work", "swept[r1].required", true)
	w.refused(flows.ErrUsage, run.Tick{At: flows.At("work.swept")})
	w.refused(flows.ErrNotFound, run.Tick{At: flows.At("work.swept[r9]")})
	w.refused(flows.ErrNotComplete, run.Complete{Step: "work"})
	out := w.must(run.Tick{At: flows.At("work.swept[r1]"), Note: "with a broom"})
	if got := out.Events[0].About().String(); got != "work.swept[r1]" {
		t.Errorf("the event is about %s", got)
	}
	w.wantProblem("work", "swept[r1].required", false)
	w.wantState("after", run.NotNeeded)
	w.must(run.Tick{At: flows.At("work.swept[r2]")})
	w.wantState("after", run.Open)
	w.refused(flows.ErrNotComplete, run.PassGate{At: flows.At("after.open"), Word: "cross", By: "Ada"})
	w.must(run.Tick{At: flows.At("work.plugged[r2]"), Note: "230 V"}, run.Complete{Step: "work"}, run.PassGate{At: flows.At("after.open"), Word: "cross", By: "Ada"})
	w.wantLabels("work", "x swept[r1] A1 is swept", "x swept[r2] B2 is swept", "x plugged[r2] Power is on 2")
	w.wantSame()
}

// Untick and undo concern their row alone.
func TestRepeatedTaskUndo(t *testing.T) {
	w := moored(t)
	w.must(run.Tick{At: flows.At("work.swept[r1]")}, run.Tick{At: flows.At("work.swept[r2]")}, run.Undo{})
	w.wantLabels("work", "x swept[r1] A1 is swept", "swept[r2] B2 is swept", "plugged[r2] Power is on 2")
	w.must(run.Tick{At: flows.At("work.swept[r2]")}, run.Untick{At: flows.At("work.swept[r1]")})
	w.wantLabels("work", "swept[r1] A1 is swept", "x swept[r2] B2 is swept", "plugged[r2] Power is on 2")
	w.wantSame()
}

// What is done for a row stays with the row: another name of it changes nothing,
// and a row that goes, or to which it applies no longer, takes it away.
func TestRepeatedTaskFollowsItsRow(t *testing.T) {
	w := moored(t)
	w.must(run.Tick{At: flows.At("work.swept[r1]")}, run.Tick{At: flows.At("work.plugged[r2]"), Note: "230 V"})
	w.must(run.SetCell{At: flows.At("berths[r1].berth"), Value: "A9"})
	w.wantLabels("work", "x swept[r1] A9 is swept", "swept[r2] B2 is swept", "x plugged[r2] Power is on 2")
	out, err := w.Do(false, run.RemoveRow{At: flows.At("berths[r1]")})
	if asRefusal(err).Kind != flows.ErrRipple || len(out.Ripple) != 1 || out.Ripple[0].Effect != run.Void || !slices.Equal(out.Ripple[0].Items, []string{"swept[r1]"}) {
		t.Fatalf("removing a row is %v with %+v", err, out.Ripple)
	}
	w.must(run.RemoveRow{At: flows.At("berths[r1]")})
	w.wantLabels("work", "swept[r2] B2 is swept", "x plugged[r2] Power is on 1")
	w.must(run.SetCell{At: flows.At("berths[r2].power"), Value: "no"})
	w.wantLabels("work", "swept[r2] B2 is swept")
	w.must(run.SetCell{At: flows.At("berths[r2].power"), Value: "yes"})
	w.wantLabels("work", "swept[r2] B2 is swept", "x plugged[r2] Power is on 1")
	if !w.item("work.plugged[r2]").LookAgain {
		t.Error("what comes back is not to be looked at again")
	}
	w.wantSame()
}

// A row that comes later opens what was completed without it; one whose cells
// change does not.
func TestRepeatedTaskOfALaterRow(t *testing.T) {
	w := moored(t)
	w.must(run.Tick{At: flows.At("work.swept[r1]")}, run.Tick{At: flows.At("work.swept[r2]")}, run.Tick{At: flows.At("work.plugged[r2]"), Note: "230 V"}, run.Complete{Step: "work"})
	w.must(run.SetCell{At: flows.At("berths[r1].mail"), Value: "c@turku.example"})
	w.wantState("work", run.Done)
	w.refused(flows.ErrRipple, run.AddRow{List: flows.At("berths"), Cells: map[string]flows.Value{"berth": "C3"}})
	w.must(run.AddRow{List: flows.At("berths"), Cells: map[string]flows.Value{"berth": "C3"}})
	w.wantState("work", run.Stale)
	w.wantState("after", run.NotNeeded)
	w.wantSame()
}

func TestRepeatedTaskWithoutRows(t *testing.T) {
	w := newWorldOf(t, "moorings")
	w.wantLabels("work")
	w.wantState("after", run.Open)
	if iv := w.item("work.swept"); iv.Of != "swept" || iv.Row != "" || iv.State != run.Hidden {
		t.Errorf("without rows it is %s, of %q in %q", iv.State, iv.Of, iv.Row)
	}
	r := asRefusal(w.do(run.Tick{At: flows.At("work.swept[r1]")}))
	if r == nil || r.Message.Code != "refuse.each_none" {
		t.Errorf("without rows ticking is refused with %v", r)
	}
}

// A note, a file and a failure belong to one row.
func TestRepeatedTaskDidNotWork(t *testing.T) {
	w := moored(t)
	at := flows.At("work.swept[r2]")
	w.must(run.Fail{At: at, Why: "the broom is gone"}, run.Attach{At: at, File: run.File{Name: "broom.png", Sum: "aa", Size: 1}})
	if one, other := w.item("work.swept[r2]"), w.item("work.swept[r1]"); one.NotWorked == nil || len(one.Attachments) != 1 || other.NotWorked != nil || len(other.Attachments) != 0 {
		t.Errorf("r2 has %v, %v; r1 %v, %v", one.NotWorked, one.Attachments, other.NotWorked, other.Attachments)
	}
	w.must(run.Accept{Step: "work", Problem: "swept[r2].not_worked", Why: "a new one is on its way"}, run.Resolve{At: at})
	w.wantSame()
}

func (w *world) do(c ...run.Command) error {
	_, err := w.Do(false, c...)
	return err
}

// The payload names the row in the item, as its effects do.
func TestRepeatedTaskEvent(t *testing.T) {
	w := moored(t)
	e := w.must(run.Tick{At: flows.At("work.swept[r2]")}).Events[0]
	var d map[string]any
	if err := json.Unmarshal(e.Data, &d); err != nil || d["item"] != "work.swept[r2]" || d["row"] != nil {
		t.Errorf("the payload is %s, %v", e.Data, err)
	}
	if got := e.Describe(w.proc).Args["item"]; got != "work.swept[r2]" {
		t.Errorf("it describes %v", got)
	}
}
