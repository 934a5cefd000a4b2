package sqlite_test

import (
	"os"
	"runtime"
	"syscall"
	"testing"
)

const nobody = 65534

// asNobody takes the right to write away from files and folders, and from this
// test the power of root to write nevertheless.
func asNobody(t *testing.T, paths ...string) {
	t.Helper()
	for _, p := range paths {
		must(t, os.Chmod(p, 0o555)) //nolint:gosec // nobody has to find the way
	}
	t.Cleanup(func() {
		for _, p := range paths {
			must(t, os.Chmod(p, 0o700)) //nolint:gosec // so that it can be removed
		}
	})
	if os.Geteuid() != 0 {
		return
	}
	for p := paths[0]; p != "/tmp" && p != "/"; p = parent(p) {
		must(t, os.Chmod(p, 0o755)) //nolint:gosec // as above
	}
	must(t, os.Chmod(paths[0], 0o555)) //nolint:gosec // as above
	// Only this thread becomes somebody else; it is not given back to others.
	runtime.LockOSThread()
	setUser(nobody)
	t.Cleanup(func() {
		setUser(0)
		runtime.UnlockOSThread()
	})
}

func setUser(id uintptr) {
	_, _, _ = syscall.RawSyscall(syscall.SYS_SETFSUID, id, 0, 0) // tells the old id, and never fails for root
}

func parent(p string) string {
	for len(p) > 1 && p[len(p)-1] != '/' {
		p = p[:len(p)-1]
	}
	if len(p) > 1 {
		p = p[:len(p)-1]
	}
	return p
}
