//go:build campaign

package sqlite_test

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/storage/sqlite"
)

// cutAt are the system calls before which the work is killed, each time that it
// comes to one; of those that are many, every so many.
var cutAt = map[string]int{
	"rename,renameat,renameat2": 1, "link,linkat": 1, "unlink,unlinkat": 1, "fsync,fdatasync": 1,
	"ftruncate": 1, "flock": 1, "mkdirat": 1, "pwrite64": 5, "openat": 9,
}

// TestCutAtEveryCall kills what writes beside a database before every system
// call that changes something, by strace. The next start has the state before or
// after, says so of a restore, and leaves nothing half made.
func TestCutAtEveryCall(t *testing.T) {
	if _, err := exec.LookPath("strace"); err != nil {
		t.Fatal("strace is needed: ", err)
	}
	for name, act := range map[string]struct {
		prepare func(t *testing.T, path string) (args []string)
		check   func(t *testing.T, path string)
	}{
		"first start":      {func(_ *testing.T, path string) []string { return []string{"create", path, "x"} }, opens},
		"backup":           {func(t *testing.T, path string) []string { prepared(t, path); return []string{"backup", path} }, opens},
		"restore":          {func(t *testing.T, path string) []string { return []string{"restore", path, prepared(t, path)} }, isOldOrNew},
		"restore, damaged": {damaged, isDamagedOrNew},
	} {
		t.Run(name, func(t *testing.T) {
			cuts := 0
			for calls, each := range cutAt {
				for n := 1; ; n += each {
					path := filepath.Join(t.TempDir(), "lotse.db")
					ended := cutBefore(t, calls, n, act.prepare(t, path))
					act.check(t, path)
					leftNothing(t, path)
					if t.Failed() {
						t.Fatalf("killed before %s number %d, in %s", calls, n, filepath.Dir(path))
					}
					if ended {
						break
					}
					cuts++
				}
			}
			t.Logf("%s: cut off %d times", name, cuts)
			if cuts < 20 {
				t.Error("it was hardly cut off at all")
			}
		})
	}
}

// cutBefore runs a child and kills it before its nth of some system calls; it
// reports whether the child came to its end.
func cutBefore(t *testing.T, calls string, n int, args []string) (ended bool) {
	t.Helper()
	c := child(args...)
	cmd := exec.Command("strace", append([]string{
		"-f", "-qq", "-o", os.DevNull, "-e", "trace=" + calls, "-e", fmt.Sprintf("inject=%s:signal=KILL:when=%d", calls, n), c.Path,
	}, args...)...)
	cmd.Env = c.Env
	out, err := cmd.CombinedOutput()
	var exit *exec.ExitError
	if err != nil && (!errors.As(err, &exit) || !strings.Contains(err.Error(), "killed")) {
		t.Fatalf("%v: %s", err, out)
	}
	return err == nil
}

func damaged(t *testing.T, path string) []string {
	backup := prepared(t, path)
	write(t, path, []byte(strings.Repeat("junk ", 2000)))
	write(t, path+"-wal", []byte("its log"))
	return []string{"restore", path, backup}
}

// opened opens the database, and gives what it told and the runs that it has.
func opened(t *testing.T, path string) (runs string, told []flows.Message) {
	t.Helper()
	db, err := sqlite.Open(ctx, path, sqlite.Options{Tell: func(m flows.Message) { told = append(told, m) }})
	if err != nil {
		t.Errorf("it does not open: %v", err)
		return "", nil
	}
	f, err := db.Examine(ctx)
	if err != nil || len(f.Problems) > 0 {
		t.Errorf("examined: %v, problems %v", err, f.Problems)
	}
	page, err := db.Headers(ctx, run.Query{})
	must(t, err)
	for _, h := range page.Runs {
		runs = h.ID + " " + runs
	}
	must(t, errors.Join(db.Tidy(ctx), db.Close()))
	return strings.TrimSpace(runs), told
}

func opens(t *testing.T, path string) {
	if _, told := opened(t, path); len(told) > 0 {
		t.Errorf("told %v", told)
	}
}

func isOldOrNew(t *testing.T, path string) {
	before, err := filepath.Glob(path + ".before-*")
	must(t, err)
	planned := exists(path + "-restore.plan")
	begun := planned || exists(path+"-restore.tmp")
	runs, told := opened(t, path)
	kept, err := filepath.Glob(path + ".before-*")
	must(t, err)
	switch {
	case runs == "aa11 bb22":
		if len(kept) > 0 || begun != (len(told) == 1) || begun && told[0].Code != "store.restore_undone" {
			t.Errorf("the old one, kept %q, told %v", kept, told)
		}
	case runs == "aa11":
		if len(kept) != 1 || planned != (len(told) == 1) || planned && told[0].Args["kept"] != kept[0] {
			t.Errorf("the new one, kept %q (%q), told %v", kept, before, told)
		} else if runs, _ := opened(t, kept[0]); runs != "aa11 bb22" {
			t.Errorf("kept are %q", runs)
		}
	default:
		t.Errorf("runs %q", runs)
	}
}

func isDamagedOrNew(t *testing.T, path string) {
	db, err := sqlite.Open(ctx, path, sqlite.Options{})
	kept, globErr := filepath.Glob(path + ".before-*")
	must(t, globErr)
	if err != nil {
		if !errors.Is(err, flows.ErrDamaged) || len(kept) > 0 || string(readFile(t, path+"-wal")) != "its log" {
			t.Errorf("error %v, kept %q", err, kept)
		}
		return
	}
	must(t, db.Close())
	if len(kept) != 2 || !strings.HasPrefix(string(readFile(t, kept[0])), "junk") || string(readFile(t, kept[1])) != "its log" {
		t.Errorf("kept %q", kept)
	}
	if runs, _ := opened(t, path); runs != "aa11" {
		t.Errorf("runs %q", runs)
	}
}

func exists(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}

func leftNothing(t *testing.T, path string) {
	t.Helper()
	must(t, filepath.WalkDir(filepath.Dir(path), func(name string, _ fs.DirEntry, err error) error {
		if strings.Contains(name, ".tmp") || strings.HasSuffix(name, ".plan") || strings.HasSuffix(name, "-journal") {
			t.Errorf("%s is left", name)
		}
		return err
	}))
}
