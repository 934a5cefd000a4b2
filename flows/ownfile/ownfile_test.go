package ownfile

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestWhatIsMadeIsClosed: on every system, whatever the folder lets others do.
func TestWhatIsMadeIsClosed(t *testing.T) {
	dir := t.TempDir()
	at := func(name string) string { return filepath.Join(dir, name) }
	f, err := Create(at("made"))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := f.WriteString("kept"); err != nil || f.Close() != nil {
		t.Fatal(err)
	}
	if _, err := Create(at("made")); !errors.Is(err, fs.ErrExist) {
		t.Errorf("made twice: %v", err)
	}
	for _, name := range []string{"made", "opened"} {
		f, err := Open(at(name))
		if err != nil {
			t.Fatal(err)
		}
		if err := f.Close(); err != nil {
			t.Fatal(err)
		}
	}
	if text, err := os.ReadFile(at("made")); string(text) != "kept" {
		t.Errorf("opened, it has %q, %v", text, err)
	}
	if err := errors.Join(WriteFile(at("written"), []byte("x")), Mkdir(at("folder")), MkdirAll(at("a/b/c"))); err != nil {
		t.Fatal(err)
	}
	if err := Mkdir(at("folder")); !errors.Is(err, fs.ErrExist) {
		t.Errorf("a folder made twice: %v", err)
	}
	temp, err := CreateTemp(dir, ".lotse-*.tmp")
	if err != nil {
		t.Fatal(err)
	}
	if err := temp.Close(); err != nil {
		t.Fatal(err)
	}
	if name := filepath.Base(temp.Name()); !strings.HasPrefix(name, ".lotse-") || !strings.HasSuffix(name, ".tmp") {
		t.Errorf("named %s", name)
	}
	folder, err := MkdirTemp(dir, "lotse-")
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{at("made"), at("opened"), at("written"), at("folder"), at("a"), at("a/b"), at("a/b/c"), temp.Name(), folder} {
		if IsOpen(path) || Exposed(path) {
			t.Errorf("%s is open: %s", path, Access(path))
		}
	}
}

// TestAFolderInTheWay: MkdirAll leaves what is there, and says where it is no folder.
func TestAFolderInTheWay(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "file")
	if err := WriteFile(path, nil); err != nil {
		t.Fatal(err)
	}
	for _, in := range []string{path, filepath.Join(path, "below")} {
		if err := MkdirAll(in); err == nil {
			t.Errorf("%s was made", in)
		}
	}
	if err := MkdirAll(dir); err != nil {
		t.Error(err)
	}
}

// TestRenameOverAFile: what has the name is replaced.
func TestRenameOverAFile(t *testing.T) {
	dir := t.TempDir()
	old, name := filepath.Join(dir, "old"), filepath.Join(dir, "name")
	if err := errors.Join(WriteFile(old, []byte("new")), WriteFile(name, []byte("was"))); err != nil {
		t.Fatal(err)
	}
	if err := Rename(old, name); err != nil {
		t.Fatal(err)
	}
	if text, err := os.ReadFile(name); string(text) != "new" {
		t.Errorf("%q, %v", text, err)
	}
}

// TestRemoveAll: with all that is in it, and no link's target.
func TestRemoveAll(t *testing.T) {
	dir := t.TempDir()
	outside, folder := filepath.Join(dir, "outside"), filepath.Join(dir, "folder")
	if err := errors.Join(MkdirAll(filepath.Join(folder, "a", "b")), WriteFile(outside, nil), WriteFile(filepath.Join(folder, "a", "b", "c"), nil)); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(outside, filepath.Join(folder, "link")); err != nil && !errors.Is(err, errors.ErrUnsupported) {
		t.Log(err) // who may not make one has none to follow
	}
	for range 2 { // there is nothing the second time
		if err := RemoveAll(folder); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := os.Stat(folder); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("it is still there: %v", err)
	}
	if _, err := os.Stat(outside); err != nil {
		t.Error(err)
	}
}
