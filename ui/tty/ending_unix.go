//go:build unix

package tty

import (
	"os"
	"syscall"
)

// endings are the signals that end a program, but those that nobody can catch.
var endings = append([]os.Signal{
	syscall.SIGQUIT, syscall.SIGABRT, syscall.SIGSEGV, syscall.SIGBUS, syscall.SIGFPE, syscall.SIGILL, syscall.SIGTRAP, syscall.SIGSYS,
}, asking...)
