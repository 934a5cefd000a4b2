//go:build unix

package journey

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/charmbracelet/x/ansi"
)

const (
	enterAlternate = "\x1b[?1049h"
	leaveAlternate = "\x1b[?1049l"
)

// withSecret is a rehearsal of the import whose client secret is kept.
func (h *house) withSecret() (run string) {
	h.t.Helper()
	var s shown
	h.read(&s, "start", "teccom-import", "--customer", "Muster GmbH", "--mode", "rehearsal")
	run = s.Run.ID
	h.run("set", run, "uses_connect5=no", "secret_holder=captured_here")
	if r := call(h.t, h.lotse("set", run, "--secret-stdin", "credentials.client_secret"), canary); r.code != 0 {
		h.t.Fatalf("exit %d\n%s", r.code, r.err)
	}
	return run
}

// clipboard puts xclip on the path of the house: it keeps what it is given in a
// file, and writes down how it was called.
func (h *house) clipboard() (board string) {
	h.t.Helper()
	dir := filepath.Join(h.t.TempDir(), "bin")
	board = filepath.Join(dir, "board")
	script := "#!/bin/sh\n{ echo \"$*\"; env; } >> " + board + ".calls\ncase \"$*\" in *-o) cat " + board + ";; *) cat > " + board + ".new; mv " + board + ".new " + board + ";; esac\n"
	if err := errors.Join(os.Mkdir(dir, 0o700), os.WriteFile(filepath.Join(dir, "xclip"), []byte(script), 0o700)); err != nil {
		h.t.Fatal(err)
	}
	h.env = append(h.env, "DISPLAY=:0", "PATH="+dir+":"+os.Getenv("PATH"))
	return board
}

// fileText is what a file holds; nothing where there is none.
func fileText(t *testing.T, path string) string {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		t.Fatal(err)
	}
	return string(text)
}

// purposes are what secrets of a run were opened for, as its log says.
func (h *house) purposes(run string) (all []string) {
	h.t.Helper()
	for _, e := range h.log(run) {
		if e.Kind == "secret_used" {
			_, purpose, _ := strings.Cut(string(e.Data), `"purpose":`)
			all = append(all, strings.Trim(purpose, ` "}`))
		}
	}
	return all
}

// leavesNothing holds that the secret was written to the second screen alone,
// and that the terminal is as it was.
func (p *terminal) leavesNothing() {
	p.t.Helper()
	raw := p.Raw()
	for at, rest := 0, raw; strings.Contains(rest, canary); rest = raw[at:] {
		at += strings.Index(rest, canary) + len(canary)
		if strings.LastIndex(raw[:at], enterAlternate) <= strings.LastIndex(raw[:at], leaveAlternate) {
			p.t.Error("the secret was written to the screen that stays")
		}
	}
	if strings.LastIndex(raw, enterAlternate) > strings.LastIndex(raw, leaveAlternate) {
		p.t.Error("the second screen is left on")
	}
	if s := p.Screen().String(); strings.Contains(s, "CANARY") {
		p.t.Errorf("the secret stays on the screen:\n%s", s)
	}
}

// TestRevealLeavesNothing shows a secret on a terminal, and takes it away in
// every way: nothing of it stays, and the terminal is as it was.
func TestRevealLeavesNothing(t *testing.T) {
	t.Parallel()
	h := newHouse(t)
	run := h.withSecret()
	ways := map[string]struct {
		away func(p *terminal)
		code int
	}{
		"a letter":       {func(p *terminal) { p.Send("x") }, 0},
		"an arrow":       {func(p *terminal) { p.Key("up") }, 0},
		"ctrl+c":         {func(p *terminal) { p.Key("ctrl+c") }, exitInterrupted},
		"SIGINT":         {func(p *terminal) { p.Signal(syscall.SIGINT) }, exitInterrupted},
		"SIGTERM":        {func(p *terminal) { p.Signal(syscall.SIGTERM) }, exitInterrupted},
		"SIGHUP":         {func(p *terminal) { p.Signal(syscall.SIGHUP) }, exitInterrupted},
		"show, a letter": {func(p *terminal) { p.Send("x") }, 0},
	}
	for name, way := range ways {
		args := []string{"secret", "reveal", run, "client_secret"}
		if strings.HasPrefix(name, "show") {
			args[1] = "show"
		}
		p := h.open(80, 24, never, args...)
		p.Wait(canary, "10 seconds", "rehearsal")
		way.away(p)
		if code := p.Exit(); code != way.code {
			t.Errorf("%s: exit %d", name, code)
		}
		p.leavesNothing()
		p.echoes()
		if args := strings.Join(append(p.cmd.Args, p.cmd.Env...), "\n"); strings.Contains(args, "CANARY") {
			t.Errorf("%s: it stands in an argument or the environment", name)
		}
	}
	if n := len(h.purposes(run)); n != len(ways) {
		t.Errorf("%d uses are on record, want %d", n, len(ways))
	}
	h.verify(run)
	h.hides(canary, "Muster GmbH")
}

// TestRevealWithoutASecondScreen says that it stays, and shows it to whoever
// wants it all the same.
func TestRevealWithoutASecondScreen(t *testing.T) {
	t.Parallel()
	h := newHouse(t)
	run := h.withSecret()
	h.env = append(h.env, "TERM=dumb")
	p := h.open(80, 24, never, "secret", "reveal", run, "client_secret")
	p.Wait("cannot be taken away again", "Type reveal to go on:")
	p.Send("no\r")
	if code := p.Exit(); code != 3 || strings.Contains(p.Raw(), "CANARY") || len(h.purposes(run)) != 0 {
		t.Errorf("exit %d\n%s", code, p.Raw())
	}
	p = h.open(80, 24, never, "secret", "reveal", run, "client_secret")
	p.Wait("Type reveal to go on:")
	p.Send("reveal\r")
	if code := p.Exit(); code != 0 || !strings.Contains(p.Raw(), canary) || strings.Contains(p.Raw(), "\x1b") {
		t.Errorf("exit %d\n%q", code, p.Raw())
	}
}

// TestSecretsOfTheDesk shows a secret in the full screen and copies it. However
// the screen is left, the clipboard is cleared, and nothing stays.
func TestSecretsOfTheDesk(t *testing.T) {
	t.Parallel()
	h := newHouse(t)
	board := h.clipboard()
	run := h.withSecret()
	for name, way := range map[string]struct {
		leave func(w wizard)
		left  string // what somebody copied meanwhile
	}{
		"ctrl+c":        {leave: func(w wizard) { w.Key("ctrl+c") }},
		"SIGTERM":       {leave: func(w wizard) { w.Signal(syscall.SIGTERM) }},
		"SIGHUP":        {leave: func(w wizard) { w.Signal(syscall.SIGHUP) }},
		"lost terminal": {leave: func(w wizard) { w.Hangup() }},
		"replaced":      {func(w wizard) { w.Key("ctrl+c") }, "another text"},
	} {
		w := h.wizard(80, 24, "resume", run)
		w.Wait("REHEARSAL", "saved")
		w.jump("credentials")
		for !w.Frame().focused(w.text("client_secret")) {
			before := w.Frame().String()
			w.press("tab", "the next item", func(s screen) bool { return s.String() != before })
		}
		w.Send("\x1b[15~")
		w.Wait("••••••••", "enter show")
		w.Key("enter")
		w.Wait(canary, "10 seconds")
		w.Send("x")
		w.WaitFor("the secret gone", func(s screen) bool { return !s.has("CANARY") })
		w.Send("\x1b[15~")
		w.Wait("••••••••")
		w.Send("c")
		w.Wait("Copied with xclip")
		if got := fileText(t, board); got != canary {
			t.Errorf("%s: the clipboard holds %q", name, got)
		}
		if way.left != "" {
			if err := os.WriteFile(board, []byte(way.left), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		way.leave(w)
		w.Exit()
		if got := fileText(t, board); got != way.left {
			t.Errorf("%s: the clipboard is left with %q", name, got)
		}
		if name == "ctrl+c" && !w.Screen().has("The clipboard is cleared.") {
			t.Errorf("the last words are:\n%s", w.Screen())
		}
		if name != "lost terminal" {
			w.leavesNothing()
		}
	}
	if calls := fileText(t, board+".calls"); strings.Contains(calls, "CANARY") || !strings.Contains(calls, "clipboard -o") {
		t.Errorf("a program was called with\n%s", calls)
	}
	if n := len(h.purposes(run)); n != 10 {
		t.Errorf("%d uses are on record, want 10", n)
	}
	h.hides(canary, "Muster GmbH")
}

// TestSecretsInLines shows a secret from line mode on the second screen, after
// which the dialogue goes on where it stood.
func TestSecretsInLines(t *testing.T) {
	t.Parallel()
	h := newHouse(t)
	board := h.clipboard()
	run := h.withSecret()
	p := h.open(80, 24, never, "--plain", "resume", run)
	p.Wait("REHEARSAL", " >")
	p.Send("reveal client_secret\r")
	p.Wait(canary, "10 seconds")
	p.Send("x")
	p.WaitFor("the secret gone", func(s screen) bool { return !s.has("CANARY") && s.has("reveal client_secret") })
	p.Send("copy client_secret\r")
	p.Wait("Copied with xclip")
	if got := fileText(t, board); got != canary {
		t.Errorf("the clipboard holds %q", got)
	}
	p.Send("quit\r")
	if code := p.Exit(); code != 0 || fileText(t, board) != "" {
		t.Errorf("exit %d, the clipboard is left with %q", code, fileText(t, board))
	}
	p.leavesNothing()
	if got := strings.Join(h.purposes(run), " "); !strings.Contains(got, "revealed") || !strings.Contains(got, "copied") {
		t.Errorf("on record: %s", got)
	}
	h.hides(canary, "Muster GmbH")
}

// TestCopyByTheTerminal sends a secret to the terminal's clipboard where no
// program reaches another, says that it is not cleared, and asks first where
// something lies between.
func TestCopyByTheTerminal(t *testing.T) {
	t.Parallel()
	h := newHouse(t)
	run := h.withSecret()
	sent := ansi.SetSystemClipboard(canary)
	for name, way := range map[string]struct {
		env   string
		says  string
		types string // "" where nothing is asked
		sent  bool
	}{
		"nothing between": {"LC_NAME=C", "not cleared", "", true},
		"tmux, no":        {"TMUX=/tmp/tmux-0/default,1,0", "inside tmux", "\r", false},
		"tmux":            {"TMUX=/tmp/tmux-0/default,1,0", "inside tmux", "copy\r", true},
		"screen, no":      {"STY=1.pts", "inside screen", "yes\r", false},
		"ssh, no":         {"SSH_CLIENT=192.0.2.1 1 22", "over ssh", "no\r", false},
		"ssh":             {"SSH_TTY=/dev/pts/1", "over ssh", "copy\r", true},
	} {
		before := len(h.purposes(run))
		cmd := h.lotse("secret", "copy", run, "client_secret")
		cmd.Env = append(cmd.Env, way.env)
		p := open(t, 80, 24, never, cmd)
		if way.types != "" {
			p.Wait(way.says, "Type copy to go on:")
			p.Send(way.types)
		}
		code, raw := p.Exit(), p.Raw()
		if strings.Contains(raw, sent) != way.sent || way.sent != (code == 0) || len(h.purposes(run))-before != map[bool]int{true: 1}[way.sent] {
			t.Errorf("%s: exit %d\n%q", name, code, raw)
		}
		if way.sent && !strings.Contains(raw, "not cleared") || strings.Contains(raw, canary) {
			t.Errorf("%s: it says\n%s", name, raw)
		}
	}
}
