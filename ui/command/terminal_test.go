package command_test

import (
	"bytes"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/creack/pty"
)

// program is this test's binary, which is lotse under that name.
func program(t *testing.T, dir string, args ...string) *exec.Cmd {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	procedures, err := filepath.Abs("testdata/procedures")
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(self, args...)
	cmd.Args[0] = "lotse"
	cmd.Path = filepath.Join(dir, "lotse")
	if err := os.Symlink(self, cmd.Path); err != nil && !errors.Is(err, os.ErrExist) {
		t.Fatal(err)
	}
	cmd.Dir = dir
	cmd.Env = []string{"HOME=" + dir, "XDG_DATA_HOME=" + filepath.Join(dir, "data"), "PROCEDURES=" + procedures, "TERM=xterm"}
	return cmd
}

// dialog is a program on a terminal.
type dialog struct {
	t    *testing.T
	cmd  *exec.Cmd
	tty  *os.File
	mu   sync.Mutex
	text bytes.Buffer
	more chan struct{}
}

func talkTo(t *testing.T, cmd *exec.Cmd) *dialog {
	t.Helper()
	tty, err := pty.Start(cmd)
	if err != nil {
		t.Fatal(err)
	}
	d := &dialog{t: t, cmd: cmd, tty: tty, more: make(chan struct{}, 1)}
	go d.listen()
	t.Cleanup(func() { _ = tty.Close() })
	return d
}

// listen takes what the program writes.
func (d *dialog) listen() {
	b := make([]byte, 4096)
	for {
		n, err := d.tty.Read(b)
		d.mu.Lock()
		d.text.Write(b[:n])
		d.mu.Unlock()
		select {
		case d.more <- struct{}{}:
		default:
		}
		if err != nil {
			close(d.more)
			return
		}
	}
}

// said is all that was written so far.
func (d *dialog) said() string {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.text.String()
}

// answer waits for a prompt and types.
func (d *dialog) answer(prompt, typed string) {
	d.t.Helper()
	d.again(prompt, 1)
	if _, err := io.WriteString(d.tty, typed); err != nil {
		d.t.Fatal(err)
	}
}

// again waits for a prompt to come for the nth time.
func (d *dialog) again(prompt string, n int) {
	d.t.Helper()
	limit := time.After(60 * time.Second)
	for strings.Count(d.said(), prompt) < n {
		select {
		case _, open := <-d.more:
			if !open && strings.Count(d.said(), prompt) < n {
				d.t.Fatalf("no %q in:\n%s", prompt, d.said())
			}
		case <-limit:
			d.t.Fatalf("no %q in:\n%s", prompt, d.said())
		}
	}
}

// left waits for the end and gives exit code and text.
func (d *dialog) left() (int, string) {
	d.t.Helper()
	for range d.more { //nolint:revive // until it is closed
	}
	code := exitCode(d.t, d.cmd.Wait())
	return code, d.said()
}

func exitCode(t *testing.T, err error) int {
	t.Helper()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		t.Fatal(err)
	}
	if exit != nil {
		return exit.ExitCode()
	}
	return 0
}

// A person makes a key, gives a secret and sees it again; what is typed without
// echo never shows.
func TestSecretsOnATerminal(t *testing.T) {
	t.Parallel() // what is shown stays for ten seconds
	dir := t.TempDir()
	d := talkTo(t, program(t, dir, "secret", "init", "--file"))
	d.answer("nobody can recover", "correct horse\n")
	d.answer("once more", "another\n")
	if code, text := d.left(); code != 2 || !strings.Contains(text, "differ") {
		t.Fatalf("exit %d\n%s", code, text)
	}
	d = talkTo(t, program(t, dir, "secret", "init", "--file"))
	d.answer("nobody can recover", "correct horse\n")
	d.answer("once more", "correct horse\n")
	if code, text := d.left(); code != 0 || strings.Contains(text, "horse") {
		t.Fatalf("exit %d\n%s", code, text)
	}
	id := started(t, dir)
	d = talkTo(t, program(t, dir, "set", id, "--secret-stdin", "ship.key"))
	d.answer("ship.key: ", "oops\x15hunnn\x7f\x7fter2\n")
	if code, text := d.left(); code != 0 || strings.Contains(text, "hun") {
		t.Fatalf("exit %d\n%s", code, text)
	}
	d = talkTo(t, program(t, dir, "secret", "show", id, "ship.key"))
	d.answer("assphrase", "correct horse\n")
	if code, text := d.left(); code != 0 || !strings.Contains(text, "hunter2") || strings.Contains(text, "horse") {
		t.Fatalf("exit %d\n%s", code, text)
	}
}

// What cannot be taken back asks for a word.
func TestDeleteAsksForAWord(t *testing.T) {
	dir := t.TempDir()
	if out, err := program(t, dir, "start", "pilot", "--customer", "Muster GmbH", "--no-input").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	d := talkTo(t, program(t, dir, "delete", "Muster GmbH"))
	d.answer("Type delete to go on", "yes\n")
	if code, text := d.left(); code != 3 || !strings.Contains(text, "nothing was changed") {
		t.Fatalf("exit %d\n%s", code, text)
	}
	d = talkTo(t, program(t, dir, "delete", "Muster GmbH"))
	d.answer("Type delete to go on", "delete\n")
	if code, text := d.left(); code != 0 || !strings.Contains(text, "Deleted") {
		t.Fatalf("exit %d\n%s", code, text)
	}
}

// On a terminal the consequences of a change are asked about.
func TestRippleOnATerminal(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "answers.yaml")
	if err := os.WriteFile(file, []byte("ship: {name: HMS Muster, purpose: people, beds: 3}\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	id := started(t, dir, "--answers", file)
	d := talkTo(t, program(t, dir, "set", id, "purpose=cargo"))
	d.answer("Type yes to go on", "no\n")
	if code, text := d.left(); code != 3 || !strings.Contains(text, "beds") || !strings.Contains(text, "Nothing was changed") {
		t.Fatalf("exit %d\n%s", code, text)
	}
	d = talkTo(t, program(t, dir, "set", id, "purpose=cargo"))
	d.answer("Type yes to go on", "yes\n")
	if code, text := d.left(); code != 0 {
		t.Fatalf("exit %d\n%s", code, text)
	}
	out, err := program(t, dir, "show", id, "--json").Output()
	if err != nil || !strings.Contains(string(out), `"cargo"`) {
		t.Errorf("%v\n%s", err, out)
	}
}

// started starts a run and gives its id.
func started(t *testing.T, dir string, more ...string) string {
	t.Helper()
	args := append([]string{"start", "pilot", "--customer", "Muster GmbH", "--no-input", "--json"}, more...)
	out, err := program(t, dir, args...).Output()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	_, rest, _ := strings.Cut(string(out), `"id": "`)
	id, _, _ := strings.Cut(rest, `"`)
	return id
}

// A terminal that does not tell its size, as this one does, is not too small.
func TestDoctorOnATerminalWithoutASize(t *testing.T) {
	_, text := talkTo(t, program(t, t.TempDir(), "doctor")).left()
	if !strings.Contains(text, "0x0, TERM=xterm") || !strings.Contains(text, "does not tell its size") || strings.Contains(text, "needs 40 columns") {
		t.Error(text)
	}
}

// Ctrl+C at a prompt without echo leaves with 130.
func TestInterruptAtAPrompt(t *testing.T) {
	d := talkTo(t, program(t, t.TempDir(), "secret", "init", "--file"))
	d.answer("nobody can recover", "\x03")
	if code, text := d.left(); code != 130 {
		t.Fatalf("exit %d\n%s", code, text)
	}
}

// SIGINT while an answers file comes in through a pipe: 130, and nothing is
// written.
func TestInterruptWhileReading(t *testing.T) {
	cmd := program(t, t.TempDir(), "start", "pilot", "--customer", "Muster GmbH", "--answers", "-", "--json")
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	cmd.Stdout = &out
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	// More than a pipe holds: when it is written, it is being read.
	if _, err := in.Write(bytes.Repeat([]byte("# nothing\n"), 20_000)); err != nil {
		t.Fatal(err)
	}
	if err := cmd.Process.Signal(syscall.SIGINT); err != nil {
		t.Fatal(err)
	}
	if code := exitCode(t, cmd.Wait()); code != 130 || !strings.Contains(out.String(), `"code": "interrupted"`) {
		t.Errorf("exit %d\n%s", code, out.String())
	}
}
