//go:build !unix

package tty

// WatchStops has nothing to watch where programs are not stopped.
func WatchStops(_, _ func()) (end func()) { return func() {} }

// Stop does nothing there.
func Stop() {}

// AskToStop does nothing there.
func AskToStop() {}
