//go:build unix

package journey

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"slices"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/creack/pty"
	"golang.org/x/sys/unix"
)

// answering says how a terminal answers what a program asks it.
type answering time.Duration

const (
	atOnce answering = 0
	late             = answering(40 * time.Millisecond)
	never  answering = -1
)

// terminal is a program in a pseudo terminal. What it writes goes to an
// emulator as it comes; nothing here sleeps and looks again.
type terminal struct {
	t       testing.TB
	cmd     *exec.Cmd
	tty     *os.File
	answers chan []byte

	mu      sync.Mutex
	emu     *emulator
	raw     bytes.Buffer  // everything that the program wrote
	changed chan struct{} // closed and made anew when something came
	gone    bool          // the program has ended

	ended chan struct{} // closed when the program was waited for
}

// open starts a program in a terminal of a size.
func open(t testing.TB, cols, rows int, how answering, cmd *exec.Cmd) *terminal {
	t.Helper()
	return attach(t, cols, rows, how, cmd, &syscall.SysProcAttr{Setsid: true, Setctty: true})
}

// attach starts a program in a terminal of a size; how it belongs to it stands
// in attr. A terminal of the size 0 tells none, and has 80x24.
func attach(t testing.TB, cols, rows int, how answering, cmd *exec.Cmd, attr *syscall.SysProcAttr) *terminal {
	t.Helper()
	blocking, err := pty.StartWithAttrs(cmd, &pty.Winsize{Cols: uint16(cols), Rows: uint16(rows)}, attr)
	if err != nil {
		t.Fatalf("start %s: %v", cmd, err)
	}
	tty, err := closable(blocking)
	if err != nil {
		t.Fatalf("prepare the terminal of %s: %v", cmd, err)
	}
	if cols == 0 {
		cols, rows = 80, 24
	}
	return drawn(t, cols, rows, how, cmd, tty)
}

// drawn draws what a program that was started writes, and types to it; tty is the
// other end of its terminal.
func drawn(t testing.TB, cols, rows int, how answering, cmd *exec.Cmd, tty *os.File) *terminal {
	p := &terminal{
		t: t, cmd: cmd, tty: tty, answers: make(chan []byte, 256), emu: newEmulator(cols, rows),
		changed: make(chan struct{}), ended: make(chan struct{}),
	}
	go p.read(how)
	go p.answer(time.Duration(how))
	t.Cleanup(func() {
		_ = cmd.Process.Kill()
		<-p.ended
		_ = tty.Close()
	})
	return p
}

// open starts lotse in a terminal of a size.
func (h *house) open(cols, rows int, how answering, args ...string) *terminal {
	h.t.Helper()
	return open(h.t, cols, rows, how, h.lotse(args...))
}

// closable gives the same terminal in a form that can be closed while it is
// read from: else it would go only after the program's next output. No program
// that is started inherits it: else it would go only when that has ended.
func closable(f *os.File) (*os.File, error) {
	fd, err := unix.FcntlInt(f.Fd(), unix.F_DUPFD_CLOEXEC, 0)
	if err != nil {
		return nil, err
	}
	if err := unix.SetNonblock(fd, true); err != nil {
		return nil, err
	}
	return os.NewFile(uintptr(fd), f.Name()), f.Close()
}

// read draws what the program writes until it ends.
func (p *terminal) read(how answering) {
	buf := make([]byte, 32<<10)
	for {
		n, err := p.tty.Read(buf)
		if n > 0 {
			p.mu.Lock()
			p.raw.Write(buf[:n])
			answers := p.emu.take(buf[:n])
			p.signal()
			p.mu.Unlock()
			if how != never && len(answers) > 0 {
				p.answers <- answers
			}
		}
		if err != nil {
			break
		}
	}
	close(p.answers)
	_ = p.cmd.Wait() // ProcessState tells
	p.mu.Lock()
	p.gone, p.emu.frame = true, false
	p.signal()
	p.mu.Unlock()
	close(p.ended)
}

func (p *terminal) signal() {
	close(p.changed)
	p.changed = make(chan struct{})
}

// answer sends the terminal's answers, each after its delay.
func (p *terminal) answer(delay time.Duration) {
	for a := range p.answers {
		if delay > 0 {
			time.Sleep(delay) // what is simulated: a slow line
		}
		_, _ = p.tty.Write(a) // the program may have ended meanwhile
	}
}

// screen is what the terminal shows.
type screen []string

// has reports whether every text stands on the screen.
func (s screen) has(texts ...string) bool {
	for _, text := range texts {
		if s.line(text) == "" {
			return false
		}
	}
	return true
}

// line is the first line with a text; "" where there is none.
func (s screen) line(text string) string {
	i := slices.IndexFunc(s, func(l string) bool { return strings.Contains(l, text) })
	if i < 0 {
		return ""
	}
	return s[i]
}

func (s screen) String() string { return strings.Join(s, "\n") }

// Screen is what the terminal shows now.
func (p *terminal) Screen() screen {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.emu.lines()
}

// Frame is the last whole frame, once one is shown.
func (p *terminal) Frame() screen {
	p.t.Helper()
	return p.WaitFor("a whole frame", func(screen) bool { return true })
}

// Title is the window's title.
func (p *terminal) Title() string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.emu.vt.Title()
}

// Raw is everything that the program wrote.
func (p *terminal) Raw() string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.raw.String()
}

// Wait waits until all texts stand on the screen.
func (p *terminal) Wait(texts ...string) screen {
	p.t.Helper()
	return p.WaitFor(fmt.Sprintf("%q", texts), func(s screen) bool { return s.has(texts...) })
}

// WaitFor waits until the screen is as it should be.
func (p *terminal) WaitFor(what string, ok func(screen) bool) screen {
	p.t.Helper()
	timeout := time.NewTimer(patience)
	defer timeout.Stop()
	for {
		var s screen
		p.mu.Lock()
		whole, gone, changed := !p.emu.frame, p.gone, p.changed
		if whole { // a frame comes in many pieces
			s = p.emu.lines()
		}
		p.mu.Unlock()
		switch {
		case whole && ok(s):
			return s
		case gone:
			p.t.Fatalf("the program ended (%v) before the screen showed %s:\n%s", p.cmd.ProcessState, what, s)
		}
		select {
		case <-changed:
		case <-timeout.C:
			p.t.Fatalf("the screen never showed %s:\n%s", what, p.Screen())
		}
	}
}

// Send types bytes.
func (p *terminal) Send(text string) {
	p.t.Helper()
	if _, err := p.tty.WriteString(text); err != nil {
		p.t.Fatalf("type %q: %v\n%s", text, err, p.Screen())
	}
}

// Key presses keys by their names.
func (p *terminal) Key(names ...string) {
	p.t.Helper()
	for _, name := range names {
		seq, ok := keys[name]
		if !ok {
			p.t.Fatalf("there is no key %q", name)
		}
		p.Send(seq)
	}
}

// press presses a key and waits for what it brings.
func (p *terminal) press(key, what string, ok func(screen) bool) screen {
	p.t.Helper()
	p.Key(key)
	return p.WaitFor(what, ok)
}

// keys are what a terminal of the xterm family sends.
var keys = map[string]string{
	"enter": "\r", "tab": "\t", "shift+tab": "\x1b[Z", "esc": "\x1b", "space": " ", "backspace": "\x7f",
	"up": "\x1b[A", "down": "\x1b[B", "right": "\x1b[C", "left": "\x1b[D", "home": "\x1b[H", "end": "\x1b[F",
	"pgup": "\x1b[5~", "pgdn": "\x1b[6~", "alt+left": "\x1b[1;3D", "alt+right": "\x1b[1;3C",
	"f1": "\x1bOP", "f2": "\x1bOQ", "f3": "\x1bOR", "f4": "\x1bOS", "f6": "\x1b[17~", "f7": "\x1b[18~",
	"ctrl+a": "\x01", "ctrl+c": "\x03", "ctrl+f": "\x06", "ctrl+g": "\x07", "ctrl+n": "\x0e", "ctrl+o": "\x0f", "ctrl+r": "\x12", "ctrl+s": "\x13", "ctrl+u": "\x15",
	"ctrl+x": "\x18", "ctrl+z": "\x1a",
}

// Paste pastes a text as a terminal with bracketed paste does.
func (p *terminal) Paste(text string) {
	p.t.Helper()
	p.Send("\x1b[200~" + text + "\x1b[201~")
}

// Resize gives the terminal another size.
func (p *terminal) Resize(cols, rows int) {
	p.t.Helper()
	p.mu.Lock()
	p.emu.vt.Resize(cols, rows)
	p.mu.Unlock()
	p.tell(cols, rows)
}

// tell tells the program a size, whatever the terminal's is.
func (p *terminal) tell(cols, rows int) {
	p.t.Helper()
	conn, err := p.tty.SyscallConn()
	if err != nil {
		p.t.Fatalf("resize: %v", err)
	}
	err = conn.Control(func(fd uintptr) {
		if err := unix.IoctlSetWinsize(int(fd), unix.TIOCSWINSZ, &unix.Winsize{Col: uint16(cols), Row: uint16(rows)}); err != nil {
			p.t.Errorf("resize: %v", err)
		}
	})
	if err != nil {
		p.t.Fatalf("resize: %v", err)
	}
}

// Kill ends the program as a power switch does.
func (p *terminal) Kill() {
	p.t.Helper()
	p.Signal(syscall.SIGKILL)
	p.Exit()
}

// Signal sends the program a signal.
func (p *terminal) Signal(s syscall.Signal) {
	p.t.Helper()
	if err := p.cmd.Process.Signal(s); err != nil && !errors.Is(err, os.ErrProcessDone) {
		p.t.Fatalf("send %v: %v", s, err)
	}
}

// Hangup takes the terminal away, as a closed window does.
func (p *terminal) Hangup() {
	p.t.Helper()
	if err := p.tty.Close(); err != nil {
		p.t.Fatalf("close the terminal: %v", err)
	}
}

// Exit waits until the program has ended and gives its exit code; -1 when a
// signal ended it.
func (p *terminal) Exit() int {
	p.t.Helper()
	select {
	case <-p.ended:
		return p.cmd.ProcessState.ExitCode()
	case <-time.After(patience):
		p.t.Fatalf("the program did not end:\n%s", p.Screen())
		return 0
	}
}
