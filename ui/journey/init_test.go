package journey

import (
	"bufio"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"
)

// maxInit bounds what all packages together may do before main. It is the one
// bound of time that is a test: what is done there is paid for at every start.
const maxInit = 3 * time.Millisecond

func TestPackageInitialisationIsCheap(t *testing.T) {
	h := newHouse(t)
	var best []initialised
	for range 5 {
		cmd := h.lotse("--version")
		cmd.Env = append(cmd.Env, "GODEBUG=inittrace=1")
		got := inits(t, call(t, cmd, "").err)
		if best == nil || sum(got) < sum(best) {
			best = got
		}
	}
	t.Logf("%d packages, %v in all", len(best), sum(best))
	if sum(best) < maxInit {
		return
	}
	slices.SortFunc(best, func(a, b initialised) int { return int(b.clock - a.clock) })
	t.Errorf("package initialisation takes %v, %v is the most. The dearest:", sum(best), maxInit)
	for _, p := range best[:min(5, len(best))] {
		t.Errorf("%10v  %s", p.clock, p.name)
	}
}

// initialised is one line of an inittrace.
type initialised struct {
	name  string
	clock time.Duration
}

// inits reads an inittrace, whose lines are
// "init lotse/flows @1.2 ms, 0.03 ms clock, 4096 bytes, 12 allocs".
func inits(t *testing.T, trace string) []initialised {
	t.Helper()
	var all []initialised
	for lines := bufio.NewScanner(strings.NewReader(trace)); lines.Scan(); {
		var name string
		var at, clock float64
		if n, _ := fmt.Sscanf(lines.Text(), "init %s @%f ms, %f ms clock", &name, &at, &clock); n == 3 {
			all = append(all, initialised{name, time.Duration(clock * float64(time.Millisecond))})
		}
	}
	if len(all) == 0 {
		t.Fatalf("there is no inittrace in:\n%s", trace)
	}
	return all
}

func sum(all []initialised) (d time.Duration) {
	for _, p := range all {
		d += p.clock
	}
	return d
}
