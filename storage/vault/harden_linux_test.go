package vault

import (
	"encoding/json"
	"os"
	"os/exec"
	"strings"
	"testing"

	"golang.org/x/sys/unix"
)

func init() { roles["LOTSE_TEST_HARDEN"] = hardenInProgram }

func dumpable() int {
	is, err := unix.PrctlRetInt(unix.PR_GET_DUMPABLE, 0, 0, 0, 0)
	if err != nil {
		return -1
	}
	return is
}

func hardenInProgram(string) error {
	if err := Harden(); err != nil {
		return err
	}
	limits, err := os.ReadFile("/proc/self/limits")
	if err != nil {
		return err
	}
	return json.NewEncoder(os.Stdout).Encode(map[string]any{"limits": string(limits), "dumpable": dumpable()})
}

func TestHarden(t *testing.T) {
	c := exec.Command(os.Args[0])
	c.Env = append(os.Environ(), "LOTSE_TEST_HARDEN=1")
	c.Stderr = os.Stderr
	out, err := c.Output()
	if err != nil {
		t.Fatal(err)
	}
	var seen struct {
		Limits   string
		Dumpable int
	}
	if err := json.Unmarshal(out, &seen); err != nil {
		t.Fatal(err)
	}
	if seen.Dumpable != 0 {
		t.Errorf("dumpable %d, want 0", seen.Dumpable)
	}
	for line := range strings.Lines(seen.Limits) {
		if rest, ok := strings.CutPrefix(line, "Max core file size"); ok && strings.Join(strings.Fields(rest), " ") != "0 0 bytes" {
			t.Errorf("core file size %s, want 0 0", rest)
		}
	}
	if !strings.Contains(seen.Limits, "Max core file size") {
		t.Error("no limit was read")
	}
	if dumpable() != 1 {
		t.Error("a process that was not hardened has dumpable 0: the test shows nothing")
	}
}
