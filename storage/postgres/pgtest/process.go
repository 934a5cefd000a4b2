//go:build campaign

package pgtest

import (
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"
)

// guardian waits until its input ends, as it does with the process that holds the other
// end, however that goes; then it ends the server in the folder $1, and removes that as
// soon as nothing more is written there.
const guardian = `read -r _
[ ! -f "$1/data/postmaster.pid" ] || kill -QUIT "$(head -n 1 "$1/data/postmaster.pid")"
for try in $(seq 100); do rm -rf "$1" 2>/dev/null && exit 0; sleep 0.1; done
exec rm -rf "$1"`

// guard starts a guardian, in a session of its own: what is killed with this process is
// not the guardian.
func (c *Cluster) guard() (end func() error, err error) {
	cmd := exec.Command("/bin/sh", "-c", guardian, "sh", c.Dir) //nolint:gosec // as above
	cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true}
	var in io.WriteCloser
	if in, err = cmd.StdinPipe(); err != nil {
		return nil, err
	}
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	return func() error {
		_ = in.Close()
		if err := cmd.Wait(); err != nil {
			return fmt.Errorf("remove server in %s: %w", c.Dir, err)
		}
		return nil
	}, nil
}

func (c *Cluster) command(name string, args ...string) *exec.Cmd {
	cmd := exec.Command(filepath.Join(c.bin, name), args...) //nolint:gosec // the test names it
	cmd.Dir = c.Dir
	cmd.Env = append(os.Environ(), c.env...)
	cmd.SysProcAttr = &syscall.SysProcAttr{Credential: c.as}
	return cmd
}

func (c *Cluster) must(t testing.TB, name string, args ...string) {
	t.Helper()
	if out, err := c.command(name, args...).CombinedOutput(); err != nil {
		t.Fatalf("%s: %v\n%s", name, err, out)
	}
}

// control calls pg_ctl and waits until it has done it.
func (c *Cluster) control(what string, args ...string) error {
	args = append([]string{what, "-D", c.data(), "-w", "-t", "60", "-s"}, args...)
	out, err := c.command("pg_ctl", args...).Output()
	if err != nil {
		return fmt.Errorf("pg_ctl %s: %w: %s", what, err, out)
	}
	return nil
}

// Stop stops the server: "smart", "fast", or "immediate", which is a crash.
func (c *Cluster) Stop(t testing.TB, mode string) {
	t.Helper()
	if err := c.control("stop", "-m", mode); err != nil {
		t.Fatal(err)
	}
}

// StartAgain starts it after Stop, with what it had.
func (c *Cluster) StartAgain(t testing.TB) {
	t.Helper()
	if err := c.control("start", "-l", c.Log); err != nil {
		b, _ := os.ReadFile(c.Log) //nolint:errcheck // the error says what is known
		t.Fatalf("%v\n%s", err, b)
	}
}
