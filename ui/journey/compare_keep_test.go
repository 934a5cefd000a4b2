package journey

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"lotse/flows"
)

// TestAComparisonIsErasedWithItsRegisters erases an answer, and then the run:
// what was found names customers, too, and goes with them.
func TestAComparisonIsErasedWithItsRegisters(t *testing.T) {
	h := newHouse(t)
	id := comparing(t, h, 3)
	check := func() {
		t.Helper()
		h.run("check", id, "customers.match")
		if kept := h.kept(); len(kept) != 3 {
			t.Fatalf("%d files are kept, want both registers and the report", len(kept))
		}
	}
	check()
	h.run("redact", id, "customers.rackbeat_customers", "--why", "asked for", "--yes")
	kept := h.kept()
	if len(kept) != 1 {
		t.Fatalf("%d files are kept, want Netvisor's register alone", len(kept))
	}
	if b, err := os.ReadFile(kept[0]); err != nil || !bytes.Contains(b, []byte("10000;")) {
		t.Errorf("%v: %s", err, b)
	}
	h.run("verify", id)
	h.run("set", id, "rackbeat_customers="+filepath.Join(h.dir, "rackbeat.csv"), "--yes")
	check()
	h.run("delete", id, "--yes")
	if kept := h.kept(); len(kept) != 0 {
		t.Errorf("%d files are kept after the run was deleted", len(kept))
	}
}

// TestARegisterMayBeLarge gives a file that is over the limit of evidence to a
// register's field, and to another.
func TestARegisterMayBeLarge(t *testing.T) {
	h := newHouse(t)
	id := comparing(t, h, 3)
	path := filepath.Join(h.dir, "large.csv")
	text := "number;name\n" + strings.Repeat(strings.Repeat("x", 1000)+"\n", flows.MaxEvidence/1001+1)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	h.run("set", id, "rackbeat_customers="+path, "--yes")
	r := call(t, h.lotse("tick", id, "allow.integration_allowed", "--evidence", path), "")
	if r.code != 2 || !strings.Contains(r.err, "20 MiB") {
		t.Errorf("evidence: exit %d, %s", r.code, r.err)
	}
	h.run("doctor")
}

// register writes a register of so many customers, from a first code on.
func register(t testing.TB, path string, first, n int) {
	t.Helper()
	var b bytes.Buffer
	b.WriteString("number;name;vat_number\n")
	for i := range n {
		fmt.Fprintf(&b, "%d;Pohjola Osat %d Oy;\n", first+i, i)
	}
	if err := os.WriteFile(path, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
}

// comparing is a run with two registers of so many customers.
func comparing(t testing.TB, h *house, n int) (id string) {
	t.Helper()
	left, right := filepath.Join(h.dir, "netvisor.csv"), filepath.Join(h.dir, "rackbeat.csv")
	register(t, left, 10_000, n)
	register(t, right, 10_001, n)
	var s shown
	h.read(&s, "start", "netvisor-rackbeat", "--customer", "Beispiel Oy", "--no-input")
	h.run("set", s.Run.ID, "direction=none", "registers=customers", "customers_how=files", "netvisor_customers="+left, "rackbeat_customers="+right)
	return s.Run.ID
}

// kept lists the evidence files, the oldest first.
func (h *house) kept() []string {
	h.t.Helper()
	all, err := filepath.Glob(filepath.Join(h.dir, "evidence", "lotse.db", "*", "*"))
	if err != nil {
		h.t.Fatal(err)
	}
	slices.SortFunc(all, func(a, b string) int { return modified(h.t, a).Compare(modified(h.t, b)) })
	tmp, err := filepath.Glob(filepath.Join(h.dir, "evidence", "lotse.db", "*.tmp"))
	if err != nil {
		h.t.Fatal(err)
	}
	return append(all, tmp...)
}

func modified(t testing.TB, path string) time.Time {
	t.Helper()
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	return info.ModTime()
}
