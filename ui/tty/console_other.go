//go:build !windows

package tty

import "io"

// Prepare has nothing to do where a terminal interprets what it is sent.
func Prepare(...any) (restore func()) { return func() {} }

// newConsoleInput gives in: a terminal is a stream, and tells of its size by a signal.
func newConsoleInput(in io.Reader, _ func()) io.Reader { return in }
