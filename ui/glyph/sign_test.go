package glyph

import (
	"testing"

	"lotse/flows/run"
	"lotse/flows/words"
)

func TestEveryStateHasASignAndAWord(t *testing.T) {
	seen := map[string]run.StepState{Doubt.Mark: "with warnings"}
	for _, s := range []run.StepState{run.Done, run.Open, run.Waiting, run.Blocked, run.Stale, run.Skipped, run.NotNeeded} {
		sign := Step(s)
		if len([]rune(sign.Of(false))) != 1 || len(sign.Of(true)) != 3 {
			t.Errorf("%s has the signs %q and %q", s, sign.Of(false), sign.Of(true))
		}
		if words.For("en").State(string(s)) == "" {
			t.Errorf("%s has no word", s)
		}
		if other, twice := seen[sign.Mark]; twice {
			t.Errorf("%s looks like %s", s, other)
		}
		seen[sign.Mark] = s
	}
	for _, s := range run.Statuses {
		if Status(s).Mark == "" || words.For("en").Status(string(s)) == "" {
			t.Errorf("%s has no sign or no word", s)
		}
	}
}
