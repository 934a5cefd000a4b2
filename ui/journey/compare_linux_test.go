package journey

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"lotse/flows/check"
	"lotse/flows/register/compare"
)

// aLot is how many customers are compared in a child, for long enough to be met.
const aLot = 300_000

// checked is what check prints.
type checked struct {
	Checks []struct{ Status, Finding, Summary string }
}

// TestALargeComparisonIsAChilds compares files that are large, and the same
// ones in this process: what is kept is the same, byte by byte.
func TestALargeComparisonIsAChilds(t *testing.T) {
	h := newHouse(t)
	id := comparing(t, h, aLot)
	cmd := h.lotse("check", id, "customers.match", "--json")
	out, child := begun(t, cmd)
	if pri := nice(t, child); pri < 5 {
		t.Errorf("the child has the nice value %d: the screen does not come first", pri)
	}
	if err := cmd.Wait(); err != nil {
		t.Errorf("check: %v\n%s", err, out)
	}
	var got checked
	if err := json.Unmarshal(out.Bytes(), &got); err != nil || len(got.Checks) != 1 || got.Checks[0].Status != check.Warned {
		t.Fatalf("%v: %+v\n%s", err, got, out)
	}
	kept := h.kept()
	if len(kept) != 3 {
		t.Fatalf("%d files are kept, want both registers and the report", len(kept))
	}
	f, err := os.Open(kept[2])
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close() //nolint:errcheck // only read
	report, err := check.OpenReport(f)
	if err != nil {
		t.Fatal(err)
	}
	here := hereOf(t, h, report.Plan)
	if a, b := recordOf(t, report), recordOf(t, here); a != b {
		t.Errorf("the child found other than this process: %d and %d bytes", len(a), len(b))
	}
}

// hereOf compares in this process.
func hereOf(t *testing.T, h *house, p compare.Plan) *compare.Report {
	t.Helper()
	var readers [2]check.Reader
	for i, name := range []string{"netvisor.csv", "rackbeat.csv"} {
		f, err := os.Open(filepath.Join(h.dir, name))
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { f.Close() }) //nolint:errcheck,gosec // only read
		info, err := f.Stat()
		if err != nil {
			t.Fatal(err)
		}
		readers[i] = check.FileReader(f, check.JobFile{Name: name, Size: info.Size()}, p.Kind)
	}
	report, err := check.Compare(t.Context(), p, readers[0], readers[1], func(check.Progress) {})
	if err != nil {
		t.Fatal(err)
	}
	return report
}

func recordOf(t *testing.T, r *compare.Report) string {
	t.Helper()
	var b strings.Builder
	if err := compare.Write(&b, r); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// TestAnInterruptedComparisonLeavesNothing interrupts, and kills, whoever has a
// child at work: neither the child nor anything that it found is left.
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
		out, child := begun(t, cmd)
		// The child is held so that it does not end by itself before.
		_ = syscall.Kill(child, syscall.SIGSTOP)
		if err := cmd.Process.Signal(tt.signal); err != nil {
			t.Fatal(err)
		}
		_ = cmd.Wait()
		_ = syscall.Kill(child, syscall.SIGCONT)
		if got := cmd.ProcessState.ExitCode(); got != tt.code {
			t.Errorf("%v: exit %d, want %d\n%s", tt.signal, got, tt.code, out)
		}
		within(t, fmt.Sprintf("the child ends after %v of its parent", tt.signal), func() bool { return !isAlive(child) })
		if kept := h.kept(); len(kept) != 2 {
			t.Errorf("%v: %d files are kept, want both registers alone", tt.signal, len(kept))
		}
		var s shown
		h.read(&s, "show", id)
		if s.Run.Events != before.Run.Events {
			t.Errorf("%v: %d events, before %d", tt.signal, s.Run.Events, before.Run.Events)
		}
	}
}

// TestAChildThatIsKilledLeavesItUnknown kills the child alone.
func TestAChildThatIsKilledLeavesItUnknown(t *testing.T) {
	h := newHouse(t)
	id := comparing(t, h, aLot)
	cmd := h.lotse("check", id, "customers.match", "--json")
	out, child := begun(t, cmd)
	_ = syscall.Kill(child, syscall.SIGKILL)
	_ = cmd.Wait()
	var got checked
	if err := json.Unmarshal(out.Bytes(), &got); err != nil || len(got.Checks) != 1 {
		t.Fatalf("%v\n%s", err, out)
	}
	if c := got.Checks[0]; c.Status != check.Unknown || c.Finding != "not_compared" || !strings.Contains(c.Summary, "killed") || cmd.ProcessState.ExitCode() != 1 {
		t.Errorf("exit %d, %+v", cmd.ProcessState.ExitCode(), c)
	}
	if kept := h.kept(); len(kept) != 2 {
		t.Errorf("%d files are kept", len(kept))
	}
}

// TestNobodyElseIsTheChildsParent calls the child as a person might.
func TestNobodyElseIsTheChildsParent(t *testing.T) {
	h := newHouse(t)
	for _, stdin := range []string{"", "{}", `{"Plan":{},"x":1}`, strings.Repeat("x", 2<<20), `{"Plan":{"Kind":"customers"},"Left":{"Path":"none"},"Right":{"Path":"none"}}`} {
		if r := call(t, h.lotse("compare-child"), stdin); r.code == 0 || r.stdout != "" {
			t.Errorf("%.40q: exit %d\n%s", stdin, r.code, r.stdout)
		}
	}
	if r := h.run("--help"); strings.Contains(r.stdout, "compare-child") {
		t.Error("the help tells of it")
	}
}

// begun starts a command and waits for its child.
func begun(t *testing.T, cmd *exec.Cmd) (*bytes.Buffer, int) {
	t.Helper()
	var out bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &out
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	for end := time.Now().Add(patience); time.Now().Before(end); {
		if child := childOf(cmd.Process.Pid); child != 0 {
			return &out, child
		}
	}
	_ = cmd.Process.Kill()
	_ = cmd.Wait()
	t.Fatalf("%s has no child\n%s", cmd, &out)
	return nil, 0
}

// childOf is a child of a process that runs lotse; 0 for none.
func childOf(parent int) int {
	threads, _ := filepath.Glob(fmt.Sprintf("/proc/%d/task/*/children", parent))
	for _, path := range threads {
		b, _ := os.ReadFile(path)
		for _, word := range strings.Fields(string(b)) {
			line, _ := os.ReadFile("/proc/" + word + "/cmdline")
			if strings.Contains(string(line), "compare-child") {
				pid, _ := strconv.Atoi(word)
				return pid
			}
		}
	}
	return 0
}

// isAlive reports whether a process is there and no zombie.
func isAlive(pid int) bool {
	f, err := os.Open(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		return false
	}
	defer f.Close() //nolint:errcheck // only read
	for lines := bufio.NewScanner(f); lines.Scan(); {
		if state, ok := strings.CutPrefix(lines.Text(), "State:"); ok {
			return !strings.Contains(state, "Z")
		}
	}
	return false
}

// nice is the least nice value of a process's threads.
func nice(t *testing.T, pid int) int {
	t.Helper()
	least := 20
	within(t, "the child is made nice", func() bool {
		threads, _ := filepath.Glob(fmt.Sprintf("/proc/%d/task/*/stat", pid))
		least = 20
		for _, path := range threads {
			b, err := os.ReadFile(path)
			_, rest, ok := strings.Cut(string(b), ") ")
			if fields := strings.Fields(rest); err == nil && ok && len(fields) > 16 {
				n, _ := strconv.Atoi(fields[16])
				least = min(least, n)
			}
		}
		return least > 0
	})
	return least
}

func within(t *testing.T, what string, holds func() bool) {
	t.Helper()
	for end := time.Now().Add(patience); !holds(); time.Sleep(time.Millisecond) {
		if time.Now().After(end) {
			t.Fatalf("not so: %s", what)
		}
	}
}

// TestEscEndsTheChild cancels a comparison on the screen.
func TestEscEndsTheChild(t *testing.T) {
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
	w.Key("enter")
	child := 0
	within(t, "the check has a child", func() bool { child = childOf(w.cmd.Process.Pid); return child != 0 })
	_ = syscall.Kill(child, syscall.SIGSTOP)
	w.Wait("esc cancel")
	w.Key("esc")
	w.Wait("Cancelled")
	within(t, "the child ends", func() bool { return !isAlive(child) })
	if kept := h.kept(); len(kept) != 2 {
		t.Errorf("%d files are kept, want both registers alone", len(kept))
	}
}
