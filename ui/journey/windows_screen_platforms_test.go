//go:build platforms && linux

package journey

import (
	"bytes"
	"encoding/json"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"golang.org/x/sys/unix"
)

// onConsole is a program on a console of Windows, drawn here by a terminal; see
// testdata/console.
type onConsole struct {
	*terminal
	talk bytes.Buffer
}

// left is how the program ended, and the modes of its console before and after.
type left struct {
	Code          int
	Before, After struct{ In, Out uint32 }
}

// built builds programs for Windows once, by the name of their folder in testdata.
var built = map[string]func() error{
	"console": sync.OnceValue(func() error { return buildFor("console", "CGO_ENABLED=0") }),
	"faulty":  sync.OnceValue(func() error { return buildFor("faulty", "CGO_ENABLED=1", "CC="+mingw) }),
	"keys":    sync.OnceValue(func() error { return buildFor("keys", "CGO_ENABLED=0") }),
}

func buildFor(name string, env ...string) error {
	prefix, err := windows()
	if err != nil {
		return err
	}
	cmd := exec.Command("go", "build", "-trimpath", "-o", filepath.Join(prefix, "drive_c", name+".exe"), "lotse/ui/journey/testdata/"+name)
	cmd.Env = append(append(os.Environ(), "GOOS=windows", "GOARCH=amd64"), env...)
	if out, err := cmd.CombinedOutput(); err != nil {
		return errors.Join(err, errors.New(string(out)))
	}
	return nil
}

// on starts a program of drive C: on a console of 100x30, as Windows Terminal would:
// no variable names a terminal, and one its window.
func (w *wine) on(program string, env []string, args ...string) *onConsole {
	w.t.Helper()
	if err := built["console"](); err != nil {
		w.t.Fatal(err)
	}
	ends, err := unix.Socketpair(unix.AF_UNIX, unix.SOCK_STREAM|unix.SOCK_CLOEXEC, 0)
	if err != nil {
		w.t.Fatal(err)
	}
	if err := unix.SetNonblock(ends[0], true); err != nil { // so that it can be closed while it is read
		w.t.Fatal(err)
	}
	ours, theirs := os.NewFile(uintptr(ends[0]), "console"), os.NewFile(uintptr(ends[1]), "program")
	defer theirs.Close()
	cmd := w.call("wine", append([]string{`C:\console.exe`, "100", "30", `C:\` + program}, args...)...)
	cmd.Env = append(append(cmd.Env, "LOTSE_DB="+w.path("data/lotse.db"), "WT_SESSION=1"), env...)
	c := &onConsole{}
	cmd.Stdin, cmd.Stdout, cmd.Stderr = theirs, theirs, &c.talk
	if err := cmd.Start(); err != nil {
		w.t.Fatal(err)
	}
	c.terminal = drawn(w.t, 100, 30, atOnce, cmd, ours)
	return c
}

// Kill ends the program, and leaves its console.
func (c *onConsole) Kill() left {
	c.t.Helper()
	c.Send("\xff")
	return c.end()
}

// end waits until the program has ended, and gives what it left.
func (c *onConsole) end() (l left) {
	c.t.Helper()
	c.Exit()
	lines := strings.Split(strings.TrimSpace(c.talk.String()), "\n")
	if err := json.Unmarshal([]byte(lines[len(lines)-1]), &l); err != nil {
		c.t.Fatalf("%v\n%s\n%s", err, c.talk.String(), c.Screen())
	}
	return l
}

// TestWindowsScreen walks the full screen by keys: a run is begun, answered, the
// program killed, the run taken up again where it was, and left.
func TestWindowsScreen(t *testing.T) {
	w := newWine(t)
	p := w.on("lotse.exe", nil)
	p.Wait("0 runs", "ctrl+c quit")
	p.Send("n")
	p.Wait("› 1 ○ Netvisor / Rackbeat", "ctrl+c quit")
	p.Key("enter")
	p.Wait("│ │ Customer")
	p.Send("Müller & Söhne")
	p.Wait("Müller & Söhne")
	p.Key("enter")
	p.Wait("Müller & Söhne · Netvisor", "saved")
	p.Key("ctrl+c")
	p.end()

	run := w.start()
	p = w.on("lotse.exe", nil, "resume", run)
	p.Wait("The ship", "│ Name")
	p.Send("Äänekoski 漢 🚢")
	p.Wait("Äänekoski")
	p.Key("enter")
	p.WaitFor("the answer saved", func(s screen) bool { return s.has("│ Key") && s.saved() })
	p.Kill()
	w.says(w.run("show", run), "Äänekoski 漢 🚢")

	p = w.on("lotse.exe", nil, "resume", run)
	p.WaitFor("where it was", func(s screen) bool { return s.has("The ship", "Äänekoski") && s.saved() })
	p.Key("ctrl+c")
	p.end()
	p.Wait("lotse resume")
	w.says(w.run("verify", run), "Unchanged")
}

// TestWindowsEndings: at ctrl+break, and when its window is closed, the program saves
// what was typed, ends by itself, and leaves the console as it was. Windows ends it
// five seconds after the window is closed; here nobody would.
func TestWindowsEndings(t *testing.T) {
	w := newWine(t)
	for name, sign := range map[string]string{"ctrl+break": "\xfe", "closed": "\xfd"} {
		run := w.start()
		p := w.on("lotse.exe", nil, "resume", run)
		p.Wait("The ship", "│ Name")
		p.Send("Käthe")
		p.Wait("Käthe")
		p.Send(sign)
		if l := p.end(); l.Before != l.After || l.Code != exitInterrupted {
			t.Errorf("%s: %+v", name, l)
		}
		if raw := p.Raw(); !strings.HasPrefix(raw[max(0, strings.LastIndex(raw, "\x1b[?1049")):], "\x1b[?1049l") {
			t.Errorf("%s: the second screen was not left", name)
		}
		p = w.on("lotse.exe", nil, "resume", run)
		p.WaitFor("what was typed", func(s screen) bool { return s.has("The ship", "Käthe") })
		p.Key("ctrl+c")
		p.end()
		w.says(w.run("verify", run), "Unchanged")

		p = w.on("lotse.exe", nil, "--plain", "resume", run)
		p.Wait("Name")
		p.Send(sign)
		if l := p.end(); l.Code != exitInterrupted {
			t.Errorf("%s: line mode ended with %d", name, l.Code)
		}
		p.Wait("lotse resume " + run)
	}
}

// TestWindowsConsole: the console is what it was after the program has ended, also by
// a fault of its own. One that was killed leaves what it made of the console, and the
// next that is left in order takes the screen back.
func TestWindowsConsole(t *testing.T) {
	if err := built["faulty"](); err != nil {
		t.Fatal(err)
	}
	w := newWine(t)
	run := w.start()
	for name, do := range map[string]func(p *onConsole) left{
		"left":   func(p *onConsole) left { p.Key("ctrl+c"); return p.end() },
		"faulty": func(p *onConsole) left { w.write("armed", ""); p.Key("tab"); return p.end() },
	} {
		p := w.on("faulty.exe", []string{"FAULT=now", "CANARY=CANARY-w2", "TERM=xterm"}, "resume", run)
		p.Wait("│ Name")
		l := do(p)
		if l.Before != l.After {
			t.Errorf("%s: %+v", name, l)
		}
		raw := p.Raw()
		if end := strings.LastIndex(raw, "\x1b[?1049"); end < 0 || !strings.HasPrefix(raw[end:], "\x1b[?1049l") {
			t.Errorf("%s: the second screen was not left", name)
		}
		if strings.Contains(raw, "CANARY") {
			t.Errorf("%s: the fault shows a value:\n%s", name, p.Screen())
		}
		if fault := strings.Contains(raw, "main.now"); fault != (name == "faulty") {
			t.Errorf("%s: a fault is told: %t\n%s", name, fault, p.Screen())
		}
	}
	p := w.on("lotse.exe", nil, "resume", run)
	p.Wait("│ Name")
	if l := p.Kill(); l.Before == l.After {
		t.Errorf("a program that was killed left %+v: it never had the console", l)
	}
}

// TestWindowsLetters: what is written to a console is there letter by letter, whatever
// its code page.
func TestWindowsLetters(t *testing.T) {
	w := newWine(t)
	run := w.start()
	w.run("set", run, "name=Äänekoski 漢 🚢 €")
	p := w.on("lotse.exe", nil, "show", run)
	if p.end(); !strings.Contains(p.Raw(), "Äänekoski 漢 🚢 €") {
		t.Errorf("%q", p.Raw())
	}
}
