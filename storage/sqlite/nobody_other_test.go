//go:build !linux

package sqlite_test

import (
	"os"
	"testing"
)

// asNobody takes the right to write away from files and folders. It needs a
// user who is not root.
func asNobody(t *testing.T, paths ...string) {
	t.Helper()
	if os.Geteuid() == 0 {
		t.Fatal("run the tests as a user who is not root")
	}
	for _, p := range paths {
		must(t, os.Chmod(p, 0o555))
	}
	t.Cleanup(func() {
		for _, p := range paths {
			must(t, os.Chmod(p, 0o700))
		}
	})
}
