//go:build unix

package journey

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// lines is line mode in a terminal, at a run.
func (h *house) lines(run string) *terminal {
	h.t.Helper()
	p := h.open(80, 24, never, "--plain", "resume", run)
	p.Wait("Is Connect 5 in use?", "Needed, a number from 1 to 2")
	return p
}

// TestLineSecret enters a secret in line mode on a terminal: nothing of it is
// seen, and it is sealed at once, under a key that is made there.
func TestLineSecret(t *testing.T) {
	t.Parallel()
	h := newHouse(t)
	run := h.start()
	h.run("set", run, "secret_holder=captured_here")
	p := h.lines(run)
	p.Send("secret client_secret\r")
	p.Wait("A secret, not shown >")
	p.Send("oops\x15CANARY-lines-h8\x7f9\r")
	p.Wait("Passphrase >")
	p.Send("a lighthouse\r")
	p.Wait("Again >")
	p.Send("a lighthouse\r")
	p.Wait("The secret is sealed.")
	p.Send("quit\r")
	if code := p.Exit(); code != 0 {
		t.Errorf("exit %d", code)
	}
	for _, hidden := range []string{"CANARY", "lighthouse", "oops", "\x1b"} {
		if strings.Contains(p.Raw(), hidden) {
			t.Errorf("%q was written to the terminal", hidden)
		}
	}
	h.verify(run)
	events := h.log(run)
	if kind := events[len(events)-1].Kind; kind != "secret_set" {
		t.Errorf("the last event is %s", kind)
	}
}

// TestLineNoEcho has a terminal for what is typed and none for what is said
// beside: a secret is not asked for, and what else can be done is told.
func TestLineNoEcho(t *testing.T) {
	t.Parallel()
	h := newHouse(t)
	run := h.start()
	h.run("set", run, "secret_holder=captured_here")
	talk := filepath.Join(h.dir, "talk")
	plain := h.lotse("--plain", "resume", run)
	cmd := exec.Command("sh", append([]string{"-c", `exec "$@" 2>"$0"`, talk}, plain.Args...)...)
	cmd.Env, cmd.Dir = plain.Env, plain.Dir
	p := open(t, 80, 24, never, cmd)
	p.Wait("Needed, a number from 1 to 2")
	p.Send("secret client_secret\r")
	p.Wait("This terminal cannot hide what is typed", "--secret-stdin", "credentials.client_secret")
	p.Send("quit\r")
	if code := p.Exit(); code != 0 {
		t.Errorf("exit %d", code)
	}
	if said, err := os.ReadFile(talk); err != nil || !strings.Contains(string(said), "lotse resume "+run) {
		t.Errorf("the last words are %q %v", said, err)
	}
}

// TestLeavingLines leaves line mode in every way: all that was entered is there.
func TestLeavingLines(t *testing.T) {
	t.Parallel()
	ways := map[string]struct {
		leave func(p *terminal)
		code  int
	}{
		"ctrl+c":           {func(p *terminal) { p.Key("ctrl+c") }, exitInterrupted},
		"SIGTERM":          {func(p *terminal) { p.Signal(syscall.SIGTERM) }, exitInterrupted},
		"SIGHUP":           {func(p *terminal) { p.Signal(syscall.SIGHUP) }, exitInterrupted},
		"ctrl+d":           {func(p *terminal) { p.Send("\x04") }, exitCutOff},
		"ctrl+c, no echo":  {func(p *terminal) { asksSecret(p); p.Key("ctrl+c") }, exitInterrupted},
		"SIGTERM, no echo": {func(p *terminal) { asksSecret(p); p.Signal(syscall.SIGTERM) }, exitInterrupted},
		"ctrl+d, no echo":  {func(p *terminal) { asksSecret(p); p.Send("\x04") }, exitCutOff},
		"lost terminal":    {func(p *terminal) { p.Hangup() }, -1},
	}
	for name, way := range ways {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			h := newHouse(t)
			run := h.start()
			p := h.lines(run)
			p.Send("2\r")
			p.Wait("End of this step.")
			way.leave(p)
			code := p.Exit()
			if way.code >= 0 {
				if code != way.code {
					t.Errorf("exit %d", code)
				}
				if s := p.Screen(); !s.has("Muster GmbH", "lotse resume "+run) {
					t.Errorf("the last words are:\n%s", s)
				}
			}
			log := h.log(run)
			if last := log[len(log)-1]; last.Kind != "answered" {
				t.Errorf("the last event is %s", last.Kind)
			}
			h.verify(run)
		})
	}
}

const exitCutOff = 3

// asksSecret comes to a prompt without echo.
func asksSecret(p *terminal) {
	p.t.Helper()
	p.Send("secret client_secret\r")
	p.Wait("A secret, not shown >")
}

// TestLinesThroughPipes starts a run in line mode without any terminal; the
// prompts go to stdout, the last words to stderr.
func TestLinesThroughPipes(t *testing.T) {
	t.Parallel()
	h := newHouse(t)
	r := call(t, h.lotse("--plain", "start", "teccom-import", "--customer", "Muster GmbH"), "2\r\n\n")
	if r.code != exitCutOff || !strings.Contains(r.stdout, "Done: Is a client needed at all?") || !strings.HasSuffix(r.stdout, "> \n") {
		t.Errorf("exit %d\n%s%s", r.code, r.stdout, r.err)
	}
	if !strings.Contains(r.err, "End of input.") || !strings.Contains(r.err, "--plain") || strings.Contains(r.err, " > ") {
		t.Errorf("beside it says %q", r.err)
	}
	if r = call(t, h.lotse("--plain"), "quit\n"); r.code != 0 || !strings.Contains(r.stdout, "1: Muster GmbH, TecCom import, open, 1 of") {
		t.Errorf("exit %d\n%s%s", r.code, r.stdout, r.err)
	}
	for _, args := range [][]string{{"--plain", "--json"}, {"--plain", "--no-input"}} {
		if r := call(t, h.lotse(args...), "quit\n"); r.code != exitUsage {
			t.Errorf("lotse %q: exit %d\n%s%s", args, r.code, r.stdout, r.err)
		}
	}
}

// TestSigns draws the full screen in ASCII where the locale has no more, unless
// a setting says otherwise.
func TestSigns(t *testing.T) {
	t.Parallel()
	h := newHouse(t)
	run := h.start()
	h.env = append(h.env, "LANG=C")
	for _, c := range []struct{ setting, sign string }{{"", "[>]"}, {"unicode", "●"}, {"ascii", "[>]"}} {
		h.run("config", "signs", c.setting)
		p := h.open(80, 24, atOnce, "resume", run)
		p.Wait("Is a client needed at all?", c.sign)
		p.Key("ctrl+c")
		if code := p.Exit(); code != exitInterrupted {
			t.Errorf("exit %d", code)
		}
	}
}
