package tty

import (
	"os"
	"os/signal"
	"syscall"
)

// NotifyEnding sends the signals that end a program to a channel instead. Among
// them are those at which Go would write down all goroutines, across a screen
// that nobody has restored; a fault of the program's own memory is none of them
// and panics, as ever.
func NotifyEnding(to chan<- os.Signal) { signal.Notify(to, endings...) }

// asking are the signals with which anybody asks a program to end.
var asking = []os.Signal{os.Interrupt, syscall.SIGTERM, syscall.SIGHUP}

// DefaultEnding lets the next of the signals that ask a program to end do so at
// once.
func DefaultEnding() { signal.Reset(asking...) }
