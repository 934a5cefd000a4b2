package outside

import (
	"strconv"
	"testing"

	"lotse/flows/run"
)

// TestEar keeps of each run the latest, and of too many that anything may have changed.
func TestEar(t *testing.T) {
	e := NewEar()
	e.Tell(run.Written{Run: "a", By: "Anna"})
	e.Tell(run.Written{Run: "a", By: "Ben"})
	e.Tell(run.Written{Run: "a", Opened: true})
	<-e.Some()
	all := e.Take()
	if len(all) != 2 {
		t.Fatalf("it has heard %+v", all)
	}
	for _, w := range all {
		if w != (run.Written{Run: "a", By: "Ben"}) && w != (run.Written{Run: "a", Opened: true}) {
			t.Errorf("it has heard %+v", w)
		}
	}
	for i := range 2 * mostHeard {
		e.Tell(run.Written{Run: strconv.Itoa(i)})
	}
	e.Tell(run.Written{Run: "a"})
	if all := e.Take(); len(all) != 1 || all[0] != (run.Written{}) {
		t.Errorf("of many it has heard %d", len(all))
	}
	if all := e.Take(); len(all) != 0 {
		t.Errorf("taken twice: %+v", all)
	}
}
