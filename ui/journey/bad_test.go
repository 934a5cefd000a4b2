//go:build unix

package journey

import (
	"bufio"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
)

// The exit codes of the design.
const (
	exitFailed      = 1
	exitUsage       = 2
	exitConflict    = 4
	exitInterrupted = 130
)

// refuses holds that a call is refused with an exit code and a sentence that
// names each of some words, without a trace of a panic.
func refuses(t *testing.T, cmd *exec.Cmd, code int, words ...string) {
	t.Helper()
	r := call(t, cmd, "")
	if r.code != code {
		t.Errorf("%s: exit %d, it should be %d", cmd, r.code, code)
	}
	for _, word := range words {
		if !strings.Contains(r.err, word) {
			t.Errorf("%s does not say %q:\n%s", cmd, word, r.err)
		}
	}
	if strings.Contains(r.err, "goroutine ") || len(r.err) > 1000 || r.stdout != "" {
		t.Errorf("%s says too much:\n%s%s", cmd, r.stdout, r.err)
	}
}

// copied is a copy of a house's database under another name, after the house
// was left.
func (h *house) copied(name string, change func(b []byte) []byte) (path string) {
	h.t.Helper()
	b, err := os.ReadFile(h.db)
	if err != nil {
		h.t.Fatal(err)
	}
	path = filepath.Join(h.dir, name)
	if err := os.WriteFile(path, change(b), 0o600); err != nil {
		h.t.Fatal(err)
	}
	return path
}

func TestNoTerminal(t *testing.T) {
	t.Parallel()
	refuses(t, newHouse(t).lotse(), exitUsage, "terminal", "lotse list")
}

// TestDumbTerminal gets plain lines where a screen cannot be drawn, or is not
// wanted. One that could be set to draw one is told of.
func TestDumbTerminal(t *testing.T) {
	t.Parallel()
	for _, env := range []string{"TERM=dumb", "TERM=", "TERM=conhost-legacy", "ACCESSIBLE=1"} {
		h := newHouse(t)
		h.env = append(h.env, env)
		p := h.open(80, 24, never)
		p.Wait("Lotse, in plain lines.", "Type new, help or quit >")
		p.Send("quit\r")
		if code := p.Exit(); code != 0 {
			t.Errorf("%s: exit %d", env, code)
		}
		if strings.Contains(p.Raw(), "\x1b") {
			t.Errorf("%s: the terminal got %q", env, p.Raw())
		}
		if told := strings.Contains(p.Raw(), "Windows Terminal can"); told != (env == "TERM=conhost-legacy") {
			t.Errorf("%s: the console is told of: %t\n%s", env, told, p.Raw())
		}
	}
}

func TestDamagedDatabase(t *testing.T) {
	t.Parallel()
	h := newHouse(t)
	run := h.start()
	damages := map[string]func([]byte) []byte{
		"other.db": func([]byte) []byte { return []byte(strings.Repeat("no database at all. ", 1000)) },
		"short.db": func(b []byte) []byte { return b[:8<<10] },
		"pages.db": func(b []byte) []byte {
			for i := 8 << 10; i < len(b); i++ {
				b[i] = 'Z'
			}
			return b
		},
	}
	for name, damage := range damages {
		path := h.copied(name, damage)
		before, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for _, args := range [][]string{{"list"}, {"show", run}, {"set", run, "uses_connect5=no"}} {
			refuses(t, h.lotse(append(args, "--db", path)...), exitFailed, path, "damaged", "lotse restore")
		}
		p := h.open(80, 24, never, "--db", path)
		if code := p.Exit(); code != exitFailed || !strings.Contains(strings.Join(p.Screen(), ""), "damaged") {
			t.Errorf("on a terminal: exit %d\n%s", code, p.Screen())
		}
		if after, err := os.ReadFile(path); err != nil || string(after) != string(before) {
			t.Errorf("%s was changed: %v", name, err)
		}
	}
}

// TestOneChangedByte changes one letter of an answer in the file: the database
// is whole, the chain is not.
func TestOneChangedByte(t *testing.T) {
	t.Parallel()
	h := newHouse(t)
	run := h.start()
	h.run("set", run, "sign-in.organisation=Musterfirma")
	path := h.copied("forged.db", func(b []byte) []byte {
		return []byte(strings.ReplaceAll(string(b), `"Musterfirma"`, `"Gusterfirma"`))
	})
	r := call(t, h.lotse("verify", run, "--json", "--db", path), "")
	if r.code != exitFailed || !strings.Contains(r.stdout, `"intact":false`) && !strings.Contains(r.stdout, `"intact": false`) {
		t.Errorf("exit %d\n%s%s", r.code, r.stdout, r.err)
	}
}

func TestNewerDatabase(t *testing.T) {
	t.Parallel()
	h := newHouse(t)
	h.start()
	const userVersion = 60 // where a database file has it, big-endian
	path := h.copied("newer.db", func(b []byte) []byte {
		copy(b[userVersion:], "\x00\x00\x00\x63")
		return b
	})
	refuses(t, h.lotse("list", "--db", path), exitFailed, path, "99", "newer", "up to")
}

// TestReadOnlyFolder takes away the right to write. Root has that right
// everywhere, so where the test is root the program is nobody.
func TestReadOnlyFolder(t *testing.T) {
	t.Parallel()
	h := newHouse(t)
	run := h.start()
	reachable(t, h.dir)
	path := filepath.Join(h.dir, "sub", "lotse.db")
	if err := os.Mkdir(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(filepath.Dir(path), 0o555); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.Chmod(filepath.Dir(path), 0o755) })
	refuses(t, asNobody(h.lotse("list", "--db", path)), exitFailed, path, "cannot be written", "--db")
	refuses(t, asNobody(h.lotse("start", "teccom-import", "--customer", "Muster GmbH", "--db", path)), exitFailed, path, "--db")

	for _, name := range []string{h.db, h.dir} {
		if err := os.Chmod(name, 0o555); err != nil {
			t.Fatal(err)
		}
	}
	t.Cleanup(func() { _ = os.Chmod(h.dir, 0o755) })
	refuses(t, asNobody(h.lotse("set", run, "uses_connect5=no")), exitFailed, h.db, "cannot be written", "--db")
}

// reachable lets others look into a folder of the test and those above it.
func reachable(t *testing.T, dir string) {
	t.Helper()
	for d := dir; d != filepath.Clean(os.TempDir()) && d != filepath.Dir(d); d = filepath.Dir(d) {
		if err := os.Chmod(d, 0o755); err != nil {
			t.Fatal(err)
		}
	}
}

// asNobody takes root's rights from a call.
func asNobody(cmd *exec.Cmd) *exec.Cmd {
	if os.Geteuid() == 0 {
		cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: 65534, Gid: 65534, NoSetGroups: true}}
	}
	return cmd
}

// TestFullDisk lets files grow to a limit only, which is what a full disk is to
// a program, and lets the limit rise: whatever was acknowledged before is there,
// each refusal says what to do, and the run goes on afterwards.
func TestFullDisk(t *testing.T) {
	t.Parallel()
	h := newHouse(t)
	run := h.start()
	var all []acknowledged
	refused := 0
	for kib := 0; kib <= 512; kib += 32 {
		set := h.lotse("set", run, "sign-in.organisation="+strings.Repeat("Muster ", 8000+kib), "--json")
		limited := exec.Command("sh", append([]string{"-c", `ulimit -f "$1"; shift; exec "$@"`, "sh", strconv.Itoa(kib << 10 / 512)}, set.Args...)...)
		limited.Env, limited.Dir = set.Env, set.Dir
		r := call(t, limited, "")
		if a, ok := acknowledgement([]byte(r.stdout)); ok && r.code == 0 {
			all = append(all, a)
		} else {
			refused++
			if r.code != exitFailed || !strings.Contains(r.stdout, h.db) || !strings.Contains(r.stdout, "space") {
				t.Errorf("exit %d\n%s%s", r.code, r.stdout, r.err)
			}
		}
		h.compare(run, all)
	}
	h.run("set", run, "sign-in.organisation=Muster GmbH")
	t.Logf("%d refused, %d acknowledged", refused, len(all))
	if refused == 0 || len(all) == 0 {
		t.Error("the limits were all too low or all too high to prove anything")
	}
}

// hold has another program in the middle of a write, until it is released.
func (h *house) hold() (release func()) {
	h.t.Helper()
	cmd := exec.Command(program(h.t, "writer"), "hold", h.db)
	in, err := cmd.StdinPipe()
	if err != nil {
		h.t.Fatal(err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		h.t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		h.t.Fatal(err)
	}
	if line, err := bufio.NewReader(out).ReadString('\n'); err != nil {
		h.t.Fatalf("the holder said %q: %v", line, err)
	}
	return func() {
		h.t.Helper()
		if err := errors.Join(in.Close(), cmd.Wait()); err != nil {
			h.t.Fatal(err)
		}
	}
}

// TestLockedDatabase has another program in the middle of a write that does not
// end.
func TestLockedDatabase(t *testing.T) {
	t.Parallel()
	h := newHouse(t)
	run := h.start()
	release := h.hold()
	h.run("show", run)
	refuses(t, h.lotse("set", run, "uses_connect5=no"), exitConflict, h.db, "Another program", "Close it")
	release()
	h.run("set", run, "uses_connect5=no")
}
