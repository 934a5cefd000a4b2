package run_test

import (
	"slices"
	"testing"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/flows/words"
)

// each are the labels and texts of an item that goes through a list.
func (w *world) each(name string) []string {
	w.t.Helper()
	var all []string
	for i := range w.item(name).Each {
		e := &w.item(name).Each[i]
		text, err := w.view().CopyRow(e)
		if err != nil {
			text = words.Say("en", asRefusal(err).Message)
		}
		all = append(all, e.Row+" "+e.Label+": "+text)
	}
	return all
}

func (w *world) wantEach(name string, want ...string) {
	w.t.Helper()
	if got := w.each(name); !slices.Equal(got, want) {
		w.t.Errorf("%s is there for %q, want %q", name, got, want)
	}
}

func TestEachRow(t *testing.T) {
	w := tallied(t)
	w.wantEach("pairs.ids", "r1 Id of nut: NORD-200/nut", "r2 Id of bolt: NORD-200/bolt")
	w.wantEach("pairs.prices", "r1 Price 1: 0.1", "r2 Price 2: 0.2")
	w.wantEach("pairs.dear", "r2 Dear 2: bolt")
	if got, _, err := w.view().Copy(w.item("pairs.ids")); err != nil || got != "NORD-200/nut\nNORD-200/bolt" {
		t.Errorf("all of them are %q, %v", got, err)
	}
	w.must(run.SetCell{At: flows.At("wares[r2].ware"), Value: nil}, run.SetCell{At: flows.At("wares[r2].price"), Value: 0.1}, run.AddRow{List: flows.At("wares"), Cells: map[string]flows.Value{"ware": "{{ name }}"}})
	w.wantEach("pairs.ids", "r1 Id of nut: NORD-200/nut", "r2 Id of …: There is nothing to copy yet: Ware has no valid answer.", "r3 Id of {{ name }}: NORD-200/{{ name }}")
	w.wantItem("pairs.dear", run.UndecidedItem)
	w.must(run.RemoveRow{At: flows.At("wares[r1]")}, run.RemoveRow{At: flows.At("wares[r3]")})
	w.wantEach("pairs.prices", "r2 Price 1: 0.1")
	w.wantItem("pairs.dear", run.Hidden)
	w.must(run.Answer{At: flows.At("name"), Value: nil})
	w.wantEach("pairs.ids", "r2 Id of …: There is nothing to copy yet: Mark has no valid answer.")
	w.must(run.RemoveRow{At: flows.At("wares[r2]")})
	w.wantEach("pairs.ids")
	w.wantSame()
}

// A cell that changes, a row that comes and one that goes have what was pasted
// looked at again; what no row shows does not.
func TestEachRowRipples(t *testing.T) {
	for name, c := range map[string]struct {
		command run.Command
		stale   bool
	}{
		"a cell": {run.SetCell{At: flows.At("wares[r1].ware"), Value: "screw"}, true},
		"a row":  {run.AddRow{List: flows.At("wares"), Cells: map[string]flows.Value{"price": 1.0, "ware": "x"}}, true},
		"gone":   {run.RemoveRow{At: flows.At("wares[r2]")}, true},
		"size":   {run.Answer{At: flows.At("extra"), Value: "yes"}, false},
	} {
		w := tallied(t)
		w.must(run.Complete{Step: "pairs"})
		if c.stale {
			w.refused(flows.ErrRipple, c.command)
		}
		w.must(c.command)
		want := run.Done
		if c.stale {
			want = run.Stale
		}
		if got := w.step("pairs").State; got != want {
			t.Errorf("%s: the step is %s, want %s", name, got, want)
		}
	}
}
