//go:build !windows

package check

import "syscall"

// What the system says where nobody listens, and where no network is reached.
var (
	refusedErrnos = []syscall.Errno{syscall.ECONNREFUSED}
	offlineErrnos = []syscall.Errno{syscall.ENETUNREACH, syscall.EHOSTUNREACH, syscall.ENETDOWN}
)
