//go:build unix

package journey

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// idleFor is longer than a cursor blinks or a spinner turns.
const idleFor = 1500 * time.Millisecond

// TestIdleWritesNothing lets the list of runs stand, the wizard with the cursor
// in a field, and an overlay: while nothing happens, nothing is written.
func TestIdleWritesNothing(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		bring func(w wizard)
		wakes string // a key that shows something
	}{
		"wizard":  {func(wizard) {}, "f1"},
		"overlay": {func(w wizard) { w.Key("ctrl+o"); w.Wait("─ Outline ") }, "esc"},
		"desk":    {wizard.leaves, "f1"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			w, _ := signing(newHouse(t))
			w.Key("tab")
			w.on("organisation")
			c.bring(w)
			before := settled(t, w.terminal)
			time.Sleep(idleFor) // what is tested: that nothing comes
			if more := w.Raw()[before:]; more != "" {
				t.Errorf("it wrote %q", more)
			}
			seen := w.Screen().String()
			w.press(c.wakes, "that it still answers", func(s screen) bool { return s.String() != seen })
		})
	}
}

// leaves goes from a field to the list of runs.
func (w wizard) leaves() {
	w.t.Helper()
	w.press("esc", "the page", func(s screen) bool { return !s.engaged() })
	w.Key("esc")
	w.WaitFor("the desk", func(s screen) bool { return strings.HasPrefix(s[0], "Lotse  ") && strings.Contains(s[0], "Desk  ") })
}

// settled waits until a program has written nothing for a while, and gives how
// much it had written.
func settled(t testing.TB, p *terminal) int {
	t.Helper()
	for deadline := time.Now().Add(patience); time.Now().Before(deadline); {
		before := len(p.Raw())
		time.Sleep(300 * time.Millisecond)
		if len(p.Raw()) == before {
			return before
		}
	}
	t.Fatalf("it never stops writing:\n%s", p.Screen())
	return 0
}

// BenchmarkIdle is the processor time that the list of runs, and the wizard
// with the focus in a text field, take while nothing happens, beside a bare
// Bubble Tea program's and a bare text input's.
func BenchmarkIdle(b *testing.B) {
	h := newHouse(b)
	wizard, _ := signing(h)
	wizard.Key("tab")
	wizard.on("organisation")
	desk := h.open(80, 24, atOnce)
	desk.Wait("Desk", "1 run")
	line, input := open(b, 80, 24, atOnce, bare(b)), open(b, 80, 24, atOnce, bare(b, "input"))
	line.Wait("Bare")
	input.Wait(">")
	for _, pair := range []struct {
		name       string
		ours, base *terminal
	}{{"desk", desk, line}, {"wizard", wizard.terminal, input}} {
		b.Run(pair.name, func(b *testing.B) {
			settled(b, pair.ours)
			settled(b, pair.base)
			var f figures
			for b.Loop() {
				f.ours = append(f.ours, -cpu(b, pair.ours))
				f.base = append(f.base, -cpu(b, pair.base))
				time.Sleep(time.Second)
				f.ours[len(f.ours)-1] += cpu(b, pair.ours)
				f.base[len(f.base)-1] += cpu(b, pair.base)
			}
			b.ReportMetric(0, "ns/op")
			b.ReportMetric(float64(quantile(f.ours, 0.5).Microseconds()), "µs-per-s/"+pair.name)
			b.ReportMetric(float64(quantile(f.base, 0.5).Microseconds()), "µs-per-s/bare")
		})
	}
}

// cpu is the processor time that a program has had, as Linux tells it by thread.
func cpu(b *testing.B, p *terminal) (sum time.Duration) {
	b.Helper()
	threads, err := filepath.Glob(fmt.Sprintf("/proc/%d/task/*/schedstat", p.cmd.Process.Pid))
	if err != nil || len(threads) == 0 {
		b.Fatalf("the system does not tell the processor time of a program's threads: %v", err)
	}
	for _, path := range threads {
		text, err := os.ReadFile(path)
		var ns int64
		if _, scan := fmt.Sscan(strings.TrimSpace(string(text)), &ns); err != nil || scan != nil {
			b.Fatalf("read %s: %v, %v", path, err, scan)
		}
		sum += time.Duration(ns)
	}
	return sum
}
