//go:build unix

package command

import (
	"os"
	"os/signal"
	"syscall"
	"time"

	"golang.org/x/sys/unix"
)

// stops are the signals that stop a program and that it may hear of: Ctrl+Z sends
// one.
var stops = []os.Signal{syscall.SIGTSTP}

// pause stops this program and returns when it goes on. It does nothing where no
// shell could continue it, as the system does. SIGSTOP, because Go ignores a
// SIGTSTP that it has once caught.
func pause() {
	if !hasShell() {
		return
	}
	goesOn := make(chan os.Signal, 1)
	signal.Notify(goesOn, syscall.SIGCONT)
	defer signal.Stop(goesOn)
	_ = syscall.Kill(os.Getpid(), syscall.SIGSTOP)
	select {
	case <-goesOn:
	case <-time.After(100 * time.Millisecond):
	}
}

// hasShell reports whether there is a program that could continue this one: a
// parent in its session, and not only the one that leads both.
func hasShell() bool {
	parent := os.Getppid()
	mine, err := unix.Getsid(0)
	theirs, parentErr := unix.Getsid(parent)
	group, groupErr := unix.Getpgid(parent)
	if err != nil || parentErr != nil || groupErr != nil || mine != theirs {
		return false
	}
	return group != unix.Getpgrp() || parent != mine
}

// suspend does what its key does on a terminal that is not raw.
func suspend() { _ = syscall.Kill(0, syscall.SIGTSTP) }
