//go:build unix

package command

import (
	"os/exec"
	"syscall"
)

// apart has a process begin a group of its own, which the keys of the terminal
// do not reach.
func apart(cmd *exec.Cmd) { cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true} }

// yielding is how nice a child is: the screen comes first.
const yielding = 15

// yield makes all threads of a group nice. Where that is not allowed it works as
// it is.
func yield(group int) { _ = syscall.Setpriority(syscall.PRIO_PGRP, group, yielding) }
