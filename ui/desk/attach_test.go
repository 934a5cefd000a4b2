package desk

import (
	"os"
	"path/filepath"
	"testing"

	"lotse/flows"
	"lotse/flows/run"
)

// TestAFileIsAttachedByAKey to the focused item, and to the step from the page; the
// desk shows it, opens it, and keeps it from others who look on.
func TestAFileIsAttachedByAKey(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	path := filepath.Join(t.TempDir(), "sketch.txt")
	if err := os.WriteFile(path, []byte("a sketch"), 0o600); err != nil {
		t.Fatal(err)
	}
	r := begun(t).fill()
	r.goTo("berth")
	r.focus("token")
	r.keys("k").shows("No file is kept here.")
	r.keys("ctrl+f").shows("Attach a file to Does the office know the ship?")
	r.keys("enter", "enter").shows("Name the file.")
	r.keys("shift+tab", "'nothing.txt'", "enter", "enter").shows("nothing.txt")
	r.keys("ctrl+f", "ctrl+u", "'"+path+"'", "tab", "'seen by Eva'", "enter").shows(`Attached to "Does the office know the ship?": sketch.txt`)
	r.shows("+ sketch.txt (8 bytes): seen by Eva")
	if at := r.m.page.View().Attached(flows.At("berth.token")); len(at) != 1 || at[0].Note != "seen by Eva" {
		t.Fatalf("attached: %+v", at)
	}
	r.keys("k").shows("No program to open it was found")
	r.keys("esc", "t", "'"+path+"'", "tab", "enter").shows(`Attached to "The berth": sketch.txt`)
	if at := r.m.page.View().Step("berth").Attachments; len(at) != 1 {
		t.Errorf("at the step: %+v", at)
	}
	// The step is internal: while somebody looks on it has no files.
	r.keys("f3").wait().keys("k").shows("No file is kept here.")
	r.hides("sketch.txt")
}

// TestTheNewsStandOnOpeningARunAgain until the next key: what others did, but not
// what the page says itself, and none of a run that nobody touched.
func TestTheNewsStandOnOpeningARunAgain(t *testing.T) {
	r := begun(t)
	r.hides("last here")
	other := r.m.cfg.Env
	other.By = "Zoe"
	id := r.m.page.s.(*run.Session).ID()
	r.keys("esc", "esc")
	s, err := run.Resume(t.Context(), other, r.m.cfg.Archive, id, r.m.cfg.Load)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.Do(true, run.Note{Step: "papers", Text: "called"}, run.Answer{At: flows.At("papers.ship"), Value: "Aurora"}); err != nil {
		t.Fatal(err)
	}
	if err := s.Flush(t.Context()); err != nil {
		t.Fatal(err)
	}
	r.keys("enter").shows("Since you were last here, on", "2 changes by Zoe, in: ")
	r.keys("tab").hides("last here")
}
