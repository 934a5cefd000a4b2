package run_test

import (
	"errors"
	"testing"
	"time"

	"lotse/flows"
	"lotse/flows/run"
)

// heard says who heard an answer read back; "" for nobody.
func (w *world) heard(at flows.Address) string {
	b := w.view().ReadBackAt(at)
	if b == nil {
		return ""
	}
	return b.By + " " + b.At.Format("15:04") + " " + b.Method
}

func (w *world) wantHeard(at flows.Address, want string) {
	w.t.Helper()
	if got := w.heard(at); got != want {
		w.t.Errorf("%s was heard by %q, want %q", at, got, want)
	}
}

// TestReadBack holds of the answer as it stands: it is gone with the next answer,
// and back when that is undone. Nothing else changes by it.
func TestReadBack(t *testing.T) {
	w := newWorld(t)
	w.must(based...)
	name := flows.At("base.name")
	before := w.step("base").State
	w.now = w.now.Add(3 * time.Minute)
	out := w.must(run.ConfirmReadBack{At: flows.At("name"), Method: "din5009\x1b[31m"})
	if len(out.Events) != 1 || len(out.Ripple) != 0 || out.Events[0].About() != name {
		t.Errorf("the outcome is %+v", out)
	}
	w.wantHeard(name, "Kim 09:03 din5009")
	if got := w.step("base").State; got != before {
		t.Errorf("the step was %s and is %s", before, got)
	}
	w.wantHeard(flows.At("base.mode"), "")
	w.wantSame()
	w.must(run.Answer{At: name, Value: "another"})
	w.wantHeard(name, "")
	w.must(run.Undo{})
	w.wantHeard(name, "Kim 09:03 din5009")
	w.must(run.Answer{At: name, Value: ""})
	w.wantHeard(name, "")
	w.wantSame()
}

// TestReadBackOfCell holds of one cell, whatever else changes in its row, and goes
// with it.
func TestReadBackOfCell(t *testing.T) {
	w := newWorld(t)
	w.must(onePlain...)
	cell := flows.At("rows.people").In("r1", "code")
	w.must(run.ConfirmReadBack{At: cell})
	w.must(run.SetCell{At: cell.In("r1", "kind"), Value: "special"})
	w.wantHeard(cell, "Kim 09:00 ")
	w.wantHeard(cell.In("r1", "kind"), "")
	w.wantHeard(cell.In("r2", "code"), "")
	w.must(run.SetCell{At: cell, Value: "elsewhere"})
	w.wantHeard(cell, "")
	w.wantSame()
	w.must(run.ConfirmReadBack{At: cell})
	w.must(run.ReplaceRows{List: cell.Whole(), Rows: people("z")})
	w.wantHeard(cell, "")
	w.wantSame()
}

// TestReadBackIsRefused of a secret, of what is no field, and where there is no
// answer.
func TestReadBackIsRefused(t *testing.T) {
	w := newWorld(t)
	w.must(based...)
	w.must(run.SetSecret{At: flows.At("pass"), Sealed: w.sealed("s1")})
	for at, kind := range map[flows.Address]error{
		flows.At("base.pass"):                    flows.ErrSecret,
		flows.At("base.beta_note"):               flows.ErrNothing,
		flows.At("leaving.picture"):              flows.ErrUsage,
		flows.At("rows.people"):                  flows.ErrUsage,
		flows.At("rows.people").In("r9", "code"): flows.ErrNotFound,
		flows.At("base.nobody"):                  flows.ErrNotFound,
		flows.AtStep("base"):                     flows.ErrNotFound,
	} {
		if _, err := w.Do(true, run.ConfirmReadBack{At: at}); !errors.Is(err, kind) {
			t.Errorf("of %s: %v, want %v", at, err, kind)
		}
	}
}

// TestCalls adds up how long calls took: what is shorter than a second, or turns the
// clock back, is none.
func TestCalls(t *testing.T) {
	w := newWorld(t)
	w.must(run.RecordCall{Length: 90*time.Second + time.Millisecond}, run.RecordCall{Length: time.Hour}, run.RecordCall{Length: time.Millisecond}, run.RecordCall{Length: -time.Hour})
	if got := w.view().Called; got != time.Hour+90*time.Second {
		t.Errorf("calls took %s", got)
	}
	w.wantSame()
	if got := w.Events()[1].Describe(w.proc); got.Code != "event.called" || got.Args["n"] != int64(2) {
		t.Errorf("the log says %+v", got)
	}
}
