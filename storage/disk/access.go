package disk

import (
	"fmt"
	"io/fs"
	"os"
)

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

// IsOpen reports whether others than the owner may use a file or a folder.
func IsOpen(path string) bool {
	at, err := os.Stat(path)
	return err == nil && hasOwners && at.Mode().Perm()&others != 0
}

// Exposed reports whether others than the owner may write into a folder, and so
// put another file in the place of one of ours. In a folder such as /tmp, where
// each may remove only their own, they cannot.
func Exposed(folder string) bool {
	at, err := os.Stat(folder)
	return err == nil && hasOwners && at.Mode().Perm()&0o022 != 0 && at.Mode()&fs.ModeSticky == 0
}
