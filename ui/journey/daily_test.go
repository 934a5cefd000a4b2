//go:build unix

package journey

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// TestTheFacesMakeTheBackupOfTheDay holds that a command makes none that nobody
// asked for, and that each face makes one while it is up, without a word.
func TestTheFacesMakeTheBackupOfTheDay(t *testing.T) {
	t.Parallel()
	for name, args := range map[string][]string{"full screen": nil, "line mode": {"--plain"}} {
		t.Run(name, func(t *testing.T) {
			h := newHouse(t)
			h.start()
			h.run("list")
			if all := h.backupFiles(); len(all) > 0 {
				t.Fatalf("a command made %q", all)
			}
			w := h.open(80, 24, atOnce, args...)
			w.Wait("Muster GmbH")
			for begun := time.Now(); len(h.backupFiles()) == 0 || strings.Contains(strings.Join(h.backupFiles(), " "), ".tmp"); time.Sleep(10 * time.Millisecond) {
				if time.Since(begun) > patience {
					t.Fatalf("no backup was made: %q", h.backupFiles())
				}
			}
			if s := w.Screen(); s.has("backup") {
				t.Errorf("it is spoken of:\n%s", s)
			}
			w.Key("ctrl+c")
			w.Exit()
			if all := h.backupFiles(); len(all) != 1 {
				t.Errorf("backups %q", all)
			}
		})
	}
}

// TestLeavingEarlyLeavesNoHalfBackup leaves each time a little later.
func TestLeavingEarlyLeavesNoHalfBackup(t *testing.T) {
	t.Parallel()
	h := newHouse(t)
	h.start()
	for after := 400 * time.Millisecond; after < 700*time.Millisecond; after += 30 * time.Millisecond {
		if err := os.RemoveAll(filepath.Join(h.dir, "backups")); err != nil {
			t.Fatal(err)
		}
		w := h.open(80, 24, atOnce)
		w.Wait("Muster GmbH")
		time.Sleep(after)
		w.Key("ctrl+c")
		w.Exit()
		for _, file := range h.backupFiles() {
			if !strings.HasSuffix(file, "Z.db") {
				t.Fatalf("after %v: %s is left", after, file)
			}
		}
	}
}

// backupFiles are the files of the backups, half ones too.
func (h *house) backupFiles() []string {
	h.t.Helper()
	all, err := filepath.Glob(filepath.Join(h.dir, "backups", "lotse.db", "*.db*"))
	if err != nil {
		h.t.Fatal(err)
	}
	return all
}
