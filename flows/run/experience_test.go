package run_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"
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

// TestExperienceFollowsRenames: what a step was called in the runs of earlier versions
// is that step, in one of which it was done under both names, and in one was opened again
// under the new one; what was removed stays by itself.
func TestExperienceFollowsRenames(t *testing.T) {
	logs := [][]run.Event{
		worked(done("moor", 2), done("gone", 1)), worked(done("fasten", 4), done("gone", 1)), worked(done("moor", 3), workedStep{"tie", 4, run.EventReopened}, done("fasten", 2), done("gone", 1)),
		worked(done("moor", 3), workedStep{"fasten", 4, run.EventReopened}, done("gone", 1)),
	}
	doc := strings.NewReplacer("version: 1", "version: 3\nrenamed: {moor: tie, tie: fasten}", "id: moor", "id: fasten").Replace(fmt.Sprintf(quay, ""))
	p, err := flows.Open(fstest.MapFS{"quay.yaml": {Data: []byte(doc)}}, flows.Specs{}).Procedure("quay")
	if err != nil {
		t.Fatal(err)
	}
	learned := run.Learn(logs)
	x := learned.For(p)
	if x.Runs != 4 || x.Steps["fasten"] != 4*time.Minute || x.Steps["gone"] != time.Minute || x.Steps["moor"] != 0 || x.Total != 4*time.Minute {
		t.Errorf("learned %d runs of %s: %v", x.Runs, x.Total, x.Steps)
	}
	if learned.Steps["moor"] != 3*time.Minute || learned.Steps["fasten"] != 0 {
		t.Errorf("by their names of then %v", learned.Steps)
	}
}

const quay = `procedure: quay
version: 1
title: The quay
summary: How long it takes.
source: {document: none.txt, read: 2026-11-21}
systems: [Yard]
steps:
  - id: moor
    title: Moor
    minutes: 5
    items:
      - {field: ship, type: text, label: Ship, required: true}
      - {field: cargo, type: choice, label: Cargo, options: [grain, none]}
  - {id: unload, title: Unload, minutes: 40, when: cargo == "grain", items: [{field: sacks, type: number, label: Sacks}]}
  - {id: leave, title: Leave, %s items: [{field: berth, type: text, label: Berth}]}
`

// TestMinutesLeft are of the steps that are needed and not completed, as they went
// here, else as the procedure says, without what was spent in them already.
func TestMinutesLeft(t *testing.T) {
	here := run.Experience{Runs: 3, Steps: map[string]time.Duration{"moor": 9 * time.Minute, "unload": 90 * time.Second, "gone": time.Hour}}
	ship := answer("ship", "Nordkai")
	for what, tt := range map[string]struct {
		leave   string
		learned run.Experience
		then    func(*slipway)
		want    time.Duration
	}{
		"as the procedure says":          {"minutes: 3,", run.Experience{}, func(*slipway) {}, 48 * time.Minute},
		"as it went here":                {"minutes: 3,", here, func(*slipway) {}, 13*time.Minute + 30*time.Second},
		"of a step nobody knows it":      {"", here, func(*slipway) {}, 0},
		"without what is not needed":     {"minutes: 3,", here, func(w *slipway) { w.after(0, answer("cargo", "none")) }, 12 * time.Minute},
		"without what was spent":         {"minutes: 3,", here, func(w *slipway) { w.after(4*time.Minute, ship, answer("cargo", "none")) }, 8 * time.Minute},
		"no less than nothing of a step": {"minutes: 3,", here, func(w *slipway) { w.after(19*time.Minute, ship, answer("cargo", "none")) }, 3 * time.Minute},
		"without what is done":           {"minutes: 3,", here, func(w *slipway) { w.after(0, ship, answer("cargo", "none"), run.Complete{Step: "moor"}) }, 3 * time.Minute},
		"without what is skipped":        {"", here, func(w *slipway) { w.after(0, run.Skip{Step: "leave", Why: "It stays"}) }, 10*time.Minute + 30*time.Second},
		"of a run that was given up":     {"minutes: 3,", here, func(w *slipway) { w.after(0, run.Abandon{Outcome: "stopped", Why: "It sank"}) }, 0},
	} {
		t.Run(what, func(t *testing.T) {
			w := onYard(t, fmt.Sprintf(quay, tt.leave))
			tt.then(w)
			if got := tt.learned.Left(w.s.View(w.at)); got != tt.want {
				t.Errorf("%s left, want %s", got, tt.want)
			}
		})
	}
}

// TestMinutesAreWhole: a minute that has begun counts.
func TestMinutesAreWhole(t *testing.T) {
	for d, want := range map[time.Duration]int{0: 0, time.Millisecond: 1, time.Minute: 1, time.Minute + 1: 2, 59*time.Minute + time.Second: 60} {
		if got := run.Minutes(d); got != want {
			t.Errorf("%s are %d minutes, want %d", d, got, want)
		}
	}
}
