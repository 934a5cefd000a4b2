package desk

import (
	"context"
	"slices"
	"strings"
	"testing"

	"lotse/flows/run"
	"lotse/storage/storetest"
)

// told are the newest events in words, the oldest first.
func (r *rig) told() []string {
	var out []string
	for _, h := range slices.Backward(r.m.page.recent()) {
		out = append(out, h.by+": "+h.what)
	}
	return out
}

func TestWhatHappenedIsSaidInWords(t *testing.T) {
	r := begun(t)
	r.focus("locker")
	r.keys("'hush-hush'", "enter")
	r.focus("ship")
	r.keys("'Aurora'", "tab", "shift+tab")
	for range "Aurora" {
		r.keys("backspace")
	}
	r.keys("'A'", "tab", "esc", "ctrl+z", "e", "'called back'", "ctrl+s")
	want := []string{
		"Ann: run started", "Ann: Locker key · sealed", "Ann: Ship · answered", "Ann: Ship · undone", "Ann: The ship's papers · note",
	}
	if got := r.told(); !slices.Equal(got, want) {
		t.Errorf("it says\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	r.size(160, 50).shows("Last", "10:00 Ann: Locker key · sealed").hides("hush")
}

// Every kind of event is said, or is none that a person does.
func TestEveryKindOfEventHasItsWord(t *testing.T) {
	r := begun(t)
	for _, kind := range []run.EventKind{
		run.EventStarted, run.EventAnswered, run.EventSecretSet, run.EventSecretUsed, run.EventRowAdded, run.EventRowRemoved, run.EventCell, run.EventRowsReplaced,
		run.EventTicked, run.EventUnticked, run.EventAccepted, run.EventNoted, run.EventAttached, run.EventUndone, run.EventDone, run.EventSkipped, run.EventReopened,
		run.EventWaiting, run.EventWaitAnswered, run.EventGatePassed, run.EventChecked, run.EventSent, run.EventEnded, run.EventAbandoned,
		run.EventLanguage, run.EventErased, run.EventForked, run.EventMoved, run.EventReadBack, run.EventCalled, run.EventRotationBegun, run.EventRotationSealed, run.EventRotationConfirmed, run.EventRotationGivenUp, run.EventSecretDestroyed,
	} {
		e := run.Event{Kind: kind, Step: "papers", Data: []byte(`{"item":"papers.ship","value":"Aurora","count":3,"until":"2026-11-24T08:00:00Z","result":{"status":"passed"},"purpose":"copied"}`)}
		if what := r.m.describeEvent(r.m.page.View(), &e); what == "" || strings.Contains(what, "Aurora") || strings.Contains(what, "%!") {
			t.Errorf("%s is said as %q", kind, what)
		}
		e.Data = nil // erased
		if what := r.m.describeEvent(r.m.page.View(), &e); strings.Contains(what, "%!") {
			t.Errorf("%s, erased, is said as %q", kind, what)
		}
	}
}

func TestInternalEventsAreNotSaidInTheSharedView(t *testing.T) {
	r := begun(t).fill()
	r.goTo("berth")
	r.focus("drawn")
	r.keys("space", "'seen by Eva'", "enter", "esc", "e", "'they hesitate'", "ctrl+s")
	if got := strings.Join(r.told(), "\n"); !strings.Contains(got, "A sketch is there · ticked") || !strings.Contains(got, "The berth · note") {
		t.Fatalf("it says\n%s", got)
	}
	r.keys("f3")
	if got := strings.Join(r.told(), "\n"); strings.Contains(got, "sketch") || strings.Contains(got, "berth") || !strings.Contains(got, "Ship · answered") {
		t.Errorf("in the shared view it says\n%s", got)
	}
}

func TestTheDeskSaysWhatToSayNext(t *testing.T) {
	r := begun(t)
	r.keys("esc", "esc").hides("Say next:")
	r.rest().shows("Step 1 of 4: The ship's papers", `Say next: "Please read me the name of the ship`)
	r.size(120, 40).shows(`Say next: "Please read me the`, "run started", "started today")
	if under := r.underWay(); len(under) != 0 {
		t.Errorf("the desk goes on ticking: %v", under)
	}
}

// Going through the list reads no run: only the one that the pointer rests on.
func TestOnlyTheRunIsReadThatThePointerRestsOn(t *testing.T) {
	r := begun(t)
	manyRuns(t, r, 12)
	r.keys("esc", "esc")
	counted := &reads{Memory: r.a}
	r.m.cfg.Archive = counted
	r.m.list.details, r.m.list.reading, r.ticks = nil, false, nil
	r.keys("down", "down", "down", "down", "up", "down", "down")
	if counted.events != 0 {
		t.Fatalf("%d runs were read on the way", counted.events)
	}
	if r.rest(); counted.events != 1 || r.m.list.details == nil || r.m.list.details.id != r.m.list.row(r.m.list.at).ID {
		t.Errorf("%d runs were read, and not the one that is chosen", counted.events)
	}
}

// A run that cannot be read is not asked for again and again.
func TestARunThatCannotBeReadIsLeftAlone(t *testing.T) {
	r := begun(t)
	desk(r) // of runs that are nowhere
	r.keys("down").rest()
	r.shows("Verify connectivity")
	for range 3 {
		r.keys("g").rest()
	}
	if under := r.underWay(); len(under) > 0 || r.m.list.reading {
		t.Errorf("it is asked for again: %v", under)
	}
}

// reads counts the runs that are read.
type reads struct {
	*storetest.Memory
	events int
}

func (a *reads) Events(ctx context.Context, id string, after int64) ([]run.Event, error) {
	a.events++
	return a.Memory.Events(ctx, id, after)
}
