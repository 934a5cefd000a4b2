//go:build unix

package tool

import (
	"os/exec"
	"syscall"
)

// detach keeps a program from ending with the terminal that it was started in.
func detach(cmd *exec.Cmd) { cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true} }
