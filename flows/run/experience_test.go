package run_test

import (
	"testing"
	"time"

	"lotse/flows"
	"lotse/flows/run"
)

// worked is a log in which each step took some minutes and was completed, in the
// order that they are given.
func worked(steps ...workedStep) []run.Event {
	at := time.Date(2026, 11, 21, 9, 0, 0, 0, time.UTC)
	log := []run.Event{{At: at, Kind: run.EventStarted}}
	for _, s := range steps {
		at = at.Add(time.Duration(s.minutes) * time.Minute)
		log = append(log, run.Event{At: at, Kind: s.kind, Step: s.id})
	}
	return log
}

type workedStep struct {
	id      string
	minutes int
	kind    run.EventKind
}

func done(id string, minutes int) workedStep { return workedStep{id, minutes, run.EventDone} }

// TestExperienceIsTheMedian of at least three runs, of whole ones and by step.
func TestExperienceIsTheMedian(t *testing.T) {
	minute := func(n float64) time.Duration { return time.Duration(n * float64(time.Minute)) }
	for what, tt := range map[string]struct {
		logs        [][]run.Event
		runs        int
		total, a, b time.Duration
	}{
		"none":                     {nil, 0, 0, 0, 0},
		"two are too few":          {[][]run.Event{worked(done("a", 4)), worked(done("a", 4))}, 0, 0, 0, 0},
		"the middle of three":      {[][]run.Event{worked(done("a", 9)), worked(done("a", 1)), worked(done("a", 4))}, 3, minute(4), minute(4), 0},
		"the mean of the middle":   {[][]run.Event{worked(done("a", 19)), worked(done("a", 1)), worked(done("a", 4)), worked(done("a", 5))}, 4, minute(4.5), minute(4.5), 0},
		"a step that two had":      {[][]run.Event{worked(done("a", 2), done("b", 3)), worked(done("a", 2), done("b", 3)), worked(done("a", 4))}, 3, minute(5), minute(2), 0},
		"a step that all had":      {[][]run.Event{worked(done("a", 2), done("b", 3)), worked(done("a", 2), done("b", 3)), worked(done("a", 4), done("b", 8))}, 3, minute(5), minute(2), minute(3)},
		"one that two skipped":     {[][]run.Event{worked(done("a", 2), done("b", 3)), worked(done("a", 2), workedStep{"b", 9, run.EventSkipped}), worked(done("a", 4), done("b", 8), workedStep{"b", 1, run.EventReopened})}, 3, minute(4), minute(2), 0},
		"one that was done anew":   {[][]run.Event{worked(done("a", 2), workedStep{"a", 3, run.EventReopened}, done("a", 1)), worked(done("a", 6)), worked(done("a", 6))}, 3, minute(6), minute(6), 0},
		"an hour away in each run": {[][]run.Event{worked(workedStep{"a", 1, run.EventAnswered}, done("a", 60)), worked(done("a", 60)), worked(workedStep{"a", 5, run.EventAnswered}, done("a", 60))}, 3, minute(1), minute(1), 0},
	} {
		t.Run(what, func(t *testing.T) {
			x := run.Learn(tt.logs)
			if x.Runs != tt.runs || x.Total != tt.total || x.Steps["a"] != tt.a || x.Steps["b"] != tt.b {
				t.Errorf("learned %+v, want %d runs of %s, a %s, b %s", x, tt.runs, tt.total, tt.a, tt.b)
			}
		})
	}
}

// TestMinutesLeft are of the steps that are needed and not completed, as they went
// here, else as the procedure says, without what was spent in them already.
func TestMinutesLeft(t *testing.T) {
	w := newWorld(t)
	x := run.Experience{Runs: 3, Steps: map[string]time.Duration{"applies": 2 * time.Minute, "base": 6 * time.Minute, "beta": 50 * time.Minute}}
	left := func(x *run.Experience) int { return run.Minutes(x.Left(w.view())) }
	says := 0
	for i := range w.view().Steps {
		says += w.view().Steps[i].Step.Minutes
	}
	base := w.step("base").Step.Minutes
	if got, want := left(&run.Experience{}), says; got != want {
		t.Errorf("nothing known here: %d minutes left, want %d", got, want)
	}
	w.must(based[:2]...)
	w.must(run.Answer{At: flows.At("mode"), Value: "alpha"}) // beta is not needed
	if got, want := left(&x)-left(&run.Experience{}), 6-base; got != want {
		t.Errorf("as it went here %d minutes more than the procedure says, want %d", got, want)
	}
	before := left(&x)
	w.now = w.now.Add(4 * time.Minute)
	w.must(run.Answer{At: flows.At("name"), Value: "Nordkai"})
	if got := left(&x); got != before-4 {
		t.Errorf("after four minutes %d left of %d", got, before)
	}
	w.now = w.now.Add(19 * time.Minute)
	w.must(run.Note{Step: "base", Text: "It takes long today"})
	if got := left(&x); got != before-6 {
		t.Errorf("a step that takes longer than usual takes from others: %d left of %d", got, before)
	}
	w.must(run.Abandon{Outcome: "stopped", Why: "Given up"})
	if got := left(&x); got != 0 {
		t.Errorf("%d minutes left of a run that was given up", got)
	}
}
