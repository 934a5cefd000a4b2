package desk

import (
	"os"
	"path/filepath"
	"testing"
)

// TestCompletingWaitsForAFile completes a step only when the file that was
// given before is kept: it may be what the step needs.
func TestCompletingWaitsForAFile(t *testing.T) {
	for name, there := range map[string]bool{"log.csv": true, "none.csv": false} {
		r := comparing(t, "", "info@example.org")
		r.goTo("later")
		path := filepath.Join(t.TempDir(), name)
		if there {
			if err := os.WriteFile(path, []byte("day;course\n"), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		r.slowly(func() { r.keys("'"+path+"'", "tab", "ctrl+s") })
		r.shows("saving").hides("Still open", "Missing")
		r.catchUp()
		if there {
			r.shows("One warning is open", "Not checked yet").wait().keys("down", "enter") // the check of it
		}
		if said := r.m.status; there != (said.text == "Done: Later") || there == said.bad {
			t.Errorf("%s: it says %q", name, said.text)
		}
		r.shows("saved")
	}
}
