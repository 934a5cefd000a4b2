//go:build !windows

package sqlite

import "syscall"

// What the system says where there is no room, and where it lets nobody write.
var (
	fullErrnos   = []syscall.Errno{syscall.ENOSPC, syscall.EDQUOT, syscall.EFBIG}
	deniedErrnos = []syscall.Errno{syscall.EACCES, syscall.EPERM, syscall.EROFS}
)
