package command_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestOlderRunsAreNotCountedYet: what version 1 stored has no count of warnings,
// and is well; the first change of a run counts them.
func TestOlderRunsAreNotCountedYet(t *testing.T) {
	path := filepath.Join(t.TempDir(), "store.db")
	if err := os.WriteFile(path, unpack(t, filepath.Join(olderStore, "store.db.gz")), 0o600); err != nil {
		t.Fatal(err)
	}
	counts := func() map[string]any {
		var list struct {
			Runs []struct {
				ID       string
				Progress map[string]any
			}
		}
		if err := json.Unmarshal(olderRun(t, path, "list", "--json"), &list); err != nil {
			t.Fatal(err)
		}
		all := map[string]any{}
		for _, r := range list.Runs {
			n, there := r.Progress["warnings"]
			if !there {
				t.Errorf("%s has no warnings, not even null", r.ID)
			}
			all[r.ID] = n
		}
		return all
	}
	before := counts()
	if len(before) != 9 {
		t.Fatalf("%d runs", len(before))
	}
	for id, n := range before {
		if n != nil {
			t.Errorf("%s: %v warnings, before anybody counted", id, n)
		}
	}
	if text := string(olderRun(t, path, "list")); strings.Count(text, "! warnings not counted yet") != 9 {
		t.Errorf("the list says\n%s", text)
	}
	var shown struct{ Progress struct{ Warnings *int } }
	if err := json.Unmarshal(olderRun(t, path, "show", "g8kw1s121m", "--json"), &shown); err != nil || shown.Progress.Warnings == nil {
		t.Errorf("a run that is opened is not counted: %v", err)
	}
	olderRun(t, path, "note", "g8kw1s121m", "person", "seen")
	if after := counts(); after["g8kw1s121m"] != float64(*shown.Progress.Warnings) {
		t.Errorf("after a change %v warnings are stored, shown are %d", after["g8kw1s121m"], *shown.Progress.Warnings)
	}
}
