package run_test

import (
	"encoding/json"
	"testing"

	"lotse/flows"
	"lotse/flows/run"
)

// What stands at an item or a cell was given by the newest event that was not taken
// back; rows from a file count for their cells, and nothing counts for another item.
func TestEntered(t *testing.T) {
	event := func(seq int64, kind run.EventKind, data string) run.Event {
		return run.Event{Seq: seq, Kind: kind, Data: json.RawMessage(data)}
	}
	log := []run.Event{
		event(1, run.EventAnswered, `{"item":"papers.ship","value":"Aurora"}`),
		event(2, run.EventAnswered, `{"item":"papers.port","value":"Oulu"}`),
		event(3, run.EventAnswered, `{"item":"papers.ship","value":"Borealis"}`),
		event(4, run.EventUndone, `{"of":3,"item":"papers.ship"}`),
		event(5, run.EventRowsReplaced, `{"item":"crew.people","count":2,"sha256":"","first":1}`),
		event(6, run.EventCell, `{"item":"crew.people","row":"r1","column":"name","value":"Eva"}`),
		event(7, run.EventSecretSet, `{"item":"papers.key","secret":"s1"}`),
		{Seq: 8, Kind: run.EventAnswered}, // erased
	}
	for name, c := range map[string]struct {
		at   flows.Address
		want int64
	}{
		"an answer that was changed, and changed back": {flows.At("papers.ship"), 1},
		"another item":           {flows.At("papers.port"), 2},
		"a secret":               {flows.At("papers.key"), 7},
		"a cell":                 {flows.At("crew.people").In("r1", "name"), 6},
		"a cell of a file's row": {flows.At("crew.people").In("r2", "name"), 5},
		"nothing":                {flows.At("papers.none"), 0},
	} {
		got := int64(0)
		if e := run.Entered(log, c.at); e != nil {
			got = e.Seq
		}
		if got != c.want {
			t.Errorf("%s: event %d, want %d", name, got, c.want)
		}
	}
}
