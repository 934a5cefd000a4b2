//go:build unix

package sqlite

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"lotse/flows"
)

// What is the database's is closed to others when it is opened, and said.
func TestOpeningClosesToOthers(t *testing.T) {
	path := filepath.Join(t.TempDir(), "lotse.db")
	open := func() (told []string) {
		t.Helper()
		d, err := Open(t.Context(), path, Options{Tell: func(m flows.Message) {
			file, _ := m.Arg("file")
			told = append(told, m.Code+" "+file.(string))
		}})
		if err != nil {
			t.Fatal(err)
		}
		found, err := d.Examine(t.Context())
		if err != nil || len(found.Exposed) != 0 {
			t.Errorf("exposed: %v, %v", found.Exposed, err)
		}
		if _, err := d.Backup(t.Context()); err != nil {
			t.Fatal(err)
		}
		if err := d.Close(); err != nil {
			t.Fatal(err)
		}
		return told
	}
	if told := open(); len(told) != 0 {
		t.Errorf("a new one: told %q", told)
	}
	evidence := filepath.Join(filepath.Dir(path), "evidence")
	if err := os.MkdirAll(filepath.Join(evidence, "lotse.db"), 0o700); err != nil {
		t.Fatal(err)
	}
	opened := map[string]fs.FileMode{path: 0o644, path + "-lock": 0o666, backupFolder(path): 0o755, filepath.Dir(backupFolder(path)): 0o777, evidence: 0o750, filepath.Join(evidence, "lotse.db"): 0o701}
	for file, mode := range opened {
		if err := os.Chmod(file, mode); err != nil {
			t.Fatal(err)
		}
	}
	told := open()
	for file := range opened {
		if at, err := os.Stat(file); err != nil || at.Mode().Perm()&0o077 != 0 || !slices.Contains(told, "store.tightened "+file) {
			t.Errorf("%s has %v, told %q", file, at.Mode(), told)
		}
	}
	if told := open(); len(told) != 0 {
		t.Errorf("a second time: told %q", told)
	}
}

// A folder that others may write to is named, and stays as it is: it need not be
// ours.
func TestAnExposedFolderIsNamed(t *testing.T) {
	dir := t.TempDir()
	d, err := Open(t.Context(), filepath.Join(dir, "lotse.db"), Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer d.Close() //nolint:errcheck // nothing is written
	for want, mode := range []fs.FileMode{1: 0o777, 0: 0o755} {
		if err := os.Chmod(dir, mode); err != nil {
			t.Fatal(err)
		}
		found, err := d.Examine(t.Context())
		if err != nil || len(found.Exposed) != want || want == 1 && found.Exposed[0].Code != "store.exposed" {
			t.Errorf("%v: %v, %v", mode, found.Exposed, err)
		}
	}
	if err := os.Chmod(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(d.path, 0o644); err != nil { // since it was opened
		t.Fatal(err)
	}
	if found, err := d.Examine(t.Context()); err != nil || len(found.Exposed) != 1 || found.Exposed[0].Code != "store.open" {
		t.Errorf("%v, %v", found.Exposed, err)
	}
}
