//go:build platforms && linux

package journey

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestWindowsLongPaths: whatever reads or writes a file takes a path of more than
// the 260 letters that Windows once had, of more than the 1,040 bytes that SQLite
// has for one, and one that Windows takes as it is.
func TestWindowsLongPaths(t *testing.T) {
	for name, tt := range map[string]struct {
		folders int
		before  string
	}{
		"a path as it is": {0, `\\?\`},
		"260":             {10, ""},
		"1,040":           {45, ""},
		"as it is, 1,040": {45, `\\?\`},
	} {
		t.Run(name, func(t *testing.T) {
			w := newWine(t)
			run := w.start()
			deep := strings.Repeat("a folder with a long name/", tt.folders)
			if err := os.MkdirAll(filepath.Join(w.folder, deep), 0o700); err != nil {
				t.Fatal(err)
			}
			w.longPaths(run, deep, func(name string) string { return tt.before + w.path(deep+name) })
		})
	}
}

// longPaths has every kind of file that there is read and written in a folder.
func (w *wine) longPaths(run, deep string, path func(string) string) {
	w.t.Helper()
	w.run("handover", run, "-o", path("run.lotse"))
	w.run("report", run, "-o", path("elsewhere.html"))
	w.says(w.run("verify", path("elsewhere.html")), "Signed by this installation")

	db := path("data/lotse.db")
	here := func(args ...string) string {
		w.t.Helper()
		return w.run(append(args, "--db", db)...)
	}
	w.says(here("receive", path("run.lotse"), "--yes"), "Müller & Söhne")
	w.write(deep+"people.csv", "Who;Town\r\nÄrmel;Köln\r\n")
	w.write(deep+"paper.txt", "attached")
	w.says(here("set", run, "--rows", "people="+path("people.csv"), "--yes"), "rows: 1")
	here("attach", run, "ship", path("paper.txt"))
	here("set", run, "name=before")
	backup, _, _ := strings.Cut(here("backup"), "  ")
	here("set", run, "name=after", "--yes")
	here("restore", strings.TrimSpace(backup), "--yes")
	w.says(here("show", run), "before")
	w.says(here("verify", run), "Unchanged")
	here("report", run, "-o", path("report.html"))
	w.says(w.file(deep+"report.html"), "Müller &amp; Söhne", "Ärmel")
	w.says(here("doctor"), "database")
	for _, pattern := range []string{"data/lotse.db.before-*", "data/backups/lotse.db/*.db", "data/evidence/lotse.db/*"} {
		if found, err := filepath.Glob(filepath.Join(w.folder, deep, pattern)); err != nil || len(found) == 0 {
			w.t.Errorf("%s: %q, %v", pattern, found, err)
		}
	}
}
