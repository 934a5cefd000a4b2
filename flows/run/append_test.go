package run_test

import (
	"encoding/json"
	"slices"
	"testing"

	"lotse/flows"
	"lotse/flows/run"
)

func people(codes ...string) (rows []map[string]flows.Value) {
	for _, c := range codes {
		rows = append(rows, map[string]flows.Value{"code": c, "kind": "plain", "added": true})
	}
	return rows
}

func TestRowsAreAppendedInOneEventAndOneUndo(t *testing.T) {
	w := newWorld(t)
	w.must(based...)
	w.must(person("p1", "plain"), run.Tick{At: flows.At("people").In("r1", "added"), Note: "seen"})
	before := encode(t, w.step("rows"))
	n := len(w.Events())
	w.must(run.ReplaceRows{List: flows.At("people"), Rows: people("p2", "p3"), Append: true, Source: &run.File{Name: "people.csv", Sum: "ab", Size: 7}})
	if got := w.kinds(n); !slices.Equal(got, []string{"rows_replaced rows"}) {
		t.Fatalf("events %v", got)
	}
	var data struct {
		Append bool
		Source run.File
		Count  int
	}
	if err := json.Unmarshal(w.Events()[n].Data, &data); err != nil || !data.Append || data.Count != 2 || data.Source.Name != "people.csv" || data.Source.Sum != "ab" {
		t.Errorf("%+v, %v", data, err)
	}
	w.must(person("p4", "plain"))
	if got := rowIDs(w); !slices.Equal(got, []string{"r1", "r2", "r3", "r4"}) {
		t.Errorf("rows %v", got)
	}
	w.wantSame()
	w.must(run.RemoveRow{At: flows.At("people").In("r2", "")})
	w.must(run.Undo{}, run.Undo{}, run.Undo{}, run.Undo{}) // the removal, p4's two cells, p4
	w.must(run.Undo{})
	if got := encode(t, w.step("rows")); got != before {
		t.Errorf("after undo\n%s\nwant\n%s", got, before)
	}
	w.must(person("p5", "plain"))
	if got := rowIDs(w); !slices.Equal(got, []string{"r1", "r5"}) {
		t.Errorf("an id was given again: %v", got)
	}
	w.wantSame()
}

func TestAnAppendCountsOnlyItsOwnProblems(t *testing.T) {
	w := newWorld(t)
	w.must(based...)
	w.must(run.ReplaceRows{List: flows.At("people"), Rows: people("p1", "p1")})
	out := w.must(run.ReplaceRows{List: flows.At("people"), Rows: people("p2"), Append: true})
	if len(out.Must) != 0 {
		t.Errorf("must %+v", out.Must)
	}
	out = w.must(run.ReplaceRows{List: flows.At("people"), Rows: people("p3", "P2"), Append: true})
	if len(out.Must) != 1 || out.Must[0].ID != "people[r5].code.duplicate" {
		t.Errorf("must %+v", out.Must)
	}
	if out := w.must(run.ReplaceRows{List: flows.At("people"), Append: true}); len(out.Events) != 0 {
		t.Error("no rows are an event")
	}
	w.refused(flows.ErrLimit, run.ReplaceRows{List: flows.At("people"), Append: true, Rows: make([]map[string]flows.Value, flows.MaxRows-4)})
}
