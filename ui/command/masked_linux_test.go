package command_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/creack/pty"
	"golang.org/x/sys/unix"
)

// onPty starts a program on a terminal that outlives it, as a shell's does.
func onPty(t *testing.T, cmd *exec.Cmd) (d *dialog, line *os.File) {
	t.Helper()
	tty, line, err := pty.Open()
	if err != nil {
		t.Fatal(err)
	}
	cmd.Stdin, cmd.Stdout, cmd.Stderr = line, line, line
	cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Setctty: true}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	d = &dialog{t: t, cmd: cmd, tty: tty, more: make(chan struct{}, 1)}
	go d.listen()
	t.Cleanup(func() { _ = tty.Close() })
	return d, line
}

// isAsBefore reports whether a terminal shows what is typed, and takes lines.
func isAsBefore(t *testing.T, line *os.File) bool {
	t.Helper()
	state, err := unix.IoctlGetTermios(int(line.Fd()), unix.TCGETS)
	if err != nil {
		t.Fatal(err)
	}
	const all = unix.ECHO | unix.ICANON | unix.ISIG
	return state.Lflag&all == all && state.Oflag&unix.OPOST != 0
}

// However a prompt without echo ends, the terminal is as it was before.
func TestTheEchoComesBack(t *testing.T) {
	dir := t.TempDir()
	for name, c := range map[string]struct {
		typed string
		sent  syscall.Signal
		ends  func(s syscall.WaitStatus) bool
	}{
		"ctrl+c":   {typed: "abc\x03", ends: func(s syscall.WaitStatus) bool { return s.ExitStatus() == 130 }},
		"ctrl+\\":  {typed: "abc\x1c", ends: func(s syscall.WaitStatus) bool { return s.ExitStatus() == 130 }},
		"ctrl+d":   {typed: "\x04", ends: func(s syscall.WaitStatus) bool { return s.ExitStatus() == 1 }},
		"too few":  {typed: "short\r", ends: func(s syscall.WaitStatus) bool { return s.ExitStatus() == 2 }},
		"SIGINT":   {sent: syscall.SIGINT, ends: func(s syscall.WaitStatus) bool { return s.ExitStatus() == 130 }},
		"SIGTERM":  {sent: syscall.SIGTERM, ends: func(s syscall.WaitStatus) bool { return s.ExitStatus() == 130 }},
		"SIGHUP":   {sent: syscall.SIGHUP, ends: func(s syscall.WaitStatus) bool { return s.ExitStatus() == 130 }},
		"SIGQUIT":  {sent: syscall.SIGQUIT, ends: func(s syscall.WaitStatus) bool { return s.ExitStatus() == 130 }},
		"too long": {typed: strings.Repeat("x", 20_000) + "\r", ends: func(s syscall.WaitStatus) bool { return s.ExitStatus() == 2 }},
	} {
		d, line := onPty(t, program(t, dir, "secret", "init", "--file"))
		d.answer("nobody can recover", c.typed)
		if c.sent != 0 {
			if isAsBefore(t, line) {
				t.Errorf("%s: there is an echo at the prompt", name)
			}
			if err := d.cmd.Process.Signal(c.sent); err != nil {
				t.Fatal(err)
			}
		}
		_ = d.cmd.Wait() // its status tells
		if status := d.cmd.ProcessState.Sys().(syscall.WaitStatus); !c.ends(status) {
			t.Errorf("%s: exit %d, signal %v\n%s", name, status.ExitStatus(), status.Signal(), d.said())
		}
		if !isAsBefore(t, line) {
			t.Errorf("%s: the terminal is not as it was", name)
		}
		if strings.Contains(d.said(), "abc") {
			t.Errorf("%s: what was typed shows:\n%s", name, d.said())
		}
		_ = line.Close()
	}
}

// A program that is stopped at a prompt gives the terminal back for that time, and
// asks again when it goes on.
func TestStoppedAtAPrompt(t *testing.T) {
	dir := t.TempDir()
	cmd := program(t, dir)
	script := cmd.Path + ` secret init --file; stty -a | tr ' ' '\n' | grep -x -e echo -e -echo | sed 's/^/stopped /'; fg`
	sh := exec.Command("sh", "-m", "-c", script)
	sh.Env, sh.Dir = append(cmd.Env, "PATH="+os.Getenv("PATH")), dir
	d, line := onPty(t, sh)
	d.answer("nobody can recover", "correct \x1a")
	d.answer("stopped echo", "")
	d.again("nobody can recover", 2)
	d.answer("nobody can recover", "horse\r")
	d.answer("once more", "correct horse\r")
	if err := sh.Wait(); err != nil {
		t.Errorf("%v\n%s", err, d.said())
	}
	if !isAsBefore(t, line) || strings.Contains(d.said(), "horse") || strings.Contains(d.said(), "correct") {
		t.Errorf("echo is %t:\n%s", isAsBefore(t, line), d.said())
	}
	if _, err := os.Stat(filepath.Join(dir, "data", "lotse", "identity.age")); err != nil {
		t.Errorf("%v\n%s", err, d.said())
	}
}
