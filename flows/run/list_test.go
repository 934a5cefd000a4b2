package run_test

import (
	"fmt"
	"slices"
	"testing"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/flows/words"
)

func rowIDs(w *world) []string {
	ids := []string{}
	for _, r := range w.item("rows.people").Rows {
		ids = append(ids, r.Row)
	}
	return ids
}

func person(code, kind string) run.AddRow {
	return run.AddRow{List: flows.At("people"), Cells: map[string]flows.Value{"code": code, "kind": kind}}
}

func TestRowsHaveStableIDs(t *testing.T) {
	w := newWorld(t)
	w.must(based...)
	w.must(person("p1", "plain"), person("p2", "plain"), person("p3", "plain"))
	w.must(run.RemoveRow{At: flows.At("people").In("r2", "")}, run.AddRow{List: flows.At("people"), After: "r1", Cells: map[string]flows.Value{"code": "p4"}})
	w.must(person("p5", "plain"))
	if got := rowIDs(w); !slices.Equal(got, []string{"r1", "r4", "r3", "r5"}) {
		t.Errorf("rows %v", got)
	}
	w.must(run.RemoveRow{At: flows.At("people").In("r3", "")}, run.Undo{})
	if got := rowIDs(w); !slices.Equal(got, []string{"r1", "r4", "r3", "r5"}) {
		t.Errorf("after undo: rows %v", got)
	}
	w.refused(flows.ErrNotFound, run.SetCell{At: flows.At("people").In("r2", "code"), Value: "x"})
	w.refused(flows.ErrNotFound, run.SetCell{At: flows.At("people").In("r1", "colour"), Value: "x"})
	w.wantSame()
}

func TestARowIsItsEventAndOneACell(t *testing.T) {
	w := newWorld(t)
	w.must(based...)
	n := len(w.Events())
	w.must(run.AddRow{List: flows.At("people"), Cells: map[string]flows.Value{"kind": "plain", "code": "p1", "added": true}})
	want := []string{"row_added rows", "cell rows", "cell rows", "ticked rows"}
	if got := w.kinds(n); !slices.Equal(got, want) {
		t.Errorf("events %v, want %v", got, want)
	}
	n = len(w.Events())
	w.must(run.SetCell{At: flows.At("people").In("r1", "code"), Value: "p9"})
	if got := w.kinds(n); !slices.Equal(got, []string{"cell rows"}) {
		t.Errorf("events %v", got)
	}
}

func TestRowProblems(t *testing.T) {
	w := newWorld(t)
	w.must(based...)
	w.wantProblem("rows", "people.required", true)
	w.must(person("p1", "plain"), person("P1", "special"))
	for _, id := range []string{"people[r1].code.duplicate", "people[r2].code.duplicate", "people[r2].why_special.required", "people[r1].added.required"} {
		w.wantProblem("rows", id, true)
	}
	w.wantProblem("rows", "people[r1].why_special.required", false)
	w.must(run.SetCell{At: flows.At("people").In("r2", "code"), Value: "p2"})
	w.wantProblem("rows", "people[r1].code.duplicate", false)
	w.must(run.SetCell{At: flows.At("people").In("r1", "kind"), Value: "special"})
	w.wantProblem("rows", "people.no_plain", true)
	out := w.must(run.SetCell{At: flows.At("people").In("r1", "code"), Value: "p2"})
	if len(out.Must) != 1 || out.Must[0].ID != "people[r1].code.duplicate" {
		t.Errorf("must %+v", out.Must)
	}
	w.wantSame()
}

func TestGivenInARow(t *testing.T) {
	w := newWorld(t)
	w.must(based...)
	w.must(person("p1", "special"))
	w.wantProblem("rows", "people[r1].berth.no_berth", true)
	w.must(run.SetCell{At: flows.At("people").In("r1", "berth"), Value: "seven"}) // invalid: that is its problem, and no other
	w.wantProblem("rows", "people[r1].berth.no_berth", false)
	w.must(run.SetCell{At: flows.At("people").In("r1", "berth"), Value: "seven@example.org"})
	w.wantProblem("rows", "people[r1].berth.no_berth", false)
	w.must(run.SetCell{At: flows.At("people").In("r1", "berth"), Value: ""})
	w.wantProblem("rows", "people[r1].berth.no_berth", true)
}

func TestUniqueUnderACondition(t *testing.T) {
	w := newWorld(t)
	w.must(based...)
	berth := func(code string) run.AddRow {
		return run.AddRow{List: flows.At("people"), Cells: map[string]flows.Value{"code": code, "kind": "plain", "added": true, "berth": "b7@example.org"}}
	}
	w.must(berth("p1"), berth("p2"))
	level := func(want flows.Level) {
		t.Helper()
		for _, p := range w.step("rows").Problems() {
			if p.ID == "people[r2].berth.duplicate" {
				if p.Level != want || want == flows.Warn && words.Say("en", p.Message) != "b7@example.org is shared." {
					t.Errorf("%s, level %s, want %s", words.Say("en", p.Message), p.Level, want)
				}
				return
			}
		}
		t.Errorf("people[r2].berth.duplicate is missing")
	}
	level(flows.Must)
	w.refused(flows.ErrNotComplete, run.Complete{Step: "rows"})
	w.must(run.Answer{At: flows.At("mode"), Value: "beta"}, run.Answer{At: flows.At("beta_note"), Value: "n"})
	level(flows.Warn)
	w.must(run.Complete{Step: "base"}, run.Complete{Step: "rows", Leave: true})
	out := w.refused(flows.ErrRipple, run.Answer{At: flows.At("mode"), Value: "alpha"})
	if _, ok := effects(out.Ripple)["rows look_again"]; !ok {
		t.Errorf("ripple %+v", out.Ripple)
	}
	w.wantSame()
}

func TestConditionsOverRows(t *testing.T) {
	w := newWorld(t)
	w.must(based...)
	w.wantState("special", run.Blocked) // no row yet: undecided, not false
	w.must(person("p1", "plain"))
	w.wantState("special", run.NotNeeded)
	w.must(run.SetCell{At: flows.At("people").In("r1", "kind"), Value: "special"})
	w.wantState("special", run.Blocked)
	w.must(run.SetCell{At: flows.At("people").In("r1", "why_special"), Value: "so"}, run.Tick{At: flows.At("people").In("r1", "added")}, run.Complete{Step: "rows", Leave: true})
	w.wantState("special", run.Open)
}

func TestAnImportIsOneEvent(t *testing.T) {
	w := newWorld(t)
	w.must(based...)
	var rows []map[string]flows.Value
	for i := range 1000 {
		rows = append(rows, map[string]flows.Value{"code": fmt.Sprintf("p%d", i), "kind": "plain", "added": i%2 == 0})
	}
	n := len(w.Events())
	out := w.must(run.ReplaceRows{List: flows.At("people"), Rows: rows})
	if got := w.kinds(n); !slices.Equal(got, []string{"rows_replaced rows"}) || len(out.Must) != 0 {
		t.Fatalf("events %v, must %v", got, out.Must)
	}
	e := w.Events()[n]
	if len(e.Data) > 500 || len(e.Content) < 1000 {
		t.Errorf("data of %d bytes, content of %d", len(e.Data), len(e.Content))
	}
	if got := len(w.item("rows.people").Rows); got != 1000 {
		t.Errorf("%d rows", got)
	}
	w.must(run.ReplaceRows{List: flows.At("people"), Rows: rows})
	if len(w.Events()) != n+1 {
		t.Errorf("the same rows again are an event")
	}
	w.must(person("px", "plain"))
	if got := rowIDs(w); got[1000] != "r1001" {
		t.Errorf("the next row is %s", got[1000])
	}
	w.wantSame()
	w.refused(flows.ErrLimit, run.ReplaceRows{List: flows.At("people"), Rows: make([]map[string]flows.Value, flows.MaxRows+1)})
}

func TestUndo(t *testing.T) {
	w := newWorld(t)
	w.refused(flows.ErrNothing, run.Undo{})
	w.must(based...)
	w.must(person("p1", "plain"), run.Tick{At: flows.At("people").In("r1", "added")})
	before := encode(t, w.step("rows"))
	w.must(run.SetCell{At: flows.At("people").In("r1", "code"), Value: "p7"}, run.Undo{})
	if got := encode(t, w.step("rows")); got != before {
		t.Errorf("after undo\n%s\nwant\n%s", got, before)
	}
	w.must(run.RemoveRow{At: flows.At("people").In("r1", "")}, run.Undo{})
	if got := encode(t, w.step("rows")); got != before {
		t.Errorf("after undoing a removal\n%s\nwant\n%s", got, before)
	}
	w.must(run.Undo{}) // the tick
	w.wantProblem("rows", "people[r1].added.required", true)
	w.must(run.Undo{}, run.Undo{}, run.Undo{}) // kind, code, the row
	if got := rowIDs(w); len(got) != 0 {
		t.Errorf("rows %v", got)
	}
	w.refused(flows.ErrNothing, run.Undo{}) // what is left belongs to completed steps
	w.must(run.Skip{Step: "rights", Why: "later"}, run.Undo{})
	w.wantState("rights", run.Open)
	w.wantSame()
}

func TestUndoNeverTakesAGateOrACheckBack(t *testing.T) {
	w := newWorld(t)
	w.must(based...)
	w.must(run.PassGate{At: flows.At("cross.cross"), Word: "cross", By: "Ada"}, checked("passed", ""))
	w.refused(flows.ErrNothing, run.Undo{})
}

func TestUndoOfASecretBringsTheOldOneBack(t *testing.T) {
	w := newWorld(t)
	w.must(applies...)
	w.must(run.SetSecret{At: flows.At("pass"), Sealed: w.sealed("s1")}, run.SetSecret{At: flows.At("pass"), Sealed: w.sealed("s2")}, run.Undo{})
	if got := w.item("base.pass").SecretID; got != "s1" {
		t.Errorf("secret %q", got)
	}
	w.wantSame()
}
