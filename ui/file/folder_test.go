package file

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"lotse/flows"
)

// TestAFolderWithMoreThanIsListed: none of it is listed, and what has a name is read.
func TestAFolderWithMoreThanIsListed(t *testing.T) {
	dir := t.TempDir()
	for i := range 4 {
		if err := os.WriteFile(filepath.Join(dir, strconv.Itoa(i)), nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if names, err := fs.ReadDir(folder{dir, 4}, "."); err != nil || len(names) != 4 || names[0].Name() != "0" {
		t.Errorf("%v, %v", names, err)
	}
	if names, err := fs.ReadDir(folder{dir, 3}, "."); !errors.Is(err, flows.ErrLimit) || names != nil {
		t.Errorf("%v, %v", names, err)
	}
	if _, err := fs.ReadFile(folder{dir, 3}, "3"); err != nil {
		t.Error(err)
	}
}

// TestWhatIsAPath: it begins as only a path can, or ends as a procedure's file does.
func TestWhatIsAPath(t *testing.T) {
	for s, want := range map[string]bool{
		"./x": true, "../x": true, "/x": true, "~/x": true, "x.yaml": true, "a/x.yaml": true, ".": true, "..": true, "file:///x": true,
		"x": false, "a/x": false, "teccom-import": false, "": false, "~": false, "~x": false, ".x": false, "x.yml": false, "x.yaml.txt": false, "a/../x": false,
	} {
		if IsPath(s) != want {
			t.Errorf("%q: %v", s, !want)
		}
	}
}
