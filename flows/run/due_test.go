package run_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/flows/words"
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

const lock = `procedure: lock
version: 1
title: The lock
summary: What is waited for in a step that needs another.
source: {document: none.txt, read: 2026-11-21}
systems: [Yard]
steps:
  - id: gate
    title: Gate
    items:
      - {task: shut, label: Shut}
      - {field: live, type: date, label: Live, default: "2026-11-24"}
  - id: water
    title: Water
    needs: [gate]
    items:
      - {task: pump, label: Pump}
      - {wait: level, for: the pump, reason: takes its time, until: {of: live}}
      - {wait: pilot, for: the pilot, reason: sleeps, ladder: [{after: 2h, try: Whistle.}]}
`

// TestAWaitGoesOnWhileItsStepIsBlocked by a step that was opened again: the list, the
// brief and the wait itself say the same. One whose turn has not come is not due.
func TestAWaitGoesOnWhileItsStepIsBlocked(t *testing.T) {
	level, shut := flows.At("water.level"), run.Tick{At: flows.At("gate.shut")}
	done, again := run.Complete{Step: "gate"}, run.Reopen{Step: "gate", Why: "left open"}
	for name, c := range map[string]struct {
		does []run.Command
		due  string // of the run
		who  string // the one that is waited for
	}{
		"not reached":              {nil, "", ""},
		"not reached, a day set":   {[]run.Command{run.WaitUntil{At: level, Until: time.Date(2026, 11, 23, 8, 0, 0, 0, time.UTC)}}, "23 08:00", "the pump"},
		"reached":                  {[]run.Command{shut, done}, "24 08:00", "the pump"},
		"a day set, then blocked":  {[]run.Command{shut, done, run.WaitUntil{At: level, Until: time.Date(2026, 11, 23, 8, 0, 0, 0, time.UTC)}, again}, "23 08:00", "the pump"},
		"a ladder, then blocked":   {[]run.Command{shut, done, run.Tick{At: flows.At("water.pump")}, again}, "21 11:00", "the pilot"},
		"the second is due first":  {[]run.Command{shut, done, run.Tick{At: flows.At("water.pump")}}, "21 11:00", "the pilot"},
		"answered, then blocked":   {[]run.Command{shut, done, run.Tick{At: flows.At("water.pump")}, run.WaitAnswered{At: flows.At("water.pilot")}, run.WaitAnswered{At: level}, again}, "", ""},
		"blocked, then left aside": {[]run.Command{shut, done, run.Tick{At: flows.At("water.pump")}, again, run.Skip{Step: "water", Why: "dry"}}, "", ""},
	} {
		w := onYard(t, lock).after(0, c.does...)
		v, got := w.s.View(w.at), ""
		if v.Due != nil {
			got = v.Due.Format("02 15:04")
		}
		if got != c.due || v.WaitsFor != c.who {
			t.Errorf("%s: it is due at %q and waits for %q, want %q and %q", name, got, v.WaitsFor, c.due, c.who)
		}
		brief := ""
		for _, m := range w.s.Brief(w.at) {
			brief += words.Say("en", m) + "\n"
		}
		if (c.who != "") != strings.Contains(brief, "the p") || !strings.Contains(brief, c.who) {
			t.Errorf("%s: the brief says\n%s", name, brief)
		}
	}
}
