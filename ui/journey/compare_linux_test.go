package journey

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"lotse/flows/check"
	"lotse/flows/register/compare"
)

// aLot is how many customers are compared for long enough to be met at it.
const aLot = 1_000_000

// checked is what check prints.
type checked struct {
	Checks []struct{ Status, Finding, Summary string }
}

// TestAnInterruptedComparisonLeavesNothing interrupts, and kills, who compares
// large files: nothing that it found is left. Let alone, it keeps all of it.
func TestAnInterruptedComparisonLeavesNothing(t *testing.T) {
	h := newHouse(t)
	id := comparing(t, h, aLot)
	var before shown
	h.read(&before, "show", id)
	for _, tt := range []struct {
		signal syscall.Signal
		code   int
	}{{syscall.SIGINT, 130}, {syscall.SIGKILL, -1}} {
		cmd := h.lotse("check", id, "customers.match", "--json")
		out := heldAtWork(t, h, cmd)
		if err := cmd.Process.Signal(tt.signal); err != nil {
			t.Fatal(err)
		}
		_ = cmd.Process.Signal(syscall.SIGCONT)
		_ = cmd.Wait()
		if got := cmd.ProcessState.ExitCode(); got != tt.code {
			t.Errorf("%v: exit %d, want %d\n%s", tt.signal, got, tt.code, out)
		}
		var s shown
		if h.read(&s, "show", id); s.Run.Events != before.Run.Events {
			t.Errorf("%v: %d events, before %d", tt.signal, s.Run.Events, before.Run.Events)
		}
		if kept := h.kept(); len(kept) != 2 {
			t.Errorf("%v: %d files are kept, want both registers alone", tt.signal, len(kept))
		}
	}
	r := call(t, h.lotse("check", id, "customers.match", "--json"), "")
	var got checked
	if err := json.Unmarshal([]byte(r.stdout), &got); err != nil || len(got.Checks) != 1 || got.Checks[0].Status != check.Warned {
		t.Fatalf("%v: %+v\n%s", err, got, r.err)
	}
	kept := h.kept()
	f, err := os.Open(kept[len(kept)-1])
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close() //nolint:errcheck // only read
	if report, err := check.OpenReport(f); err != nil || report.Counts[compare.OtherName] != aLot-1 {
		t.Errorf("%v: %d files are kept", err, len(kept))
	}
}

// heldAtWork starts a command, and stops it as soon as it has a kept file open.
func heldAtWork(t *testing.T, h *house, cmd *exec.Cmd) *bytes.Buffer {
	t.Helper()
	var out bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &out
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	opened := func() bool {
		links, _ := filepath.Glob(fmt.Sprintf("/proc/%d/fd/*", cmd.Process.Pid))
		for _, link := range links {
			if path, err := os.Readlink(link); err == nil && strings.HasPrefix(path, filepath.Join(h.dir, "evidence")) {
				return true
			}
		}
		return false
	}
	within(t, "it reads a kept file", opened)
	if err := cmd.Process.Signal(syscall.SIGSTOP); err != nil {
		t.Fatal(err)
	}
	within(t, "it is stopped", func() bool {
		b, _ := os.ReadFile(fmt.Sprintf("/proc/%d/stat", cmd.Process.Pid))
		return bytes.Contains(b, []byte(") T "))
	})
	if !opened() {
		t.Fatalf("it had ended\n%s", &out)
	}
	return &out
}

func within(t *testing.T, what string, holds func() bool) {
	t.Helper()
	for end := time.Now().Add(patience); !holds(); time.Sleep(time.Millisecond) {
		if time.Now().After(end) {
			t.Fatalf("not so: %s", what)
		}
	}
}

// TestEscEndsAComparison cancels one on the screen, and lets one come to its end:
// after it no more memory is held than before.
func TestEscEndsAComparison(t *testing.T) {
	h := newHouse(t)
	id := comparing(t, h, aLot)
	h.run("set", id, "opened_in_store=no", "rackbeat_key_holder=customer_keeps_it", "products_how=by_hand")
	h.run("done", id, "who-does-what")
	h.run("done", id, "scope")
	h.run("tick", id, "rackbeat-key.key_created", "rackbeat-key.key_kept")
	h.run("done", id, "rackbeat-key")
	h.run("tick", id, "products.products_compared", "--note", "All codes stand on both sides.")
	h.run("done", id, "products")
	w := h.open(80, 24, atOnce, "resume", id)
	w.WaitFor("the focus on the check", func(s screen) bool { return s.focused("Do the customers fit together?") })
	before := w.memory()
	w.Key("enter")
	w.Wait("esc cancel")
	w.Signal(syscall.SIGSTOP) // so that it does not end by itself before
	w.Key("esc")
	w.Signal(syscall.SIGCONT)
	w.Wait("Cancelled")
	if kept := h.kept(); len(kept) != 2 {
		t.Errorf("%d files are kept, want both registers alone", len(kept))
	}
	w.Key("enter")
	w.WaitFor("the end of the comparison", func(s screen) bool { return s.has("Customers: 999999 match, 999999 to look at.") })
	within(t, "its memory is given back", func() bool { return w.memory() < before+32<<20 })
}
