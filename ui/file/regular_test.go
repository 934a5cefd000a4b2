//go:build unix

package file

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"lotse/flows"
)

func TestRegular(t *testing.T) {
	dir := t.TempDir()
	at := func(name string) string { return filepath.Join(dir, name) }
	for _, err := range []error{
		syscall.Mkfifo(at("pipe"), 0o600), os.Mkdir(at("folder"), 0o700), os.Symlink(at("pipe"), at("to the pipe")),
		os.WriteFile(at("file"), []byte("x"), 0o600), os.Symlink(at("file"), at("to the file")),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	for name, want := range map[string]error{
		"file": nil, "to the file": nil, "pipe": flows.ErrUnreadable, "to the pipe": flows.ErrUnreadable, "folder": flows.ErrUnreadable, "none": flows.ErrNotFound,
	} {
		f, err := Regular(at(name))
		if !errors.Is(err, want) || (f != nil) != (want == nil) {
			t.Errorf("%s: %v, want %v", name, err, want)
		}
		if f != nil {
			_ = f.Close()
		}
		if _, err := fs.ReadFile(Folder(dir), name); (err == nil) != (want == nil) {
			t.Errorf("%s in its folder: %v, want %v", name, err, want)
		}
	}
	if entries, err := fs.ReadDir(Folder(dir), "."); err != nil || len(entries) != 5 {
		t.Errorf("the folder has %v, %v", entries, err)
	}
}

func TestDescriptor(t *testing.T) {
	for path, want := range map[string]int{
		"/dev/stdin": 0, "/dev/fd/0": 0, "/dev/fd/63": 63, "/proc/self/fd/7": 7, "/dev/../dev/stdin": 0,
		"/dev/stdout": -1, "/dev/fd/x": -1, "/dev/fd/-1": -1, "/dev/zero": -1, "stdin": -1, "./dev/stdin": -1, "/tmp/dev/fd/1": -1, "-": -1, "": -1,
	} {
		fd, ok := Descriptor(path)
		if ok != (want >= 0) || ok && fd != want {
			t.Errorf("%q: %d, %v", path, fd, ok)
		}
	}
}
