//go:build campaign

package journey

import (
	"flag"
	"fmt"
	"hash/fnv"
	"iter"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"
	"text/tabwriter"
	"time"
)

// The fault campaign is every test whose name begins with TestFault. It breaks
// what the program stands on, in many rounds, and each test reports what it
// measured. The short form is part of .ci/run; the long one is
//
//	go test -tags campaign ./ui/journey -run TestFault -v -timeout 0 -long
//
// A round draws all its randomness from the seed, the test's name and its own
// number, so -run TestFaultX -seed N -round M plays that one again.
var (
	faultLong  = flag.Bool("long", false, "the long form of the fault campaign")
	faultSeed  = flag.Uint64("seed", uint64(time.Now().UnixNano()), "seed of the fault campaign")
	faultRound = flag.Int("round", -1, "the only round of the fault campaign to play; -1: all")
)

// rounds gives the rounds of a test with the randomness of each, and stops
// after the first that failed.
func rounds(t *testing.T, short, long int) iter.Seq2[int, *rand.Rand] {
	t.Helper()
	n := short
	if *faultLong {
		n = long
	}
	name := fnv.New64a()
	_, _ = name.Write([]byte(t.Name())) // a hash takes everything
	return func(yield func(int, *rand.Rand) bool) {
		at := 0
		t.Cleanup(func() { // also where a round ended the test
			if t.Failed() {
				t.Logf("play it again: -run '^%s$' -seed %d -round %d", t.Name(), *faultSeed, at)
			}
		})
		for i := range n {
			if *faultRound >= 0 && i != *faultRound {
				continue
			}
			at = i
			more := yield(i, rand.New(rand.NewPCG(*faultSeed, name.Sum64()+uint64(i))))
			if t.Failed() {
				t.FailNow()
			}
			if !more {
				return
			}
		}
	}
}

// measured are the lines of the table that the campaign prints at its end.
var measured struct {
	sync.Mutex
	lines []string
}

func init() {
	atEnd = append(atEnd, printMeasured)
}

// report adds a line to the table: what was done, and what came of it.
func report(what, format string, args ...any) {
	measured.Lock()
	defer measured.Unlock()
	measured.lines = append(measured.lines, what+"\t"+fmt.Sprintf(format, args...))
}

func printMeasured() {
	if len(measured.lines) == 0 {
		return
	}
	form := "short"
	if *faultLong {
		form = "long"
	}
	slices.Sort(measured.lines)
	fmt.Printf("\nfault campaign, %s form, -seed %d\n", form, *faultSeed)
	w := tabwriter.NewWriter(os.Stdout, 0, 0, 2, ' ', 0)
	_, _ = fmt.Fprintln(w, strings.Join(measured.lines, "\n")) // the table is for reading
	_ = w.Flush()
}
