//go:build !windows

package tty

// unset is empty: these systems set what they know.
var unset map[string]func() string
