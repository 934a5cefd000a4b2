//go:build unix

package journey

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// faulty is a call of the program with a fault in one of its parts.
func (h *house) faulty(t *testing.T, part string, cols int, args ...string) *terminal {
	t.Helper()
	cmd := h.lotse(args...)
	cmd.Path = program(t, "faulty")
	cmd.Env = append(cmd.Env, "FAULT="+part, "CANARY="+canary)
	return open(t, cols, 24, atOnce, cmd)
}

// arm lets the fault come at the next call of its part.
func (h *house) arm(t *testing.T) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(h.dir, "armed"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
}

// failed holds that a program that failed of a fault of its own says so, and where,
// and tells nothing that the fault was given.
func (p *terminal) failed(says ...string) {
	p.t.Helper()
	if code := p.Exit(); code != 1 {
		p.t.Errorf("exit %d", code)
	}
	p.restored()
	if s := p.Screen(); !s.has(append(says, "Lotse stopped because of a fault of its own")...) {
		p.t.Errorf("it says:\n%s", s)
	}
	raw := p.Raw()
	if !strings.Contains(raw, "main.fail (main.go:") && !strings.Contains(raw, "main.now (main.go:") {
		p.t.Errorf("it does not say where the fault is:\n%s", p.Screen())
	}
	for _, hidden := range append([]string{canary, "/main.go", "panic"}, traceValues...) {
		if strings.Contains(raw, hidden) {
			p.t.Errorf("it writes %q:\n%s", hidden, p.Screen())
		}
	}
}

// traceValues is how the values of a call begin in a trace of Go: as its arguments,
// in a composite, or as the offset in a function. A bare "0x" is none of them: the
// identifier of a run may begin with it.
var traceValues = []string{"(0x", "{0x", ", 0x", "+0x"}

// TestAFaultInTheDesk lets parts of the program fail while an answer is typed: in
// the middle of a key, of reading, of writing, in a goroutine of its own. The
// terminal is as it was, and what was typed is offered again.
func TestAFaultInTheDesk(t *testing.T) {
	t.Parallel()
	for _, part := range []string{"now", "index", "read", "typing", "append"} {
		t.Run(part, func(t *testing.T) {
			t.Parallel()
			h := newHouse(t)
			h.run("config", "mouse", "on")
			w, run := signing(h)
			w.Kill()
			w.terminal = h.faulty(t, part, 90, "resume", run)
			w.at("sign-in")
			w.Key("tab")
			w.on("organisation")
			w.Send("Muster Verwaltun")
			w.Wait("Muster Verwaltun")
			h.arm(t)
			w.Send("g")
			if part == "append" {
				w.Wait("Muster Verwaltung")
				w.Key("enter")
			}
			says := []string{"Muster GmbH", "lotse resume " + run}
			if part == "index" {
				says = append(says, "index out of range [3] with length 0")
			}
			w.failed(says...)
			h.verify(run)
			w = h.wizard(80, 24, "resume", run)
			w.at("sign-in")
			w.Wait("Muster Verwaltun")
		})
	}
}

// TestAFaultWhileTheDeskComesUp leaves nothing behind, either.
func TestAFaultWhileTheDeskComesUp(t *testing.T) {
	t.Parallel()
	h := newHouse(t)
	h.start()
	h.arm(t)
	p := h.faulty(t, "setting", 160)
	p.failed()
}

// TestAFaultInLineMode keeps the answer over which the program failed.
func TestAFaultInLineMode(t *testing.T) {
	t.Parallel()
	h := newHouse(t)
	run := h.start()
	h.run("set", run, "uses_connect5=no")
	h.run("done", run, "applies")
	h.run("tick", run, "sign-in.signed_in")
	p := h.faulty(t, "now", 160, "--plain", "resume", run)
	p.Wait("Organisation chosen", ">")
	h.arm(t)
	p.Send("Muster Verwaltung\r")
	p.failed("lotse resume "+run, "Muster Verwaltung")
	h.verify(run)
	w := h.wizard(80, 24, "resume", run)
	w.at("sign-in")
	w.Wait("Muster Verwaltung")
}

// TestAFaultInACommand says where it is, and the JSON has its error.
func TestAFaultInACommand(t *testing.T) {
	t.Parallel()
	h := newHouse(t)
	run := h.start()
	for _, args := range [][]string{{"set", run, "uses_connect5=no"}, {"set", run, "uses_connect5=no", "--json"}} {
		h.arm(t)
		p := h.faulty(t, "append", 160, args...)
		p.failed()
	}
	h.verify(run)
	h.run("set", run, "uses_connect5=no")
}
