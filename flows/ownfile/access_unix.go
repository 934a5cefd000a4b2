//go:build unix

package ownfile

import (
	"fmt"
	"io/fs"
	"os"
	"syscall"
)

const (
	noFollow    = syscall.O_NOFOLLOW
	errNoFolder = syscall.ENOTDIR

	fileMode   fs.FileMode = 0o600
	folderMode fs.FileMode = 0o700
)

func openFile(path string, flag int) (*os.File, error) { return os.OpenFile(path, flag, fileMode) }

func mkdir(path string) error { return os.Mkdir(path, folderMode) }

// Extended is the path itself here, where the system takes one of any length.
func Extended(path string) string { return path }

// others are the permissions of everybody but the owner.
const others fs.FileMode = 0o077

// Tighten takes a file or a folder of ours away from everybody else, and reports
// whether it had to. What belongs to another user, is a link, or is not there
// stays as it is.
func Tighten(path string) (changed bool, err error) {
	at, err := os.Lstat(path)
	if err != nil || at.Mode()&fs.ModeType&^fs.ModeDir != 0 || !mayClose(at) {
		return false, nil //nolint:nilerr // whoever uses the file says what is wrong with it
	}
	if err := os.Chmod(path, at.Mode().Perm()&^others); err != nil {
		return false, fmt.Errorf("close %q to others: %w", path, err)
	}
	return true, nil
}

// mayClose reports whether a file lets others use it and belongs to whoever runs
// this.
func mayClose(at fs.FileInfo) bool {
	of, ok := at.Sys().(*syscall.Stat_t)
	return ok && int(of.Uid) == os.Geteuid() && at.Mode().Perm()&others != 0
}

// IsOpen reports whether others than the owner may use a file or a folder.
func IsOpen(path string) bool {
	at, err := os.Stat(path)
	return err == nil && at.Mode().Perm()&others != 0
}

// Exposed reports whether others than the owner may write into a folder, and so
// put another file in the place of one of ours. In a folder such as /tmp, where
// each may remove only their own, they cannot.
func Exposed(folder string) bool {
	at, err := os.Stat(folder)
	return err == nil && at.Mode().Perm()&0o022 != 0 && at.Mode()&fs.ModeSticky == 0
}

// Access is how the system writes who may use a file or a folder: its mode here.
// It is "" where there is none.
func Access(path string) string {
	at, err := os.Stat(path)
	if err != nil {
		return ""
	}
	return at.Mode().String()
}

// Permissions is Access without the kind of file.
func Permissions(path string) string {
	at, err := os.Stat(path)
	if err != nil {
		return ""
	}
	return at.Mode().Perm().String()
}
