//go:build campaign && linux

package sqlite_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestFoldersAreSynced watches what a program asks of the system: after a file
// is made or put in its place, the folder that has its name is synced.
func TestFoldersAreSynced(t *testing.T) {
	strace, err := exec.LookPath("strace")
	if err != nil {
		t.Fatal("strace is missing: install it")
	}
	dir, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	path, trace := filepath.Join(dir, "lotse.db"), filepath.Join(t.TempDir(), "trace")
	for _, tc := range []struct{ role, folder, after string }{
		{"create", dir, `openat\(.*"[^"]*/lotse\.db", [^)]*O_CREAT`},
		{"keep", filepath.Join(dir, "backups", "lotse.db"), `(rename|link)[a-z0-9]*\(.*\.tmp"`},
	} {
		as := child(tc.role, path, "GmbH")
		cmd := exec.Command(strace, append([]string{"-f", "-y", "-qq", "-o", trace, "-e", "trace=openat,fsync,rename,renameat,renameat2,link,linkat"}, as.Args...)...)
		cmd.Env = as.Env
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("%s: %v\n%s", tc.role, err, out)
		}
		calls, err := os.ReadFile(trace)
		if err != nil {
			t.Fatal(err)
		}
		made := regexp.MustCompile(tc.after).FindIndex(calls)
		if made == nil {
			t.Fatalf("%s: no file is made:\n%s", tc.role, calls)
		}
		if !strings.Contains(string(calls[made[1]:]), "<"+tc.folder+">)") {
			t.Errorf("%s: %s is not synced after it:\n%s", tc.role, tc.folder, calls)
		}
	}
}
