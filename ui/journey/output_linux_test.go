package journey

import (
	"bytes"
	"os"
	"os/exec"
	"strings"
	"syscall"
	"testing"
)

// printing are commands that print something, with what a library prints for us.
var printing = [][]string{
	{"list"},
	{"list", "--json"},
	{"show", "RUN"},
	{"log", "RUN", "--json"},
	{"procedures"},
	{"describe", "teccom-import"},
	{"verify", "RUN"},
	{"doctor"},
	{"help"},
	{"--help"},
	{"set", "--help"},
	{"help", "json"},
	{"help", "keys"},
	{"help", "rules"},
	{"--version"},
	{"completion", "bash"},
	{"man"},
	{"set", "RUN", "sign-in.organisation=Muster GmbH"},
	{"note", "RUN", "sign-in", "called", "--json"},
}

// printingTo runs a command in a shell that gives it an output of the test's.
func (h *house) printingTo(redirect, run string, args []string) (code int, talk string) {
	h.t.Helper()
	var line []string
	for _, a := range args {
		line = append(line, strings.ReplaceAll(a, "RUN", run))
	}
	lotse := h.lotse(line...)
	cmd := exec.Command("sh", append([]string{"-c", `exec "$0" "$@" ` + redirect}, lotse.Args...)...)
	cmd.Env, cmd.Dir = lotse.Env, lotse.Dir
	var errs bytes.Buffer
	cmd.Stderr = &errs
	_ = cmd.Run() // ProcessState tells
	return cmd.ProcessState.ExitCode(), errs.String()
}

// TestLostOutput gives commands an output that takes nothing: they do not say that
// they are done, and what they changed is saved all the same. One that nobody
// wants, and what is written down elsewhere, are no failures.
func TestLostOutput(t *testing.T) {
	t.Parallel()
	h := newHouse(t)
	run := h.start()
	for _, args := range printing {
		for _, redirect := range []string{">/dev/full", ">&-"} {
			if code, talk := h.printingTo(redirect, run, args); code != 1 || !strings.Contains(talk, "/dev/stdout") {
				t.Errorf("lotse %v %s: exit %d\n%s", args, redirect, code, talk)
			}
		}
		for _, redirect := range []string{">/dev/null", ">out", "2>&- >out", "<&- >out"} {
			if code, talk := h.printingTo(redirect, run, args); code != 0 || strings.Contains(talk, "/dev/stdout") {
				t.Errorf("lotse %v %s: exit %d\n%s", args, redirect, code, talk)
			}
		}
	}
	if n := len(h.log(run)); n < 5 {
		t.Errorf("%d events: what the commands changed is not saved", n)
	}
	// A refusal stays the one that it is.
	for args, want := range map[string]int{"show nosuch": 5, "nosuch": 2, "show nosuch --json": 5} {
		if code, talk := h.printingTo(">&-", run, strings.Fields(args)); code != want || talk == "" {
			t.Errorf("lotse %s: exit %d\n%s", args, code, talk)
		}
	}
}

// TestAReaderWhoLeaves closes the pipe, as head does: the command ends like any
// other there, without a word.
func TestAReaderWhoLeaves(t *testing.T) {
	t.Parallel()
	h := newHouse(t)
	run := h.start()
	for _, args := range printing {
		var line []string
		for _, a := range args {
			line = append(line, strings.ReplaceAll(a, "RUN", run))
		}
		cmd := h.lotse(line...)
		r, w, err := os.Pipe()
		if err != nil {
			t.Fatal(err)
		}
		var talk bytes.Buffer
		cmd.Stdout, cmd.Stderr = w, &talk
		if err := r.Close(); err != nil {
			t.Fatal(err)
		}
		_ = cmd.Run() // ProcessState tells
		_ = w.Close()
		if status := cmd.ProcessState.Sys().(syscall.WaitStatus); !status.Signaled() || status.Signal() != syscall.SIGPIPE || talk.Len() > 0 {
			t.Errorf("lotse %v: %v\n%s", args, cmd.ProcessState, talk.String())
		}
	}
	h.verify(run)
}
