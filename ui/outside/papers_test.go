package outside

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/ui/face"
	"lotse/ui/file"
	"lotse/ui/walk"
)

// TestAPaperIsProposedWhereNothingIs: in the folder for documents, by a name that
// is free, as a person may type it.
func TestAPaperIsProposedWhereNothingIs(t *testing.T) {
	home := t.TempDir()
	t.Setenv("HOME", home)
	t.Setenv("USERPROFILE", home)
	day := func() time.Time { return time.Date(2026, 11, 21, 10, 0, 0, 0, time.UTC) }
	v := &run.View{Header: run.Header{Procedure: "sage", Mode: run.Demo, Customer: run.Customer{Name: "Öl & Co."}}}
	report := walk.Paper{Kind: walk.PaperReport}
	const name = "öl-co-sage-bericht-2026-11-21-demo"
	for _, folder := range []string{"Documents", "My documents", `a\b`, "file:", "", "../elsewhere"} {
		s := &face.Screen{Now: day}
		if folder != "" {
			s.Documents = filepath.Join(home, folder)
			if err := os.MkdirAll(s.Documents, 0o700); err != nil {
				t.Fatal(err)
			}
		} else {
			t.Chdir(home)
		}
		for _, want := range []string{name + ".html", name + "-2.html", name + "-3.html"} {
			typed := ProposePaper(s, v, report, "de", "html")
			path, err := file.Path(typed)
			if err != nil || path != filepath.Join(s.Documents, want) {
				t.Errorf("in %q it proposes %q, which is read as %q, %v; want %q", folder, typed, path, err, want)
			}
			if folder == "Documents" && !strings.HasPrefix(typed, "~/") {
				t.Errorf("it proposes %q", typed)
			}
			if err := os.Symlink("nowhere", path); err != nil { // even what leads nowhere is taken
				t.Fatal(err)
			}
		}
	}
}

// TestTheEndingOfAPaper: a name gets the format's ending, and one that has
// another's is refused.
func TestTheEndingOfAPaper(t *testing.T) {
	dir := t.TempDir()
	t.Chdir(dir)
	for typed, want := range map[string]string{
		"a.html": "a.html", "a.HTML": "a.HTML", "a": "a.html", "v1.2": "v1.2.html", `"a b"`: "a b.html", "x/../a": "a.html",
	} {
		got, err := paperPath(PaperFile{Format: "html", Path: typed})
		if err != nil || got != filepath.Join(dir, want) {
			t.Errorf("%s is written to %s, %v, want %s", typed, got, err, want)
		}
	}
	for _, typed := range []string{"a.pdf", "a.TXT", "b/c.ics", ".json"} {
		if got, err := paperPath(PaperFile{Format: "html", Path: typed}); !errors.Is(err, flows.ErrUsage) {
			t.Errorf("%s is written to %s, %v", typed, got, err)
		}
	}
}

// TestWhatIsOfferedIsWritten: every paper that has formats has a writer, and a
// report's are those that it is written in.
func TestWhatIsOfferedIsWritten(t *testing.T) {
	o := newOffice(t, "Ann", 1)
	s, err := run.Resume(t.Context(), o.env, o.store, o.begin(), flows.Decode)
	o.ok(err)
	w := walk.New(s, walk.Face{Now: time.Now, Stops: func(flows.Kind) bool { return true }}, nil)
	n := 0
	for _, p := range w.Papers() {
		if len(p.Formats) == 0 {
			continue
		}
		if n++; paperWriters[p.Kind] == nil {
			t.Errorf("nothing writes %s", p.Kind)
		}
		for _, ending := range p.Formats {
			if !slices.Contains(paperEndings, ending) {
				t.Errorf("%s is no ending of a paper", ending)
			}
			if _, ok := ReportFormatOf("", "."+ending); p.Kind == walk.PaperReport && !ok {
				t.Errorf("no report is written as %s", ending)
			}
		}
	}
	if n < 3 {
		t.Errorf("only %d papers are written", n)
	}
}
