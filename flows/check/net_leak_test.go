package check_test

import (
	"bytes"
	"context"
	"errors"
	"os"
	"runtime"
	"testing"
	"time"

	"lotse/flows/check"
)

// TestCancelWorksInEveryPhase cancels while a portal says nothing, at each part
// of the way.
func TestCancelWorksInEveryPhase(t *testing.T) {
	for _, fault := range []string{"dns-silent", "connect-silent", "tls-silent", "slow", "slow-body"} {
		t.Run(fault, func(t *testing.T) {
			t.Parallel()
			p, r := rehearsed(t, false)
			if err := p.Switch("oauth2.token", fault); err != nil {
				t.Fatal(err)
			}
			ctx, cancel := context.WithCancel(context.Background())
			time.AfterFunc(50*time.Millisecond, cancel)
			began := time.Now()
			_, err := r.Run(ctx, check.Request{Check: "oauth2.token", Inputs: given["oauth2.token"]}, nil)
			if !errors.Is(err, context.Canceled) {
				t.Errorf("cancelled: %v", err)
			}
			if took := time.Since(began); took > 4*time.Second {
				t.Errorf("it took %v", took)
			}
		})
	}
}

// TestAThousandChecksLeaveNothingBehind holds that no goroutine and no
// descriptor is left.
func TestAThousandChecksLeaveNothingBehind(t *testing.T) {
	p, r := rehearsed(t, false)
	faults := []string{"", "secret-refused", "reset-midway", "huge", "certificate-untrusted", "redirect-elsewhere", "plain-http", "refused"}
	ask(t, r, "oauth2.token", given["oauth2.token"])
	settle(t, func() bool { return true })
	routines, files := runtime.NumGoroutine(), descriptors(t)
	for i := range 1000 {
		var switched []string
		if f := faults[i%len(faults)]; f != "" {
			switched = []string{f}
		}
		if err := p.Switch("oauth2.token", switched...); err != nil {
			t.Fatal(err)
		}
		ask(t, r, "oauth2.token", given["oauth2.token"])
	}
	settle(t, func() bool { return runtime.NumGoroutine() <= routines+2 && descriptors(t) <= files+2 })
}

// settle waits until what has ended is gone.
func settle(t *testing.T, ok func() bool) {
	t.Helper()
	for end := time.Now().Add(10 * time.Second); ; runtime.Gosched() {
		if ok() {
			return
		}
		if time.Now().After(end) {
			buf := make([]byte, 64<<10)
			t.Fatalf("%d goroutines, %d descriptors:\n%s", runtime.NumGoroutine(), descriptors(t), bytes.TrimSpace(buf[:runtime.Stack(buf, true)]))
		}
	}
}

// descriptors counts this process's open files; 0 where the system does not
// tell.
func descriptors(t *testing.T) int {
	t.Helper()
	entries, err := os.ReadDir("/proc/self/fd")
	if errors.Is(err, os.ErrNotExist) {
		return 0
	}
	if err != nil {
		t.Fatal(err)
	}
	return len(entries)
}
