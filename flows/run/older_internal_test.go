package run

import (
	"encoding/json"
	"os"
	"testing"
	"testing/fstest"
	"time"

	"lotse/flows"
)

// folded is a state that events made, as a log has them.
func folded(t *testing.T, events ...Event) *stepStates {
	t.Helper()
	doc, err := os.ReadFile("testdata/signs.yaml")
	if err != nil {
		t.Fatal(err)
	}
	p, err := flows.Open(fstest.MapFS{"signs.yaml": {Data: doc}}, flows.Specs{}).Procedure("signs")
	if err != nil {
		t.Fatal(err)
	}
	s := newState(newPlan(p, nil))
	for i := range events {
		events[i].Seq = int64(i + 1)
		if err := s.fold(&events[i]); err != nil {
			t.Fatal(err)
		}
	}
	return newStepStates(newProblemFinder(s.evaluate(), time.Date(2026, 11, 21, 9, 0, 0, 0, time.UTC)))
}

func logged(kind EventKind, step, data string) Event {
	return Event{Kind: kind, Step: step, Data: json.RawMessage(data)}
}

// TestWhatTheFirstVersionsAccepted: they accepted a check before it was run, as
// unknown. That counts, also of a result that came of nothing, and of one that
// came to nothing later; not of one that was found.
func TestWhatTheFirstVersionsAccepted(t *testing.T) {
	name := logged(EventAnswered, "first", `{"item":"first.name","value":"Nordkai"}`)
	accepted := logged(EventAccepted, "tried", `{"problem":"mild.unknown","why":"by phone"}`)
	done := logged(EventDone, "tried", `{}`)
	checked := func(result string) Event {
		return logged(EventChecked, "tried", `{"item":"tried.mild","result":`+result+`}`)
	}
	for _, tt := range []struct {
		name     string
		events   []Event
		id       string
		accepted bool
		state    StepState
	}{
		{"before it was run", []Event{name, accepted, done}, "mild.not_run", true, Done},
		{"before an input was there", []Event{accepted, name, done}, "mild.not_run", true, Done},
		{"of a run without inputs", []Event{checked(`{"status":"unknown","finding":"missing"}`), accepted, name, done}, "mild.not_run", true, Done},
		{"and then it came to nothing", []Event{name, accepted, done, checked(`{"status":"unknown","inputs":{"first.name":"Nordkai"}}`)}, "mild.unknown", true, Done},
		{"after it came to nothing", []Event{name, checked(`{"status":"unknown"}`), accepted, done}, "mild.unknown", true, Done},
		{"and then it failed", []Event{name, accepted, done, checked(`{"status":"failed"}`)}, "mild.failed", false, Stale},
		{"nothing was accepted", []Event{name, done}, "mild.not_run", false, Done},
		{"another problem was", []Event{name, logged(EventAccepted, "tried", `{"problem":"mild.warned","why":"x"}`), done}, "mild.not_run", false, Done},
	} {
		s := folded(t, tt.events...)
		at := s.plan.items["tried.mild"]
		found := s.itemProblems(at)
		if len(found) != 1 || found[0].ID != tt.id || (found[0].Accepted != nil) != tt.accepted {
			t.Errorf("%s: %+v, want %s accepted %v", tt.name, found, tt.id, tt.accepted)
		}
		if got := s.stateOf(at.step); s.steps[at.step].done && got != tt.state {
			t.Errorf("%s: the step is %s, want %s", tt.name, got, tt.state)
		}
		if n, want := s.countWarningsIn(at.step), map[bool]int{true: 0, false: 1}[tt.accepted]; n != want {
			t.Errorf("%s: %d warnings, want %d", tt.name, n, want)
		}
	}
}

// TestAStepThatWasCompletedBeforeWarningsWereAskedAbout counts them, left or not.
func TestAStepThatWasCompletedBeforeWarningsWereAskedAbout(t *testing.T) {
	s := folded(t, logged(EventAnswered, "first", `{"item":"first.name","value":"Nordkai"}`), logged(EventDone, "first", `{"round":1}`))
	found := s.unacceptedWarnings(0)
	if len(found) != 1 || found[0].Left || s.states[0] != Done || s.countWarningsIn(0) != 1 {
		t.Errorf("%+v in a step that is %s: %d", found, s.states[0], s.countWarningsIn(0))
	}
}
