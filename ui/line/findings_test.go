package line

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestFindingsIntoAFile writes them, for the check that is named or the last
// one; a file of another kind is a letter's.
func TestFindingsIntoAFile(t *testing.T) {
	r := registers(t)
	r.width = 300
	one, two := filepath.Join(t.TempDir(), "one.csv"), filepath.Join(t.TempDir(), "two.html")
	r.types(append(append([]string{"write " + one}, theFindings[1:8]...), "write "+one, "write "+one, "write customers.match "+two, "write all.txt", "quit")...)
	r.shows("There is no letter here.", "Written to "+one, "Not done: This file exists already", "Written to "+two)
	for path, want := range map[string]string{one: "001024", two: "<html"} {
		if text, err := os.ReadFile(path); err != nil || !strings.Contains(string(text), want) {
			t.Errorf("%s: %v: %s", path, err, text)
		}
	}
}

// TestFindingsOfARuleThatDidNotRun says why it did not, and never that nothing was
// found of it.
func TestFindingsOfARuleThatDidNotRun(t *testing.T) {
	r := strangers(t)
	r.width = 300
	r.types(append(append([]string{}, theColumns[1:9]...), "columns left.code=Avain", "findings", "findings near-name", "findings nothing", "quit")...)
	r.shows("Netvisor: no column for name, barred.", "Names nearly the same: without name (Netvisor).", "Nothing of the kind.")
	if strings.Contains(r.said(), "Nothing was found of near-name") {
		t.Error("nothing was found of a rule that did not run")
	}
}
