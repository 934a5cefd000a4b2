package run_test

import (
	"encoding/json"
	"testing"

	"lotse/flows"
	"lotse/flows/run"
)

// TestAbout: where an event happened is what its payload names, down to the cell;
// what is about a step or the run is there.
func TestAbout(t *testing.T) {
	step, item := flows.AtStep("rows"), flows.At("rows.people")
	want := map[run.EventKind]flows.Address{
		run.EventStarted: step, run.EventAnswered: item, run.EventSecretSet: item, run.EventSecretUsed: item, run.EventRowAdded: item.In("r1", ""), run.EventRowRemoved: item.In("r1", ""),
		run.EventCell: item.In("r1", "code"), run.EventRowsReplaced: item, run.EventTicked: item.In("r1", "code"), run.EventUnticked: item.In("r1", "code"),
		run.EventAccepted: step, run.EventNoted: step, run.EventAttached: item, run.EventNotWorked: item, run.EventResolved: item, run.EventUndone: item, run.EventDone: step, run.EventSkipped: step, run.EventReopened: step,
		run.EventWaiting: item, run.EventWaitAnswered: item, run.EventGatePassed: item, run.EventChecked: item, run.EventMapped: item, run.EventSent: item,
		run.EventEnded: step, run.EventAbandoned: step, run.EventLanguage: step, run.EventErased: step, run.EventForked: step, run.EventMoved: step, run.EventCalled: step, run.EventReadBack: item.In("r1", "code"),
		run.EventRotationBegun: item, run.EventRotationSealed: item, run.EventRotationConfirmed: item, run.EventRotationGivenUp: item, run.EventSecretDestroyed: item,
	}
	for _, kind := range run.EventKinds() {
		e := run.Event{Kind: kind, Step: "rows", Data: json.RawMessage(`{"item":"rows.people","row":"r1","column":"code"}`)}
		if at, known := want[kind]; !known || e.About() != at {
			t.Errorf("%s is at %s, want %s", kind, e.About(), at)
		}
		if e.Data = nil; e.About() != step {
			t.Errorf("%s, erased, is at %s", kind, e.About())
		}
	}
}
