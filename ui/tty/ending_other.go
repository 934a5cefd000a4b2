//go:build !unix

package tty

// endings are the signals that end a program.
var endings = asking
