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

// TestTimeReallySpent counts what lies between the events of a run, but no pause, no
// wait, no time that a clock was set back, and nothing twice.
func TestTimeReallySpent(t *testing.T) {
	name := run.Answer{At: flows.At("name"), Value: "Nordkai"}
	mode := run.Answer{At: flows.At("mode"), Value: "alpha"}
	type at struct {
		after time.Duration
		do    run.Command
	}
	minutes := func(n int) time.Duration { return time.Duration(n) * time.Minute }
	for what, tt := range map[string]struct {
		events        []at
		applies, base time.Duration
	}{
		"nothing":                        {nil, 0, 0},
		"from the start on":              {[]at{{minutes(3), applies[0]}, {minutes(1), applies[1]}}, minutes(4), 0},
		"to the step that it led to":     {[]at{{minutes(3), applies[0]}, {minutes(2), name}, {minutes(5), mode}}, minutes(3), minutes(7)},
		"up to the longest work":         {[]at{{minutes(30), applies[0]}, {minutes(30) + time.Millisecond, name}}, minutes(30), 0},
		"a night between":                {[]at{{minutes(1), applies[0]}, {minutes(900), name}, {minutes(2), mode}}, minutes(1), minutes(2)},
		"a clock that was set back":      {[]at{{minutes(1), applies[0]}, {-minutes(40), name}, {minutes(2), mode}}, minutes(1), minutes(2)},
		"a clock that stands":            {[]at{{0, applies[0]}, {0, name}}, 0, 0},
		"what is about no step":          {[]at{{minutes(1), applies[0]}, {minutes(4), run.RecordCall{Length: time.Hour}}, {minutes(2), name}}, minutes(1), minutes(2)},
		"what is taken back as well":     {[]at{{minutes(1), applies[0]}, {minutes(2), name}, {minutes(3), run.Undo{}}}, minutes(1), minutes(5)},
		"what is noted as well":          {[]at{{minutes(1), applies[0]}, {minutes(2), run.Note{Step: "base", Text: "They call back"}}}, minutes(1), minutes(2)},
		"what changed others, only once": {[]at{{minutes(1), applies[0]}, {minutes(1), applies[1]}, {minutes(2), run.Answer{At: flows.At("applies.applies_to"), Value: "no"}}}, minutes(4), 0},
	} {
		t.Run(what, func(t *testing.T) {
			w := newWorld(t)
			for _, e := range tt.events {
				w.now = w.now.Add(e.after)
				w.must(e.do)
			}
			if a, b := w.step("applies").Spent, w.step("base").Spent; a != tt.applies || b != tt.base {
				t.Errorf("spent %s and %s, want %s and %s", a, b, tt.applies, tt.base)
			}
			if got, want := w.view().Spent, tt.applies+tt.base; got != want {
				t.Errorf("spent %s in all, want %s", got, want)
			}
			w.wantSame()
		})
	}
}

// TestAWaitIsNotSpent: the time until the answer of a wait is nobody's work; what was
// done meanwhile is.
func TestAWaitIsNotSpent(t *testing.T) {
	spent := func(w *slipway) [2]time.Duration {
		v := w.s.View(w.at)
		return [2]time.Duration{v.Step("verify").Spent, v.Step("job").Spent}
	}
	asked := onSlip(t).after(2*time.Minute, answer("result", "bad"))
	asked.after(time.Minute, run.WaitUntil{At: flows.At("verify.again"), Until: asked.at.Add(time.Hour)})
	if got, want := spent(asked), [2]time.Duration{3 * time.Minute, 0}; got != want {
		t.Errorf("before the wait %v, want %v", got, want)
	}
	asked.after(4*time.Minute, run.Tick{At: flows.At("job.begun")}).after(9*time.Minute, run.WaitAnswered{At: flows.At("verify.again")})
	if got, want := spent(asked), [2]time.Duration{3 * time.Minute, 4 * time.Minute}; got != want {
		t.Errorf("after the wait %v, want %v", got, want)
	}
	asked.after(time.Minute, answer("result", "good"))
	if got, want := spent(asked), [2]time.Duration{4 * time.Minute, 4 * time.Minute}; got != want {
		t.Errorf("after its answer %v, want %v", got, want)
	}
}

// TestTimeSpentMovesAlong to another version of the procedure, to the step that goes
// by another name there; that of a step which is gone still counts for the run.
func TestTimeSpentMovesAlong(t *testing.T) {
	w := onYard(t, fmt.Sprintf(quay, "minutes: 3,"))
	w.after(4*time.Minute, answer("ship", "Nordkai")).after(2*time.Minute, answer("berth", "7"))
	next := strings.NewReplacer("version: 1", "version: 2\nrenamed: {moor: fasten}", "id: moor", "id: fasten").Replace(fmt.Sprintf(quay, "minutes: 3,"))
	next = next[:strings.Index(next, "  - {id: leave")]
	p, err := flows.Open(fstest.MapFS{"quay.yaml": {Data: []byte(next)}}, flows.Specs{}).Procedure("quay")
	if err != nil {
		t.Fatal(err)
	}
	w.after(time.Hour, run.Move{To: p}).after(time.Minute, answer("ship", "Südkai"))
	v := w.s.View(w.at)
	if got := v.Step("fasten"); got.Spent != 5*time.Minute || v.Spent != 7*time.Minute {
		t.Errorf("spent %s in all, of which %s in the step", v.Spent, got.Spent)
	}
}
