//go:build unix

package command

import (
	"context"
	"os"
	"os/signal"
	"syscall"
	"time"

	"golang.org/x/sys/unix"
)

// The signals that leave the echo off where nobody catches them: those that end
// the program, those that it dies of with a report, those that stop it until it is
// continued.
var (
	ends    = []os.Signal{syscall.SIGTERM, syscall.SIGHUP}
	crashes = []os.Signal{syscall.SIGQUIT, syscall.SIGABRT}
	stops   = []os.Signal{syscall.SIGTSTP}
)

// raise sends a signal to this program.
func raise(s os.Signal) { _ = syscall.Kill(os.Getpid(), s.(syscall.Signal)) }

// end lets a signal do what it does when nobody catches it. Where somebody else
// does, ctx ends, or the caller does.
func end(ctx context.Context, s os.Signal) {
	raise(s)
	select {
	case <-ctx.Done():
	case <-time.After(time.Second):
	}
}

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
	raise(syscall.SIGSTOP)
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
