package desk

import (
	"os"
	"path/filepath"
	"testing"

	"lotse/flows"
)

// TestCompletingWaitsForAFile completes a step only when the file that was
// given before is kept: it may be what the step needs.
func TestCompletingWaitsForAFile(t *testing.T) {
	r := begun(t)
	path := filepath.Join(t.TempDir(), "log.csv")
	if err := os.WriteFile(path, []byte("day;course\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	kept := r.m.putFile(path, flows.MaxEvidence, flows.Address{Step: "papers", Item: "signed"}, true)
	r.keys("ctrl+s").shows("saving").hides("Still open")
	r.do(kept)
	r.shows("saved", "Still open")

	kept = r.m.putFile(filepath.Join(t.TempDir(), "none.csv"), flows.MaxEvidence, flows.Address{Step: "papers", Item: "signed"}, true)
	r.keys("ctrl+s")
	r.do(kept)
	r.hides("Still open").shows("saved")
}
