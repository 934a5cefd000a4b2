package run_test

import (
	"slices"
	"strings"
	"testing"

	"lotse/flows"
	"lotse/flows/run"
)

// TestWhatASkippedStepHinders: the steps that need it, that it has to decide, and
// that these block; the same before it is skipped and after, until it is done.
func TestWhatASkippedStepHinders(t *testing.T) {
	yes := applies
	stale := append(slices.Clone(onePlain), run.Answer{At: flows.At("mode"), Value: "beta"}, run.Answer{At: flows.At("mode"), Value: "alpha"})
	for _, tt := range []struct {
		name string
		has  []run.Command
		skip string
		want string
	}{
		{"the first, on which all rests", nil, "applies", "base rows special beta compare change rights cross leaving porter"},
		{"one that is needed and decides", yes, "base", "rows special beta compare change cross leaving porter"},
		{"one that is needed", yes, "rows", "special leaving"},
		{"one that another reads", yes, "compare", "change"},
		{"nobody needs it", yes, "rights", ""},
		{"nor the last", yes, "porter", ""},
		{"nor one that is blocked itself", yes, "cross", ""},
		{"one to be looked at again: what needs it is open", stale, "rows", "leaving"},
		{"there is no such step", yes, "nothing", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			w := newWorld(t)
			w.must(tt.has...)
			before := w.BlockedBySkip(tt.skip, w.now)
			if got := strings.Join(before, " "); got != tt.want {
				t.Errorf("it hinders %q, want %q", got, tt.want)
			}
			if tt.skip == "nothing" {
				return
			}
			w.wantSame()
			w.must(run.Skip{Step: tt.skip, Why: "later"})
			if after := w.BlockedBySkip(tt.skip, w.now); !slices.Equal(after, before) {
				t.Errorf("once it is skipped it hinders %v, before %v", after, before)
			}
			for _, id := range before {
				w.wantState(id, run.Blocked)
			}
		})
	}
}
