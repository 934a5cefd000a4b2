package run_test

import (
	"context"
	"errors"
	"slices"
	"testing"

	"lotse/flows"
	"lotse/flows/run"
)

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
