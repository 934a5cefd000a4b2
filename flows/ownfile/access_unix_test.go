//go:build unix

package ownfile

import (
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

func TestTightenClosesWhatIsOurs(t *testing.T) {
	dir := t.TempDir()
	file, folder, link := filepath.Join(dir, "file"), filepath.Join(dir, "folder"), filepath.Join(dir, "link")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(file, link); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		path       string
		mode, want fs.FileMode
		changed    bool
	}{
		{file, 0o600, 0o600, false},
		{file, 0o400, 0o400, false},
		{file, 0o644, 0o600, true},
		{file, 0o640, 0o600, true},
		{file, 0o666, 0o600, true},
		{file, 0o601, 0o600, true},
		{file, 0o444, 0o400, true},
		{folder, 0o700, 0o700, false},
		{folder, 0o755, 0o700, true},
		{folder, 0o777, 0o700, true},
	} {
		if err := os.Chmod(c.path, c.mode); err != nil {
			t.Fatal(err)
		}
		if open := IsOpen(c.path); open != c.changed {
			t.Errorf("%s %v: open is %t", c.path, c.mode, open)
		}
		changed, err := Tighten(c.path)
		at, statErr := os.Stat(c.path)
		if err != nil || statErr != nil || changed != c.changed || at.Mode().Perm() != c.want {
			t.Errorf("%s %v: %t, %v, has %v", c.path, c.mode, changed, err, at.Mode())
		}
	}
	if err := os.Chmod(file, 0o644); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{link, filepath.Join(dir, "none")} {
		if changed, err := Tighten(path); changed || err != nil {
			t.Errorf("%s: %t, %v", path, changed, err)
		}
	}
	if !IsOpen(file) {
		t.Error("a file was closed by a link to it")
	}
}

func TestExposedFolders(t *testing.T) {
	dir := t.TempDir()
	for mode, want := range map[fs.FileMode]bool{0o700: false, 0o755: false, 0o775: true, 0o777: true, 0o722: true, 0o777 | fs.ModeSticky: false} {
		if err := os.Chmod(dir, mode); err != nil {
			t.Fatal(err)
		}
		if got := Exposed(dir); got != want {
			t.Errorf("%v: %t, want %t", mode, got, want)
		}
	}
	if Exposed(filepath.Join(dir, "none")) {
		t.Error("a folder that is not there is exposed")
	}
}
