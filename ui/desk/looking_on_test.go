package desk

import (
	"slices"
	"testing"

	"lotse/flows/run"
)

// TestAReaderChangesNothing: whoever looks on is told so once the run is open; no field
// takes what they type, no key asks for what would be refused, and all of the step can be
// gone through.
func TestAReaderChangesNothing(t *testing.T) {
	r := begun(t)
	cfg := r.m.cfg
	cfg.Env.LooksOn, cfg.Run = true, r.m.page.View().ID
	before := r.log()
	r.start(cfg)
	r.shows("You look on")
	first := r.m.page.At()
	for _, key := range []string{"e", "x", "ctrl+s", "ctrl+z", "t"} {
		r.wait().m.status = status{}
		if r.keys(key); r.m.over != nil {
			t.Errorf("%s asks for something", key)
			r.keys("esc")
		}
		r.shows("You look on")
	}
	r.keys("tab")
	if r.m.page.At() == first {
		t.Error("tab does not go on")
	}
	r.keys("shift+tab")
	if r.m.page.At() != first {
		t.Error("shift+tab does not go back")
	}
	r.keys("enter")
	if r.m.page.At() == first {
		t.Error("enter does not go on")
	}
	r.wait().m.status = status{}
	if r.keys("'x7'"); r.m.page.live() {
		t.Error("a field takes what a reader types")
	}
	if !slices.Equal(before, r.log()) {
		t.Error("something was written")
	}
	if _, err := r.m.page.s.Do(true, run.Note{Step: first.Step, Text: "n"}); err == nil {
		t.Error("the session takes a command")
	}
}
