//go:build unix

package tty

import (
	"os"
	"os/signal"
	"syscall"
)

// WatchStops calls stop when the program is asked to stop (SIGTSTP), which has to
// make the terminal the shell's and call Stop, and again when it was stopped
// without being asked (SIGSTOP) and goes on, with whatever a shell has made of the
// terminal meanwhile. Both come from another goroutine, never at once. end ends it.
func WatchStops(stop, again func()) (end func()) {
	sig, done := make(chan os.Signal, 4), make(chan struct{})
	signal.Notify(sig, syscall.SIGTSTP, syscall.SIGCONT)
	go func() {
		for {
			select {
			case s := <-sig:
				if s == syscall.SIGTSTP {
					stop()
				} else {
					again()
				}
			case <-done:
				return
			}
		}
	}()
	return func() {
		signal.Stop(sig)
		close(done)
	}
}

// Stop stops the program until somebody lets it go on.
func Stop() {
	goesOn := make(chan os.Signal, 1)
	signal.Notify(goesOn, syscall.SIGCONT)
	defer signal.Stop(goesOn)
	if syscall.Kill(os.Getpid(), syscall.SIGSTOP) == nil {
		<-goesOn // the call may return before it takes effect
	}
}

// AskToStop asks the program to stop, and all that it was started with, as the
// terminal does at ctrl+z where it is not read raw.
func AskToStop() { _ = syscall.Kill(0, syscall.SIGTSTP) }
