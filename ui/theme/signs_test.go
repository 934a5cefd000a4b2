package theme

import (
	"testing"

	"lotse/flows/run"
	"lotse/ui/glyph"
)

// Each sign is measured at once: a line with one that is not takes ten times as
// long.
func TestSignsAreMeasuredAtOnce(t *testing.T) {
	signs := []glyph.Sign{glyph.Here, glyph.Radio, glyph.Chosen, glyph.Box, glyph.Ticked, glyph.Hint, glyph.Alarm, glyph.Doubt}
	for _, s := range []run.StepState{run.Done, run.Open, run.Waiting, run.Blocked, run.Stale, run.Skipped, run.NotNeeded} {
		signs = append(signs, glyph.Step(s))
	}
	for _, s := range run.Statuses {
		signs = append(signs, glyph.Status(s))
	}
	for _, s := range signs {
		if n, ok := quickWidth(s.Mark); !ok || n != 1 {
			t.Errorf("%q: %d cells, at once %t", s.Mark, n, ok)
		}
	}
}
