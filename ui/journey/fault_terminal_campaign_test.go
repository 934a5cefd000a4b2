//go:build campaign

package journey

import (
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"
)

// losses are ways in which a program loses its terminal: how it was started, and
// what happens then.
var losses = []struct {
	name  string
	start func(h *house, args ...string) *terminal
	lose  func(p *terminal)
}{
	{"hang-up", (*house).inTerminal, (*terminal).Hangup},
	{"hang-up, SIGHUP ignored", (*house).deafened, (*terminal).Hangup},
	{"hang-up of another session's terminal", (*house).strange, (*terminal).Hangup},
	{"SIGHUP", (*house).inTerminal, func(p *terminal) { p.Signal(syscall.SIGHUP) }},
	{"SIGHUP, then a hang-up", (*house).inTerminal, func(p *terminal) { p.Signal(syscall.SIGHUP); p.Hangup() }},
	{"the shell killed, then a hang-up", (*house).underShell, func(p *terminal) { p.Signal(syscall.SIGKILL); p.Hangup() }},
}

func (h *house) inTerminal(args ...string) *terminal { return h.open(80, 24, atOnce, args...) }

// deafened starts the program as nohup does where its output is a terminal.
func (h *house) deafened(args ...string) *terminal { return h.shell(`trap '' HUP; exec "$@"`, args...) }

// underShell starts the program as the child of a shell that waits for it.
func (h *house) underShell(args ...string) *terminal { return h.shell(`"$@"; exit $?`, args...) }

func (h *house) shell(line string, args ...string) *terminal {
	lotse := h.lotse(args...)
	cmd := exec.Command("sh", append([]string{"-c", line, "sh"}, lotse.Args...)...)
	cmd.Env, cmd.Dir = lotse.Env, lotse.Dir
	return open(h.t, 80, 24, atOnce, cmd)
}

// strange starts the program in a terminal that is not its session's: no signal
// tells of its loss.
func (h *house) strange(args ...string) *terminal {
	return attach(h.t, 80, 24, atOnce, h.lotse(args...), &syscall.SysProcAttr{Setsid: true})
}

// TestFaultTerminalLost types an answer, does to the window what a person may do,
// and takes the terminal away in every way: the program is gone in time with all
// that it had started, the chain is whole, and what was typed is offered again.
func TestFaultTerminalLost(t *testing.T) {
	t.Parallel()
	h := newHouse(t)
	w := wizard{says: h.says("teccom-import")}
	var all []time.Duration
	drafts, ended := 0, ""
	t.Cleanup(func() {
		if t.Failed() {
			t.Logf("what the terminal showed last:\n%s", ended)
		}
	})
	for round, r := range rounds(t, 18, 200) {
		way, run := losses[round%len(losses)], h.start()
		h.run("set", run, "applies.uses_connect5=no")
		h.run("done", run, "applies")
		w.terminal = way.start(h, "resume", run)
		w.on("signed_in")
		draft := ""
		if r.IntN(3) > 0 { // else keys and pastes go wherever they go
			draft = fmt.Sprintf("Entwurf %d", round)
			w.Key("tab")
			w.on("organisation")
			w.Send(draft)
			w.Wait(draft)
		}
		for range 1 + r.IntN(6) {
			if draft != "" {
				w.shake(r)
			} else {
				w.disturb(r)
			}
		}
		begun := time.Now()
		way.lose(w.terminal)
		w.Exit()
		gone(t, w.cmd.Process.Pid)
		all = append(all, time.Since(begun))
		if took := time.Since(begun); took > atMost {
			t.Errorf("%s: it took %v to end", way.name, took)
		}
		ended = w.Screen().String()
		h.verify(run)
		if draft != "" {
			drafts++
			w.terminal = h.open(80, 24, atOnce, "resume", run)
			w.WaitFor(draft+" after "+way.name, func(s screen) bool { return s.has(draft) })
			w.Kill()
		}
	}
	if len(all) == 0 {
		return // another round was asked for
	}
	slices.Sort(all)
	over := len(all) - slices.IndexFunc(append(slices.Clone(all), time.Hour), func(d time.Duration) bool { return d > time.Second })
	report("terminal lost", "%d rounds in %d ways, %d drafts kept, ended in %v at the median, %v at most, %d over 1 s, 0 orphans",
		len(all), len(losses), drafts, all[len(all)/2].Round(time.Millisecond), all[len(all)-1].Round(time.Millisecond), over)
}

// shake does to the window what changes nothing that is typed.
func (w wizard) shake(r *rand.Rand) {
	w.t.Helper()
	switch r.IntN(4) {
	case 0:
		w.Resize(1+r.IntN(160), 1+r.IntN(50))
	case 1:
		w.Send(strings.Repeat("\x1b[D\x1b[C", 1+r.IntN(200)))
	case 2:
		w.Key("f1", "esc")
		w.Key("home", "end")
	case 3:
		w.Send("\x1b]11;rgb:0000/0000/0000\a\x1b[?62;22c")
	}
}

// gone waits until nothing of a session is left.
func gone(t *testing.T, session int) {
	t.Helper()
	var left []string
	for end := time.Now().Add(atMost); ; time.Sleep(time.Millisecond) {
		if left = inSession(t, session); len(left) == 0 {
			return
		}
		if time.Now().After(end) {
			t.Fatalf("left behind: %s", left)
		}
	}
}

// inSession are the processes of a session, but for those that have ended and
// wait to be asked for.
func inSession(t *testing.T, session int) (all []string) {
	t.Helper()
	stats, err := filepath.Glob("/proc/[0-9]*/stat")
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range stats {
		stat, err := os.ReadFile(path)
		if err != nil {
			continue // it has ended meanwhile
		}
		_, rest, _ := strings.Cut(string(stat), ") ") // behind its name
		var state string
		var parent, group, of int
		if _, err := fmt.Sscan(rest, &state, &parent, &group, &of); err != nil {
			t.Fatalf("read %s: %v", path, err)
		}
		if of == session && state != "Z" {
			all = append(all, string(stat))
		}
	}
	return all
}
