package sqlite

import (
	"syscall"

	"golang.org/x/sys/windows"
)

// What the system says where there is no room, and where it lets nobody write.
var (
	fullErrnos   = []syscall.Errno{windows.ERROR_DISK_FULL, windows.ERROR_HANDLE_DISK_FULL, windows.ERROR_DISK_QUOTA_EXCEEDED, windows.ERROR_FILE_TOO_LARGE}
	deniedErrnos = []syscall.Errno{windows.ERROR_ACCESS_DENIED, windows.ERROR_WRITE_PROTECT, windows.ERROR_FILE_READ_ONLY}
)
