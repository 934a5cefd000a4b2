//go:build unix

package journey

import (
	"regexp"
	"strings"
	"syscall"
	"testing"

	"github.com/charmbracelet/x/term"
	"golang.org/x/sys/unix"
)

// endings are the signals that end a program and can be caught. At all but the
// first three Go itself would write down its goroutines.
var endings = []syscall.Signal{
	syscall.SIGHUP, syscall.SIGINT, syscall.SIGTERM,
	syscall.SIGQUIT, syscall.SIGILL, syscall.SIGTRAP, syscall.SIGABRT, syscall.SIGBUS, syscall.SIGFPE, syscall.SIGSEGV, syscall.SIGSYS,
}

// modeSet is what turns a private mode of the terminal on or off.
var modeSet = regexp.MustCompile(`\x1b\[\?([0-9]+)([hl])`)

// restored holds that the terminal is as a program finds it, and that nothing was
// written across it that only a developer reads.
func (p *terminal) restored() {
	p.t.Helper()
	raw := p.Raw()
	for mode, left := range p.modes() {
		if standard := mode == "25" || mode == "7"; left != standard { // the cursor, and that lines wrap
			p.t.Errorf("mode %s is left %v", mode, left)
		}
	}
	if title := strings.LastIndex(raw, "\x1b]2;"); title >= 0 && (strings.LastIndex(raw, "\x1b[23;2t") < title || strings.Index(raw, "\x1b[22;2t") > strings.Index(raw, "\x1b]2;")) {
		p.t.Error("the title is not put back")
	}
	if pushed, popped := strings.Count(raw, "\x1b[>1u"), strings.Count(raw, "\x1b[<1u")+strings.Count(raw, "\x1b[<u"); pushed > popped {
		p.t.Errorf("the keyboard's protocol is set %d times and put back %d times", pushed, popped)
	}
	if strings.Contains(raw, "goroutine ") || strings.Contains(raw, "SIGQUIT") {
		p.t.Errorf("goroutines are written down:\n%s", p.Screen())
	}
	p.echoes()
}

// modes are the private modes that were ever turned on or off, and whether they are
// on.
func (p *terminal) modes() map[string]bool {
	on := map[string]bool{}
	for _, m := range modeSet.FindAllStringSubmatch(p.Raw(), -1) {
		on[m[1]] = m[2] == "h"
	}
	return on
}

// echoes holds that the terminal shows what is typed, and hands it on by lines.
func (p *terminal) echoes() {
	p.t.Helper()
	now, err := term.GetState(p.tty.Fd())
	if err != nil {
		p.t.Fatal(err)
	}
	if all := unix.ECHO | unix.ICANON | unix.ISIG; int(now.Lflag)&all != all {
		p.t.Errorf("the terminal's local modes are %#o", now.Lflag)
	}
}

// TestLineModeEndings ends line mode by every signal, at a question and at one for
// a secret: it says how to go on, and the terminal echoes.
func TestLineModeEndings(t *testing.T) {
	t.Parallel()
	for _, s := range endings {
		t.Run(unix.SignalName(s), func(t *testing.T) {
			t.Parallel()
			h := newHouse(t)
			run := h.start()
			h.run("set", run, "secret_holder=captured_here")
			p := h.lines(run)
			if s != syscall.SIGINT { // at every other one the prompt without echo is open
				p.Send("secret client_secret\r")
				p.Wait("A secret, not shown >")
			}
			p.Signal(s)
			if code := p.Exit(); code != exitInterrupted {
				t.Errorf("exit %d", code)
			}
			p.restored()
			if s := p.Screen(); !s.has("lotse resume "+run, "A line that was begun and not entered is not kept.") {
				t.Errorf("it does not say how to go on:\n%s", s)
			}
		})
	}
}

// TestCommandEndings ends a command that waits for a passphrase without echo.
func TestCommandEndings(t *testing.T) {
	t.Parallel()
	for _, s := range endings {
		t.Run(unix.SignalName(s), func(t *testing.T) {
			t.Parallel()
			p := newHouse(t).open(80, 24, atOnce, "secret", "init")
			p.Wait("assphrase")
			p.Signal(s)
			if code := p.Exit(); code != exitInterrupted {
				t.Errorf("exit %d\n%s", code, p.Screen())
			}
			p.restored()
		})
	}
}
