package command_test

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"lotse/flows/check"
	"lotse/flows/portal"
	"lotse/flows/register/compare"
	"lotse/flows/register/sample"
	"lotse/ui/command"
)

const liveKey = "Ze8ra-Wombat-Hyena-71"

// liveCompared compares the example's customers with those of a portal, and
// gives the exit code and what was printed. OFF is left out of the arguments.
func liveCompared(t *testing.T, p *portal.Portal, off string, more ...string) (code int, out, talk string) {
	t.Helper()
	dir := t.TempDir()
	left, ca := filepath.Join(dir, "netvisor.csv"), filepath.Join(dir, "ca.pem")
	for path, b := range map[string][]byte{left: sample.Demo(compare.Customers).Netvisor, ca: p.PEM()} {
		if err := os.WriteFile(path, b, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	at, err := p.Address("rackbeat.registers")
	if err != nil {
		t.Fatal(err)
	}
	var args []string
	for _, a := range append([]string{"compare", "--register", "customers", "--left", left, "--right-live", "https://" + at + "/api/", "--secret-stdin", "--ca", ca, "--allow-loopback"}, more...) {
		if a != off {
			args = append(args, a)
		}
	}
	var said, errs bytes.Buffer
	code = command.Main(context.Background(), command.Program{
		Store: realStore(), In: strings.NewReader(liveKey + "\n"), Out: &said, Err: &errs, Now: time.Now, Getenv: func(string) string { return "" }, Data: dir,
	}, args)
	if strings.Contains(said.String()+errs.String(), liveKey) {
		t.Error("the key is shown")
	}
	return code, said.String(), errs.String()
}

func opened(t *testing.T, faults ...string) *portal.Portal {
	t.Helper()
	p, err := portal.New(portal.Config{Now: time.Now, Faults: check.FaultNames()})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { p.Close() }) //nolint:errcheck // it listens no longer
	if err := p.Switch("rackbeat.registers", faults...); err != nil {
		t.Fatal(err)
	}
	return p
}

// TestCompareWithRackbeatItself finds what the comparison of the two files
// finds.
func TestCompareWithRackbeatItself(t *testing.T) {
	code, out, talk := liveCompared(t, opened(t), "", "--json")
	var got struct {
		Right struct {
			Rows int
			File string
		}
		Counts map[string]int
	}
	if err := json.Unmarshal([]byte(out), &got); err != nil || code != 1 || got.Right.Rows != 36 || got.Right.File != "" {
		t.Fatalf("exit %d, %v, %+v\n%s", code, err, got, talk)
	}
	for rule, n := range got.Counts {
		if n == 0 {
			t.Errorf("%s finds nothing", rule)
		}
	}
}

func TestCompareSaysWhyRackbeatCannotBeRead(t *testing.T) {
	for fault, want := range map[string]string{
		"key-refused":       "Rackbeat: Rackbeat refuses the key.",
		"changes-meanwhile": "the register changed while it was read",
		"page-shape":        "no list of rows",
	} {
		code, out, talk := liveCompared(t, opened(t, fault), "")
		if code != 1 || out != "" || !strings.Contains(talk, want) {
			t.Errorf("%s: exit %d, %q, %s", fault, code, out, talk)
		}
	}
	if code, _, talk := liveCompared(t, opened(t), "--secret-stdin"); code != 2 || !strings.Contains(talk, "--secret-stdin") {
		t.Errorf("without a key: exit %d, %s", code, talk)
	}
	if code, _, talk := liveCompared(t, opened(t), "--allow-loopback"); code != 1 || !strings.Contains(talk, "127.0.0.1") {
		t.Errorf("this machine: exit %d, %s", code, talk)
	}
	if code, _, talk := liveCompared(t, opened(t), "", "--right", "x.csv"); code != 2 || !strings.Contains(talk, "not both") {
		t.Errorf("both: exit %d, %s", code, talk)
	}
}
