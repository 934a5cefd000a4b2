//go:build !unix

package command

import (
	"os"
	"syscall"
)

// stops is a signal that nobody sends: nothing stops a program here, and a list of
// no signals would ask for all.
var stops = []os.Signal{syscall.SIGALRM}

func pause()   {}
func suspend() {}
