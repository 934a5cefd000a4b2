//go:build unix

package command

import (
	"io"
	"os/exec"
	"strings"
	"testing"
	"time"

	"lotse/flows/check"
)

// TestChildProcess ends as a child may: well, badly, never.
func TestChildProcess(t *testing.T) {
	for script, want := range map[string]struct{ out, err string }{
		"read job; echo found":                                 {"found\n", ""},
		"read job; echo found; exit 3":                         {"found\n", "exit status 3"},
		"read job; echo found; kill -9 $$":                     {"found\n", "signal: killed"},
		"read job; printf 'no \\033[1mmemory\\n' >&2; exit 1":  {"", "exit status 1 (no memory)"},
		"read job; yes 0123456789 | head -c 99999 >&2; exit 1": {"", "789"},
	} {
		p, err := startChild(exec.CommandContext(t.Context(), "sh", "-c", script), &check.Job{})
		if err != nil {
			t.Fatal(err)
		}
		b, err := io.ReadAll(p)
		if string(b) != want.out || (err == nil) != (want.err == "") || err != nil && (!strings.Contains(err.Error(), want.err) || len(err.Error()) > 2*maxTail) {
			t.Errorf("%s: %.99q, %.999v", script, b, err)
		}
		if err := p.Close(); err != nil {
			t.Errorf("%s: close: %v", script, err)
		}
	}
}

func TestChildProcessIsEndedWhereNobodyListens(t *testing.T) {
	p, err := startChild(exec.CommandContext(t.Context(), "sh", "-c", "read job; echo found; while :; do sleep 0.01; done"), &check.Job{})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := io.ReadFull(p, make([]byte, 6)); err != nil {
		t.Fatal(err)
	}
	done := make(chan error)
	go func() { done <- p.Close() }()
	select {
	case err := <-done:
		if err != nil {
			t.Error(err)
		}
	case <-time.After(30 * time.Second):
		t.Fatal("it goes on")
	}
	if s := p.(*childProcess).cmd.ProcessState; s == nil || s.Success() {
		t.Errorf("it ended as %v", s)
	}
	if _, err := startChild(exec.CommandContext(t.Context(), "/nowhere/lotse", compareChild), &check.Job{}); err == nil {
		t.Error("a program that is not there was started")
	}
}
