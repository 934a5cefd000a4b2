//go:build unix

package outside

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"lotse/flows/run"
	"lotse/ui/face"
)

// TestOnlyFilesAreKept gives what would never end, or is none.
func TestOnlyFilesAreKept(t *testing.T) {
	dir := t.TempDir()
	pipe := filepath.Join(dir, "pipe")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]string{pipe: "pipe", dir: "folder", "/dev/zero": "device", filepath.Join(dir, "none"): "no file"} {
		done := make(chan error, 1)
		go func() {
			_, err := KeepFile(t.Context(), noArchive{}, path, 10)
			done <- err
		}()
		select {
		case err := <-done:
			if !strings.Contains(face.Sentence("en", err), want) {
				t.Errorf("%s: %v", path, err)
			}
		case <-time.After(30 * time.Second):
			t.Fatalf("%s is waited for", path)
		}
	}
	text := filepath.Join(dir, "text")
	if err := os.WriteFile(text, []byte("x"), 0o600); err != nil {
		t.Fatal(err)
	}
	defer func() {
		if recover() == nil {
			t.Error("a file is not kept")
		}
	}()
	_, _ = KeepFile(t.Context(), noArchive{}, text, 10)
}

// noArchive panics where something is kept.
type noArchive struct{ run.Archive }
