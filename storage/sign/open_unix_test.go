//go:build unix

package sign

import (
	"os"
	"syscall"
	"testing"
)

func TestOpenToOthers(t *testing.T) {
	k, file := written(t)
	for _, mode := range []os.FileMode{0o644, 0o640, 0o604, 0o622} {
		ok(t, os.Chmod(k.Path(), mode))
		if _, err := k.Sign(t.Context(), statement); codeOf(err) != "signing.open" {
			t.Errorf("%v: %v", mode, err)
		}
	}
	ok(t, os.Chmod(k.Path(), 0o400))
	if _, err := k.Sign(t.Context(), statement); err != nil {
		t.Error(err)
	}
	if left, err := os.ReadFile(k.Path()); err != nil || string(left) != string(file) {
		t.Errorf("it is another now: %v", err)
	}
}

func TestAPipe(t *testing.T) {
	k := New(t.TempDir(), &memory{}, nil)
	ok(t, syscall.Mkfifo(k.Path(), 0o600))
	if _, err := k.Sign(t.Context(), statement); codeOf(err) != "signing.damaged" {
		t.Errorf("%v", err)
	}
}
