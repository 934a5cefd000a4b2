//go:build !unix

package tool

import "os/exec"

// detach has nothing to do where a program does not end with its terminal.
func detach(*exec.Cmd) {}
