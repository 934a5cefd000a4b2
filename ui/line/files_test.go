package line

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"lotse/flows"
	"lotse/flows/run"
)

// TestFilesAreAttachedAndOpened by words: to the present item, to another, to a
// step; what is attached is said where it is, and what cannot be done is said.
func TestFilesAreAttachedAndOpened(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	r := rehearsed(t)
	dir := t.TempDir()
	path := func(name, text string) string {
		p := filepath.Join(dir, name)
		if err := os.WriteFile(p, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return p
	}
	note, page := path("a note.txt", "seen"), path("page.html", "<html>")
	r.types("go 3", "attach", "attach no-such-file", "", `attach "`+note+`"`, "seen by Eva", "attach berth "+page, "", "attach berth.letter "+note, "",
		"attach berth.letter "+note, "", "open berth.letter", "open berth", "open ship", "open berth b.png", "read", "quit")
	r.shows("Name the file.", "There is no file no-such-file.", `Attached to "Does the office know the ship?": a note.txt`, `Attached to "The berth": page.html`, `Attached to "Letter to the harbour office" already: a note.txt`,
		"No program to open it was found. The file: ", "A copy was made, but not opened", "No file is kept at papers.ship.", "At berth no file b.png is kept. There is: page.html.",
		"Attached: page.html (6 bytes).", "Attached: a note.txt (4 bytes).", "Attached: a note.txt (4 bytes): seen by Eva.")
	v := r.view()
	if at := v.Step("berth").Attachments; len(at) != 1 || at[0].Note != "" {
		t.Errorf("at the step: %+v", at)
	}
	if at := v.Attached(flows.At("berth.letter")); len(at) != 1 {
		t.Errorf("at the letter: %+v", at)
	}
}

// TestTheBriefIsSaidOnOpeningARunAgain: what others did, but not what the page says
// itself; of a run that nobody touched, nothing.
func TestTheBriefIsSaidOnOpeningARunAgain(t *testing.T) {
	r := rehearsed(t)
	r.types("quit")
	if said := r.paper.String(); strings.Contains(said, "last here") || strings.Count(said, "Step 1") > 1 {
		t.Errorf("it says\n%s", said)
	}
	s, err := run.Resume(t.Context(), run.Env{Now: r.s.Env.Now, Random: r.s.Env.Random, By: "Zoe"}, r.s.Archive, r.view().ID, r.s.Load)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.Do(true, run.Note{Step: "papers", Text: "called"}); err != nil {
		t.Fatal(err)
	}
	if err := s.Flush(t.Context()); err != nil {
		t.Fatal(err)
	}
	r.types("quit")
	r.shows("Since you were last here, on ", "1 change by Zoe, in: ")
}

// TestEnclosuresAreSaidAndOpened: a file that comes with the procedure is said where
// it stands, and opened by its item, by its name, or as the file of the step.
func TestEnclosuresAreSaidAndOpened(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	r := onFolder(t, fstest.MapFS{
		"berth.yaml": {Data: []byte("procedure: berth\nversion: 1\ntitle: A berth\nsummary: S\nsteps:\n  - id: plan\n    title: The plan\n    items:\n" +
			"      - {attach: plan.txt, id: look, label: What it looks like}\n      - {field: ship, type: text, label: Ship}\n      - {attach: ropes.csv, when: ship == 'x'}\n")},
		"plan.txt": {Data: []byte("North.\n")}, "ropes.csv": {Data: []byte("rope\nbow\n")},
	}, flows.Specs{}).begun("berth", run.Real)
	r.types("open", "open look plan.txt", "open look nothing.txt", "set ship x", "open attach-2", "quit")
	r.shows("What it looks like: plan.txt (plain text, 7 bytes).", "-plan.txt", "At plan.look no file nothing.txt is kept. There is: plan.txt.")
	if all, err := filepath.Glob(filepath.Join(os.TempDir(), "lotse-opened-*", "*-plan.txt")); err != nil || len(all) != 2 {
		t.Errorf("opened %v, %v", all, err)
	}
}
