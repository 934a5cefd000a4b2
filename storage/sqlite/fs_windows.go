package sqlite

import (
	"path/filepath"
	"syscall"
	"unsafe"
)

var getDriveType = syscall.NewLazyDLL("kernel32.dll").NewProc("GetDriveTypeW")

const driveRemote = 4

// fileSystem names the file system of a folder and tells whether it is a
// network's.
func fileSystem(folder string) (name string, far bool, err error) {
	root, err := syscall.UTF16PtrFromString(filepath.VolumeName(folder) + `\`)
	if err != nil {
		return "", false, err
	}
	kind, _, _ := getDriveType.Call(uintptr(unsafe.Pointer(root)))
	return "a network drive", kind == driveRemote, nil
}
