package command

import (
	"runtime"
	"runtime/debug"
	"testing"
	"time"
)

// percent is how much fuller than after the last one the memory gets before it is
// collected.
func percent() int {
	p := debug.SetGCPercent(-1)
	debug.SetGCPercent(p)
	return p
}

// TestTheFirstCollectionIsLate: only the first one is, and none where the environment
// says how often to collect.
func TestTheFirstCollectionIsLate(t *testing.T) {
	usual := percent()
	defer debug.SetGCPercent(usual)
	CollectLate(func(string) string { return "50" })
	if got := percent(); got != usual {
		t.Errorf("it is %d, though the environment says otherwise", got)
	}
	CollectLate(func(string) string { return "" })
	if got := percent(); got != firstCollection {
		t.Errorf("it is %d, want %d", got, firstCollection)
	}
	for tries := 0; percent() != usual; tries++ {
		if tries == 100 {
			t.Fatalf("it stays %d after a collection", percent())
		}
		runtime.GC()
		time.Sleep(10 * time.Millisecond)
	}
}
