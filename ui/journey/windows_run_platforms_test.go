//go:build platforms && linux

package journey

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
)

// TestWindowsRun walks a run by commands: answers, a list whose lines end as Windows
// ends them, a check that asks the simulated portals, its log, its report.
func TestWindowsRun(t *testing.T) {
	w := newWine(t)
	run := w.start("--mode", "rehearsal")
	w.run("set", run, "name=Äänekoski", "contact=info@example.org")
	w.write("people.csv", "\ufeffWho;Town\r\nÄrmel;Köln\r\nÖberg;\"Turku\r\n(Åbo)\"\r\n")
	w.says(w.run("set", run, "--rows", `people=.\people.csv`), "rows: 2")
	w.says(w.run("check", run), "domain")
	show := w.run("show", run)
	w.says(show, "Äänekoski", "Müller & Söhne", "Ärmel", "Öberg")
	w.says(w.run("log", run, "--json"), "checked", "rows_replaced")
	w.says(w.run("verify", run), "Unchanged")
	w.run("report", run, "-o", `sub report.html`)
	w.says(w.file("sub report.html"), "Äänekoski", "Müller &amp; Söhne")
	w.says(w.run("verify", "sub report.html"), "Signed by this installation")
	w.says(w.ends(2, "", "report", run, "-o", "sub report.html"), "sub report.html")
}

// TestWindowsNames: devices, streams and what Windows cuts off are refused before
// anything is written; a share is no place for a database.
func TestWindowsNames(t *testing.T) {
	w := newWine(t)
	run := w.start()
	for _, name := range []string{"NUL.html", "con.html", `.\Aux.pdf`, "COM1.md", "a.html:b.html", "lpt¹.csv"} {
		w.says(w.ends(2, "", "report", run, "-o", name), "Choose another name")
	}
	for _, share := range []string{`\\nowhere\share\`, `\\?\UNC\nowhere\share\`} {
		if out := call(t, w.lotse("list", "--db", share+"lotse.db"), ""); out.code == 0 {
			t.Errorf("a database on a share: %s", out.stdout)
		}
		w.says(w.ends(1, "", "report", run, "-o", share+"report.html"), "does not exist")
	}
}

// TestWindowsAccess: what is made has a list that lets only its owner in, which wine
// writes as a mode; what was open is closed, and said; doctor shows no mode.
func TestWindowsAccess(t *testing.T) {
	w := newWine(t)
	run := w.start()
	w.write("paper.txt", "attached")
	w.run("attach", run, "ship", "paper.txt")
	w.run("backup")
	w.run("report", run, "-o", "report.html")
	w.ends(0, "a lighthouse far away\r\n", "secret", "init", "--file", "--passphrase-fd", "0")
	closed := func(path string) {
		if at, err := os.Stat(path); err != nil || at.Mode().Perm()&0o007 != 0 {
			t.Errorf("%s is open: %v, %v", path, at.Mode(), err)
		}
	}
	closed(filepath.Join(w.folder, "report.html"))
	data := filepath.Join(w.folder, "data")
	seen := 0
	err := filepath.WalkDir(data, func(path string, d fs.DirEntry, err error) error {
		if seen++; err == nil && !strings.HasSuffix(path, "-wal") && !strings.HasSuffix(path, "-shm") {
			closed(path)
		}
		return err
	})
	if err != nil || seen < 8 {
		t.Errorf("%d files and folders, %v", seen, err)
	}
	for _, name := range []string{"lotse.db", "identity.age", "backups"} {
		path := filepath.Join(data, name)
		if err := os.Chmod(path, 0o777); err != nil {
			t.Fatal(err)
		}
		w.says(w.run("list"), name, "now only you can use it")
		closed(path)
	}
	doctor := w.run("doctor", "-v")
	w.says(doctor, "identity.age", "clipboard: Windows")
	if strings.Contains(doctor, "rw-") || strings.Contains(doctor, "chmod") {
		t.Errorf("doctor shows modes:\n%s", doctor)
	}
}

// TestWindowsVault seals by the Credential Manager, and another process opens: it
// gives the secret to a pipe and to the clipboard, which it clears again. The recovery
// key makes the key anew. The secret is on no other output.
func TestWindowsVault(t *testing.T) {
	w := newWine(t)
	run := w.start()
	w.says(w.run("secret", "init", "--keychain", "--recovery-out", "recovery.txt"), "keychain", "recovery.txt")
	w.ends(0, "CANARY-w1\r\n", "set", run, "--secret-stdin", "key")
	w.says(w.run("secret", "check"), "opens")
	w.says(w.run("secret", "reveal", run, "key"), "CANARY-w1")
	w.says(w.ends(0, w.file("recovery.txt"), "secret", "recover", "--keychain", "--recovery-fd", "0"), "made anew")
	w.says(w.run("secret", "reveal", run, "key"), "CANARY-w1")
	copied := w.run("secret", "copy", run, "key")
	w.says(copied, "goes to Windows", "The clipboard is cleared")

	for _, out := range []string{w.run("show", run, "--json"), w.run("log", run, "--json"), w.run("secret", "list"), copied} {
		if strings.Contains(out, "CANARY") {
			t.Errorf("a secret is shown:\n%s", out)
		}
	}
}

// TestWindowsKilled kills the program while it waits for the next answer, and goes
// on: what was said to be saved is there.
func TestWindowsKilled(t *testing.T) {
	w := newWine(t)
	for i := range 2 {
		run := w.start()
		cmd := w.lotse("--plain", "resume", run)
		in, err := cmd.StdinPipe()
		if err != nil {
			t.Fatal(err)
		}
		out := &lockedBuffer{}
		t.Cleanup(func() {
			if t.Failed() {
				t.Logf("it said:\n%s", out)
			}
		})
		cmd.Stdout, cmd.Stderr = out, out
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		name := fmt.Sprintf("Säiliö %d", i)
		fmt.Fprintf(in, "%s\r\n", name)
		waitFor(t, "the answer is saved", func() bool {
			return strings.Contains(w.run("show", run), name)
		})
		if err := w.call("wine", "taskkill", "/F", "/IM", "lotse.exe").Run(); err != nil {
			t.Logf("taskkill: %v", err)
		}
		_ = cmd.Process.Kill() // wine leaves a thread that reads
		_ = in.Close()
		_ = cmd.Wait()
		w.says(w.run("show", run), name)
		w.says(w.run("verify", run), "Unchanged")
	}
}

// lockedBuffer is a buffer that two may use.
type lockedBuffer struct {
	mu   sync.Mutex
	text strings.Builder
}

func (b *lockedBuffer) Write(p []byte) (int, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.text.Write(p)
}

func (b *lockedBuffer) String() string {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.text.String()
}

func waitFor(t *testing.T, what string, is func() bool) {
	t.Helper()
	for end := time.Now().Add(patience); !is(); {
		if time.Now().After(end) {
			t.Fatalf("it never came to this: %s", what)
		}
	}
}

// TestWindowsWriters has two and three programs write to one database at a time: all
// that each was told to be saved is there, in one chain.
func TestWindowsWriters(t *testing.T) {
	for _, n := range []int{2, 3} {
		w := newWine(t)
		run := w.start()
		var all sync.WaitGroup
		for i := range n {
			all.Go(func() {
				for j := range 3 {
					if r := call(t, w.lotse("note", run, "ship", fmt.Sprintf("writer %d, note %d", i, j)), ""); r.code != 0 {
						t.Errorf("exit %d: %s", r.code, r.err)
					}
				}
			})
		}
		all.Wait()
		log := w.run("log", run, "--json")
		for i := range n {
			for j := range 3 {
				w.says(log, fmt.Sprintf("writer %d, note %d", i, j))
			}
		}
		w.says(w.run("verify", run), "Unchanged")
	}
}

// TestWindowsRestore goes back to a backup, and keeps what was there.
func TestWindowsRestore(t *testing.T) {
	w := newWine(t)
	run := w.start()
	w.run("set", run, "name=before")
	backup, _, _ := strings.Cut(w.run("backup"), "  ")
	w.run("set", run, "name=after", "--yes")
	w.run("restore", strings.TrimSpace(backup), "--yes")
	w.says(w.run("show", run), "before")
	w.says(w.run("verify", run), "Unchanged")
	kept, err := filepath.Glob(filepath.Join(w.folder, "data", "lotse.db.before-*"))
	if err != nil || len(kept) != 1 {
		t.Errorf("kept %q, %v", kept, err)
	}
}

// TestWindowsDemo makes a demo, reads it in lines, asks its portals, and makes it
// afresh; the folder of one that failed goes with the next.
func TestWindowsDemo(t *testing.T) {
	w := newWine(t)
	data := filepath.Join(w.prefix, "drive_c/users", os.Getenv("USER"), "AppData/Local/lotse")
	for range 2 {
		w.says(w.ends(0, "quit\r\n", "demo", "--plain", "--reset", "--yes"), "DEMO, Muster GmbH", "Werkstatt West GmbH")
	}
	found, err := filepath.Glob(filepath.Join(w.prefix, "drive_c/users/*/AppData/Local/lotse/demo*"))
	if err != nil || len(found) != 1 {
		t.Errorf("%s has %q, %v", data, found, err)
	}
}

// TestWindowsTools runs the tests of what only Windows does: of the clipboard, of what
// opens, of the names of files.
func TestWindowsTools(t *testing.T) {
	for pkg, names := range map[string][]string{
		"lotse/ui/tool":       {"TestTheWindowsClipboard", "TestTheWindowsShell", "TestAnAddressNeedsNoQuotes"},
		"lotse/flows/ownfile": {"TestExtended"},
	} {
		w := newWine(t)
		build := exec.Command("go", "test", "-c", "-o", filepath.Join(w.folder, "test.exe"), pkg)
		build.Env = append(os.Environ(), "GOOS=windows", "GOARCH=amd64", "CGO_ENABLED=0")
		if out, err := build.CombinedOutput(); err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
		w.tests(names)
	}
}

// tests runs tests of test.exe, and fails where one did not pass.
func (w *wine) tests(names []string) {
	w.t.Helper()
	out, err := os.Create(filepath.Join(w.folder, "out.txt")) // a pipe would stay open: what opens starts wine's desktop
	if err != nil {
		w.t.Fatal(err)
	}
	defer out.Close()
	ctx, cancel := context.WithTimeout(w.t.Context(), patience)
	defer cancel()
	cmd := onWine(ctx, w.prefix, w.folder, "wine", "test.exe", "-test.v", "-test.run", "^("+strings.Join(names, "|")+")$")
	cmd.Stdout, cmd.Stderr = out, out
	if err := cmd.Run(); err != nil {
		w.t.Errorf("%v:\n%s", err, w.file("out.txt"))
	}
	for _, name := range names {
		w.says(w.file("out.txt"), "PASS: "+name)
	}
}
