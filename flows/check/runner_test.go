package check

import (
	"context"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"lotse/flows"
	"lotse/flows/run"
)

// endless is a runner whose one check goes on until it is told to stop.
func endless(running *atomic.Int32, most *atomic.Int32) *Runner {
	r := NewRunner(testEnv())
	r.find = func(string) (Check, bool) {
		return Check{Name: "endless", run: func(ctx context.Context, j *job) run.CheckResult {
			n := running.Add(1)
			defer running.Add(-1)
			for {
				if m := most.Load(); n <= m || most.CompareAndSwap(m, n) {
					break
				}
			}
			j.phase("begun", Passed, flows.Message{})
			<-ctx.Done()
			return j.result(Failed, "stopped", flows.Said("It was stopped."))
		}}, true
	}
	return r
}

// TestACheckHasItsTime: one that does not end is unknown, whatever it says of
// itself, and keeps the phases that it went through.
func TestACheckHasItsTime(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var running, most atomic.Int32
		begin := time.Now()
		got, err := endless(&running, &most).Run(t.Context(), Request{Check: "endless"}, nil)
		if err != nil || got.Status != Unknown || got.Finding != "timed_out" || len(got.Phases) != 1 {
			t.Errorf("%+v, %v", got, err)
		}
		if took := time.Since(begin); took != longest {
			t.Errorf("it took %s, want %s", took, longest)
		}
	})
}

func TestACheckIsCancelledWhileItRuns(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var running, most atomic.Int32
		ctx, cancel := context.WithCancel(t.Context())
		go func() {
			time.Sleep(time.Second)
			cancel()
		}()
		begin := time.Now()
		got, err := endless(&running, &most).Run(ctx, Request{Check: "endless"}, nil)
		if err == nil || got.Status != "" || time.Since(begin) != time.Second || running.Load() != 0 {
			t.Errorf("%+v, %v after %s, %d still running", got, err, time.Since(begin), running.Load())
		}
	})
}

// TestAFewRunAtOnce runs more checks than may run at the same time.
func TestAFewRunAtOnce(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var running, most atomic.Int32
		r := endless(&running, &most)
		var wg sync.WaitGroup
		for range 3*atOnce - 1 {
			wg.Go(func() {
				if got, err := r.Run(t.Context(), Request{Check: "endless"}, nil); err != nil || got.Finding != "timed_out" {
					t.Errorf("%+v, %v", got, err)
				}
			})
		}
		wg.Wait()
		if most.Load() != atOnce {
			t.Errorf("%d at once, want %d", most.Load(), atOnce)
		}
	})
}
