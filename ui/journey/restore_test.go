//go:build unix

package journey

import (
	"errors"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"
)

// TestLaptopDiesInARestore is the story of a person who puts a backup in the
// place of their data, and the machine dies meanwhile. The next start says what
// happened in a sentence, has all of the old data or all of the backup, and goes
// on; the one after that says nothing any more.
func TestLaptopDiesInARestore(t *testing.T) {
	t.Parallel()
	h := newHouse(t)
	random := rand.New(rand.NewPCG(*killSeed, 2))
	h.run("start", "teccom-import", "--customer", "Muster GmbH")
	early := h.backup()
	h.run("start", "teccom-import", "--customer", "Beispiel Oy")
	late := h.backup()
	begun := time.Now()
	h.run("restore", late, "--yes")
	whole := time.Since(begun)
	undone, finished := 0, 0
	for round := 0; round < 8 || undone == 0 && round < 80; round++ {
		cmd := h.lotse("restore", early, "--yes")
		if round%2 == 0 {
			killWhenSeen(t, cmd, h.db+"-restore.tmp")
		} else {
			killAfter(t, cmd, time.Duration(random.Int64N(int64(whole))))
		}
		planned, prepared := exists(h.db+"-restore.plan"), exists(h.db+"-restore.tmp")
		r := h.run("list")
		isOld := strings.Contains(r.stdout, "Beispiel Oy")
		switch {
		case !strings.Contains(r.stdout, "Muster GmbH"):
			t.Fatalf("neither the old data nor the backup:\n%s%s", r.stdout, r.err)
		case planned:
			finished++
			if isOld || !strings.Contains(r.err, "It is finished now") || !exists(kept(r.err)) {
				t.Errorf("it is not finished, or not said:\n%s%s", r.stdout, r.err)
			}
		case prepared:
			undone++
			if !isOld || !strings.Contains(r.err, `A restore was cut off before it was done: "`+h.db+`" is as it was before.`) {
				t.Errorf("it is not taken back, or not said:\n%s%s", r.stdout, r.err)
			}
		}
		if again := h.run("list"); again.stdout != r.stdout || again.err != "" {
			t.Errorf("the next start is another one:\n%s%s", again.stdout, again.err)
		}
		h.run("restore", late, "--yes")
	}
	t.Logf("%d taken back, %d finished, -kill.seed=%d", undone, finished, *killSeed)
	if undone == 0 {
		t.Error("the kills came all too early or all too late to prove anything")
	}
}

// TestTheScreenSaysThatARestoreWasCutOff shows the sentence on the full screen,
// and leaves it in the scrollback.
func TestTheScreenSaysThatARestoreWasCutOff(t *testing.T) {
	t.Parallel()
	h := newHouse(t)
	h.run("start", "teccom-import", "--customer", "Muster GmbH")
	half, err := os.ReadFile(h.backup())
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(h.db+"-restore.tmp", half[:len(half)/2], 0o600); err != nil {
		t.Fatal(err)
	}
	w := h.open(80, 24, atOnce)
	w.Wait("Muster GmbH", "A restore was cut off")
	w.Key("ctrl+c")
	w.Exit()
	if s := w.Screen(); !s.has("A restore was cut off") {
		t.Errorf("the last words are:\n%s", s)
	}
}

// killWhenSeen runs a command and kills it as soon as a file is seen.
func killWhenSeen(t *testing.T, cmd *exec.Cmd, file string) {
	t.Helper()
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	ended := make(chan error, 1)
	go func() { ended <- cmd.Wait() }()
	for {
		select {
		case err := <-ended:
			if cmd.ProcessState.Exited() && err != nil {
				t.Fatalf("lotse restore: %v", err)
			}
			return
		default:
		}
		if exists(file) {
			_ = cmd.Process.Kill() // it may be gone by itself, which Wait tells
		}
		time.Sleep(100 * time.Microsecond)
	}
}

// backup makes a backup and gives its path.
func (h *house) backup() string {
	h.t.Helper()
	var made struct {
		Backups []struct{ Path string }
	}
	h.read(&made, "backup")
	return made.Backups[0].Path
}

// kept is the file that a sentence says is kept.
func kept(said string) string {
	_, name, _ := strings.Cut(said, `is kept as "`)
	name, _, _ = strings.Cut(name, `"`)
	return name
}

func exists(path string) bool {
	_, err := os.Lstat(path)
	return !errors.Is(err, fs.ErrNotExist)
}
