package desk

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"lotse/flows"
	"lotse/flows/run"
)

const berthing = `procedure: berthing
version: 1
title: A berth
summary: For files that come along.
steps:
  - id: plan
    title: The plan
    items:
      - {field: ship, type: text, label: Ship}
      - {attach: plan.txt, id: plan, label: What the plan of the harbour looks like}
      - {attach: ropes.csv}
      - {attach: ours.txt, id: ours, label: What we know of them, internal: true}
      - {task: read, label: The plan is read}
`

func berthed(t *testing.T) *rig {
	t.Helper()
	r := newRig(t)
	cfg := r.m.cfg
	cfg.Library = flows.Open(fstest.MapFS{
		"berthing.yaml": {Data: []byte(berthing)}, "plan.txt": {Data: []byte("North of the crane.\n")},
		"ropes.csv": {Data: []byte("rope\nbow\n")}, "ours.txt": {Data: []byte("They pay late.\n")},
	}, flows.Specs{})
	r.start(cfg)
	r.do(r.m.start("berthing", "Muster GmbH", run.Real))
	return r
}

// copied are the names of the files that were copied to be opened, without what
// makes them their own.
func copied(t *testing.T) []string {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join(os.TempDir(), "lotse-opened-*", "*"))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, path := range paths {
		_, name, _ := strings.Cut(filepath.Base(path), "-")
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// TestAnEnclosureIsNamedAndOpened by o where it has the focus, and by k from the page.
func TestAnEnclosureIsNamedAndOpened(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	r := berthed(t)
	r.shows("+ What the plan of the harbour looks like", "plan.txt (plain text, 20 bytes) · o opens it", "+ ropes.csv", "CSV table, 9 bytes · o opens it")
	opens := func(keys []string, want ...string) {
		t.Helper()
		r.keys(keys...)
		if got := copied(t); !slices.Equal(got, want) {
			t.Errorf("%v has %v opened, want %v", keys, got, want)
		}
	}
	r.hides("o open file")
	opens([]string{"enter"})
	r.shows("o open file")
	opens([]string{"o"}, "plan.txt")
	r.shows("No program to open it was found")
	opens([]string{"enter", "o"}, "plan.txt", "ropes.csv")
	opens([]string{"enter", "o"}, "ours.txt", "plan.txt", "ropes.csv")
	opens([]string{"enter", "o"}, "ours.txt", "plan.txt", "ropes.csv")
	r.keys("esc", "k").shows("File", "plan.txt", "ropes.csv")
	opens([]string{"down", "enter"}, "ours.txt", "plan.txt", "ropes.csv", "ropes.csv")
}

// TestAnInternalEnclosureIsSeenByNobodyElse, whatever key is pressed.
func TestAnInternalEnclosureIsSeenByNobodyElse(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	r := berthed(t)
	r.focus("ours")
	r.shows("What we know of them", "ours.txt").keys("f3").wait().hides("ours", "What we know of them")
	for _, key := range []string{"o", "k", "enter", "tab", "esc", "k"} {
		r.keys(key).wait().hides("ours", "What we know of them")
	}
	r.shows("What the plan of the harbour looks like", "plan.txt")
}
