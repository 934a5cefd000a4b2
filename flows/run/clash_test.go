package run_test

import (
	"context"
	"errors"
	"reflect"
	"slices"
	"testing"

	"lotse/flows"
	"lotse/flows/run"
)

func TestTwoProgramsConflictCleanly(t *testing.T) {
	w := newWorld(t)
	w.must(applies...)
	other := w.resume()
	other.must(run.Answer{At: flows.At("name"), Value: "theirs"})
	other.flush()

	w.must(run.Answer{At: flows.At("mode"), Value: "alpha"}, run.AddRow{List: flows.At("people"), Cells: map[string]flows.Value{"code": "p1"}})
	if err := w.Flush(context.Background()); !errors.Is(err, flows.ErrConflict) {
		t.Fatalf("flush: %v", err)
	}
	lost, err := w.Reload(context.Background())
	if err != nil || len(lost) != 0 {
		t.Fatalf("reload: %v, lost %v", err, lost)
	}
	w.flush()
	if w.item("base.name").Value != "theirs" || w.item("base.mode").Value != "alpha" || len(rowIDs(w)) != 1 {
		t.Errorf("not both are there")
	}
	w.wantSame()
}

func TestWhatCanNoLongerBeDecidedIsGivenBack(t *testing.T) {
	w := newWorld(t)
	w.must(based...)
	w.must(person("p1", "plain"))
	other := w.resume()
	other.must(run.RemoveRow{At: flows.At("people").In("r1", "")})
	other.flush()
	cell := run.SetCell{At: flows.At("people").In("r1", "code"), Value: "p2"}
	w.must(cell, run.Note{Step: "base", Text: "still here"})
	if err := w.Flush(context.Background()); !errors.Is(err, flows.ErrConflict) {
		t.Fatal(err)
	}
	lost, err := w.Reload(context.Background())
	if err != nil || !slices.Equal(lost, []run.Command{cell}) {
		t.Fatalf("reload: %v, lost %v", err, lost)
	}
	w.flush()
	if len(w.step("base").Notes) != 1 {
		t.Errorf("the note is lost too")
	}
	w.wantSame()
}

// What two programs changed both is merged by nobody: theirs stands, ours is
// given back with who changed it, and done again it goes over theirs.
func TestWhatBothChangedIsGivenBack(t *testing.T) {
	for name, tc := range map[string]struct {
		theirs, ours run.Command
		clash        bool
	}{
		"the same field":          {run.Answer{At: flows.At("name"), Value: "theirs"}, run.Answer{At: flows.At("name"), Value: "ours"}, true},
		"the same answer":         {run.Answer{At: flows.At("name"), Value: "both"}, run.Answer{At: flows.At("name"), Value: "both"}, false},
		"another field":           {run.Answer{At: flows.At("name"), Value: "theirs"}, run.Answer{At: flows.At("mode"), Value: "beta"}, false},
		"the same cell":           {run.SetCell{At: flows.At("people").In("r1", "code"), Value: "t"}, run.SetCell{At: flows.At("people").In("r1", "code"), Value: "o"}, true},
		"the same cell value":     {run.SetCell{At: flows.At("people").In("r1", "code"), Value: "b"}, run.SetCell{At: flows.At("people").In("r1", "code"), Value: "b"}, false},
		"all rows":                {run.ReplaceRows{List: flows.At("people"), Rows: []map[string]flows.Value{{"code": "t"}}}, run.SetCell{At: flows.At("people").In("r1", "code"), Value: "o"}, true},
		"a row that they changed": {run.SetCell{At: flows.At("people").In("r1", "code"), Value: "t"}, run.RemoveRow{At: flows.At("people").In("r1", "")}, true},
		"to undo":                 {run.Answer{At: flows.At("name"), Value: "theirs"}, run.Undo{}, true},
		"a remark":                {run.Answer{At: flows.At("name"), Value: "theirs"}, run.Note{Step: "base", Text: "ours"}, false},
		"what they took back":     {run.Undo{}, run.SetCell{At: flows.At("people").In("r1", "code"), Value: "o"}, true},
	} {
		t.Run(name, func(t *testing.T) {
			w := newWorld(t)
			w.must(based...)
			w.must(person("p1", "plain"))
			w.must(run.SetCell{At: flows.At("people").In("r1", "code"), Value: "p2"})
			w.flush()
			other := w.resume()
			other.must(tc.theirs)
			other.flush()
			w.must(tc.ours)
			if err := w.Flush(context.Background()); !errors.Is(err, flows.ErrConflict) {
				t.Fatal(err)
			}
			lost, err := w.Reload(context.Background())
			if err != nil || (len(lost) == 1) != tc.clash {
				t.Fatalf("lost %v, %v", lost, err)
			}
			clashes := w.Clashes()
			if (len(clashes) == 1) != tc.clash {
				t.Fatalf("clashes %v", clashes)
			}
			if !tc.clash {
				return
			}
			if c := clashes[0]; !reflect.DeepEqual(c.Command, tc.ours) || c.By == "" || c.At.IsZero() {
				t.Errorf("the clash is %+v", c)
			}
			if _, undo := tc.ours.(run.Undo); !undo {
				w.flush()
				w.wantSame()
			}
		})
	}
}

// TestBothCameToTheSame is no clash: nobody is asked which of two equals is to
// hold, however each came to it.
func TestBothCameToTheSame(t *testing.T) {
	name, code, added := flows.At("name"), flows.At("people").In("r1", "code"), flows.At("people").In("r1", "added")
	rows := func(codes ...string) run.Command {
		return run.ReplaceRows{List: flows.At("people"), Rows: people(codes...)}
	}
	for what, c := range map[string]struct {
		theirs []run.Command
		ours   run.Command
		clash  bool
	}{
		"at last":                       {[]run.Command{run.Answer{At: name, Value: "x"}, run.Answer{At: name, Value: "both"}}, run.Answer{At: name, Value: "both"}, false},
		"at first":                      {[]run.Command{run.Answer{At: name, Value: "both"}, run.Answer{At: name, Value: "x"}}, run.Answer{At: name, Value: "both"}, true},
		"cleared":                       {[]run.Command{run.Answer{At: name}}, run.Answer{At: name}, false},
		"a cell at last":                {[]run.Command{run.SetCell{At: code, Value: "x"}, run.SetCell{At: code, Value: "both"}}, run.SetCell{At: code, Value: "both"}, false},
		"a tick":                        {[]run.Command{run.Tick{At: added}}, run.Tick{At: added}, false},
		"a tick, and ours has a remark": {[]run.Command{run.Tick{At: added}}, run.Tick{At: added, Note: "seen"}, true},
		"a tick that they took back":    {[]run.Command{run.Tick{At: added}, run.Untick{At: added}}, run.Tick{At: added}, true},
		"all rows":                      {[]run.Command{rows("a", "b")}, rows("a", "b"), false},
		"all rows, in another order":    {[]run.Command{rows("b", "a")}, rows("a", "b"), true},
	} {
		w := newWorld(t)
		w.must(based...)
		w.must(run.AddRow{List: flows.At("people"), Cells: map[string]flows.Value{"code": "p1", "kind": "plain"}})
		other := w.resume()
		other.must(c.theirs...)
		other.flush()
		w.must(c.ours)
		if err := w.Flush(context.Background()); !errors.Is(err, flows.ErrConflict) {
			t.Fatalf("%s: %v", what, err)
		}
		lost, err := w.Reload(context.Background())
		if err != nil || (len(lost) == 1) != c.clash || (len(w.Clashes()) == 1) != c.clash {
			t.Errorf("%s: lost %v, clashes %v, %v", what, lost, w.Clashes(), err)
		}
		if !c.clash && (w.Pending() > 0 || !slices.Equal(w.kinds(0), other.kinds(0))) {
			t.Errorf("%s: it is written once more: %v", what, w.kinds(0))
		}
		w.flush()
		w.wantSame()
	}
}
