package journey

import (
	"math/rand/v2"
	"path/filepath"
	"testing"
	"time"
)

// TestKillOfReceive kills lotse receive at random moments: the run is there whole or
// not at all, and what was cut off is done the next time.
func TestKillOfReceive(t *testing.T) {
	t.Parallel()
	ann, random := newHouse(t), rand.New(rand.NewPCG(*killSeed, 2))
	run := ann.start()
	for _, name := range []string{"Muster GmbH", "Muster AG", "Muster KG"} {
		ann.run("set", run, "sign-in.organisation="+name)
	}
	file := filepath.Join(ann.dir, "muster.lotse")
	ann.run("handover", run, "-o", file)
	var want shown
	ann.read(&want, "show", run)

	begun := time.Now()
	newHouse(t).run("receive", file, "--yes")
	whole := time.Since(begun)
	there, gone := 0, 0
	for round := 0; round < 10 || (there == 0 || gone == 0) && round < 100; round++ {
		ben := newHouse(t)
		ben.run("list") // the store is there
		killAfter(t, ben.lotse("receive", file, "--yes", "--json"), time.Duration(random.Int64N(int64(whole*3/2))))
		switch r := call(t, ben.lotse("show", run), ""); r.code {
		case 0:
			there++
		case 5:
			gone++
		default:
			t.Fatalf("show: exit %d\n%s", r.code, r.err)
		}
		if round%2 == 0 {
			ben.run("receive", file, "--yes")
		}
		var got shown
		if call(t, ben.lotse("show", run), "").code == 0 {
			ben.read(&got, "show", run)
			if got.Run.Head != want.Run.Head || got.Run.Events != want.Run.Events {
				t.Fatalf("it has %d events up to %s, want %d up to %s", got.Run.Events, got.Run.Head, want.Run.Events, want.Run.Head)
			}
			ben.verify(run)
		}
		ben.run("doctor")
	}
	t.Logf("%d times the run was there, %d times it was not, -kill.seed=%d", there, gone, *killSeed)
	if there == 0 || gone == 0 {
		t.Error("the kills came all too early or all too late to prove anything")
	}
}
