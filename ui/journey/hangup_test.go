//go:build unix

package journey

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"os/exec"
	"strings"
	"syscall"
	"testing"
	"time"
)

// hangups is how many random hang-ups are tried.
var hangups = flag.Int("hangups", 8, "random hang-ups, resizes and pastes of the wizard in its terminal")

// TestLostTerminalWithoutASignal takes the terminal away from a program that
// no signal tells so: under nohup, and in a session of its own. It ends in time,
// with what was typed kept.
func TestLostTerminalWithoutASignal(t *testing.T) {
	t.Parallel()
	ways := map[string]func(h *house, args ...string) *terminal{
		"SIGHUP ignored": func(h *house, args ...string) *terminal {
			lotse := h.lotse(args...)
			cmd := exec.Command("sh", append([]string{"-c", `trap '' HUP; exec "$@"`, "sh"}, lotse.Args...)...)
			cmd.Env, cmd.Dir = lotse.Env, lotse.Dir
			return open(h.t, 80, 24, atOnce, cmd)
		},
		"another session's terminal": func(h *house, args ...string) *terminal {
			return attach(h.t, 80, 24, atOnce, h.lotse(args...), &syscall.SysProcAttr{Setsid: true})
		},
	}
	for name, start := range ways {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			h := newHouse(t)
			w, run := signing(h)
			w.Kill()
			w.terminal = start(h, "resume", run)
			w.on("signed_in")
			w.Key("tab")
			w.on("organisation")
			w.Send("Muster Verwaltung")
			w.Wait("Muster Verwaltung")
			begun := time.Now()
			w.Hangup()
			w.Exit()
			if took := time.Since(begun); took > atMost {
				t.Errorf("it took %v to end", took)
			}
			h.verify(run)
			w = h.wizard(80, 24, "resume", run)
			w.at("sign-in")
			w.Wait("Muster Verwaltung")
		})
	}
}

// TestAHangupBesideOthers takes one terminal away while another program runs
// that was started later: it does not keep the terminal, so the first one ends.
func TestAHangupBesideOthers(t *testing.T) {
	t.Parallel()
	h := newHouse(t)
	first, _ := signing(h)
	second, _ := signing(newHouse(t))
	first.Hangup()
	first.Exit()
	second.at("sign-in")
}

// TestRandomHangups closes the window at random moments, in the middle of
// resizes, pastes and keys: it ends in time each time, the chain is whole, and
// what was typed is kept as far as it had come.
func TestRandomHangups(t *testing.T) {
	t.Parallel()
	seed := rand.Uint64()
	t.Logf("seed %d", seed)
	r := rand.New(rand.NewPCG(seed, 1))
	h := newHouse(t)
	w, run := signing(h)
	w.Kill()
	for i := range *hangups {
		w = h.wizard(80, 24, "resume", run)
		w.at("sign-in")
		for range 1 + r.IntN(8) {
			w.disturb(r)
		}
		begun := time.Now()
		w.Hangup()
		w.Exit()
		if took := time.Since(begun); took > atMost {
			t.Fatalf("round %d: it took %v to end", i, took)
		}
	}
	h.verify(run)
}

// disturb does something that a terminal and its person may do at any moment.
func (w wizard) disturb(r *rand.Rand) {
	w.t.Helper()
	switch r.IntN(6) {
	case 0:
		w.Resize(1+r.IntN(160), 1+r.IntN(50))
	case 1:
		w.Paste(strings.Repeat("Muster GmbH\n", 1+r.IntN(500)))
	case 2:
		w.Send("\x1b[200~a paste that never ends")
	case 3:
		w.Send(strings.Repeat("\t\x1b[Z\x1b[A\x1b[B", 1+r.IntN(200)))
	case 4:
		w.Send(fmt.Sprintf("%c", 'a'+r.IntN(26)))
	case 5:
		w.Key("ctrl+o", "esc", "f1", "esc", "f3", "f3")
	}
}

// TestPipes gives the program a terminal on one end only: it says what works
// there, and ends.
func TestPipes(t *testing.T) {
	t.Parallel()
	for name, line := range map[string]string{"no input": `"$0" </dev/null`, "no output": `"$0" | cat; exit 0`} {
		h := newHouse(t)
		lotse := h.lotse()
		cmd := exec.Command("sh", "-c", line, lotse.Path)
		cmd.Env, cmd.Dir = lotse.Env, lotse.Dir
		p := open(t, 80, 24, atOnce, cmd)
		code := p.Exit()
		if name == "no input" && code != exitUsage {
			t.Errorf("%s: exit %d", name, code)
		}
		if raw := p.Raw(); !strings.Contains(raw, "terminal") || !strings.Contains(raw, "lotse list") || strings.Contains(raw, "\x1b[?1049h") {
			t.Errorf("%s: the terminal got %q", name, raw)
		}
	}
}

// TestTerminals starts in terminals of all kinds: each shows the wizard and
// takes an answer, or tells the step in lines.
func TestTerminals(t *testing.T) {
	t.Parallel()
	for _, env := range [][]string{
		{"TERM="},
		{"TERM=dumb"},
		{"TERM=nobody-knows-it"},
		{"TERM=xterm-16color"},
		{"TERM=vt100"},
		{"TERM=linux"},
		{"TERM=xterm-256color", "LANG=", "LC_ALL="},
		{"TERM=xterm", "LANG=C"},
		{"TERM=screen", "LANG=nobody.speaks"},
	} {
		t.Run(strings.Join(env, " "), func(t *testing.T) {
			t.Parallel()
			h := newHouse(t)
			run := h.start()
			h.env = append(h.env, env...)
			p := h.open(80, 24, never, "resume", run)
			if env[0] == "TERM=dumb" || env[0] == "TERM=" {
				p.Wait("Muster GmbH", "Step 1 of")
				if raw := p.Raw(); strings.Contains(raw, "\x1b[") {
					t.Errorf("what draws nothing got %q", raw)
				}
			} else {
				p.Wait("Muster GmbH", "step 1 of")
				p.Key("down", "enter")
				p.WaitFor("something to read", screen.stopped)
				p.Key("enter")
				p.Wait("step 2 of")
			}
			p.Key("ctrl+c")
			if code := p.Exit(); code != exitInterrupted {
				t.Errorf("exit %d\n%s", code, p.Screen())
			}
			if raw := p.Raw(); strings.Contains(raw, "goroutine ") || strings.Contains(raw, "panic") {
				t.Errorf("it panicked:\n%s", p.Screen())
			}
		})
	}
}
