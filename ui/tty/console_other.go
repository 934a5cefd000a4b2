//go:build !windows

package tty

// Prepare has nothing to do where a terminal interprets what it is sent.
func Prepare(...any) (restore func()) { return func() {} }
