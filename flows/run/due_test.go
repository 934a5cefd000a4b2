package run_test

import (
	"slices"
	"testing"
	"time"

	"lotse/flows"
	"lotse/flows/run"
)

// TestARunIsDueAtTheEarliestOfItsWaits whatever their order in the procedure, and
// a wait that was answered does not count.
func TestARunIsDueAtTheEarliestOfItsWaits(t *testing.T) {
	letIn, builder := flows.At("rights.let_in"), flows.At("porter.builder")
	for name, c := range map[string]struct{ first, second, due int }{
		"the first":  {first: 2, second: 5, due: 2},
		"the second": {first: 5, second: 2, due: 2},
		"both":       {first: 3, second: 3, due: 3},
	} {
		w := newWorld(t)
		day := func(n int) time.Time { return w.now.AddDate(0, 0, n) }
		due := func(want int) {
			t.Helper()
			if got := w.view().Due; got == nil || !got.Equal(day(want)) {
				t.Errorf("%s: it is due %v, want %v", name, got, day(want))
			}
		}
		w.must(slices.Concat(based, []run.Command{run.Answer{At: flows.At("seen"), Value: "wall"}, run.Answer{At: flows.At("admitted"), Value: "no"}})...)
		if w.view().Due != nil {
			t.Errorf("%s: it is due before anybody said when", name)
		}
		w.must(run.WaitUntil{At: letIn, Until: day(c.first)}, run.WaitUntil{At: builder, Until: day(c.second)})
		due(c.due)
		w.must(run.WaitAnswered{At: letIn})
		due(c.second)
	}
}
