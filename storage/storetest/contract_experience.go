package storetest

import (
	"fmt"
	"testing"
	"time"

	"lotse/flows"
	"lotse/flows/run"
)

// testExperience: it comes from real runs of the procedure that are done, the newest
// first, and goes with them; what two packs call alike are two procedures.
func testExperience(t *testing.T, a *store) {
	const other, own = "sage-main-contact", "teccom-import"
	muster := customer(t, a, "Muster GmbH")
	n := 0
	from := func(pack, procedure string, mode run.Mode, status run.Status, minutes int) string {
		t.Helper()
		l := NewLog(fmt.Sprintf("x%02d", n), muster)
		l.At = Epoch.Add(time.Duration(n) * time.Hour)
		l.Header.Procedure, l.Header.Mode, l.Header.Status, l.Header.Started = procedure, mode, status, l.At
		n++
		l.Add(run.EventStarted, run.Started{Procedure: procedure, Provenance: flows.Provenance{Pack: pack}})
		l.At = l.Events[0].At.Add(time.Duration(minutes) * time.Minute)
		l.Add(run.EventDone, map[string]string{})
		ok(t, a.Append(ctx, l.Batch(1)))
		return l.Header.ID
	}
	add := func(procedure string, mode run.Mode, status run.Status, minutes int) string {
		t.Helper()
		return from("", procedure, mode, status, minutes)
	}
	learned := func(procedure string) string {
		t.Helper()
		x, err := a.Experience(ctx, procedure)
		ok(t, err)
		return fmt.Sprintf("%d runs, %s, %s", x.Runs, x.Total, x.Steps["client"])
	}
	add(own, run.Real, run.StatusDone, 2)
	add(own, run.Real, run.StatusDone, 4)
	for _, status := range []run.Status{run.StatusOpen, run.StatusWaiting, run.StatusEnded, run.StatusAbandoned} {
		add(own, run.Real, status, 9)
	}
	add(own, run.Rehearsal, run.StatusDone, 9)
	add(own, run.Demo, run.StatusDone, 9)
	add(other, run.Real, run.StatusDone, 9)
	same(t, "of two", learned(own), "0 runs, 0s, 0s")
	third := add(own, run.Real, run.StatusDone, 7)
	same(t, "of three", learned(own), "3 runs, 4m0s, 4m0s")
	same(t, "of another procedure", learned(other), "0 runs, 0s, 0s")
	same(t, "of none", learned("none"), "0 runs, 0s, 0s")
	ok(t, a.DeleteRun(ctx, third))
	same(t, "without the deleted one", learned(own), "0 runs, 0s, 0s")
	for range run.MostLearned {
		add(own, run.Real, run.StatusDone, 12)
	}
	same(t, "of the newest", learned(own), fmt.Sprintf("%d runs, 12m0s, 12m0s", run.MostLearned))
	for range 3 {
		from("north", own, run.Real, run.StatusDone, 20)
		from("south", own, run.Real, run.StatusDone, 30)
	}
	same(t, "of a pack", learned("north/"+own), "3 runs, 20m0s, 20m0s")
	same(t, "of another pack", learned("south/"+own), "3 runs, 30m0s, 30m0s")
	same(t, "of no such pack", learned("west/"+own), "0 runs, 0s, 0s")
	same(t, "beside those of packs", learned(own), fmt.Sprintf("%d runs, 12m0s, 12m0s", run.MostLearned))
}
