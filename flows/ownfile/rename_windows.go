package ownfile

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"time"

	"golang.org/x/sys/windows"
)

// How long a name is waited for that another program holds, and how long between
// two tries: a virus scanner looks at what is new, a search at what was changed.
const (
	patience = time.Second
	pause    = 10 * time.Millisecond
)

// Rename gives a file or a folder another name, in the place of a file that has it.
// It tries again for a while where another program has one of them open.
func Rename(old, name string) error {
	for last := time.Now().Add(patience); ; time.Sleep(pause) {
		err := os.Rename(old, name)
		if err == nil || !isHeld(err) || time.Now().After(last) {
			return err
		}
	}
}

// isHeld reports whether an error says that another program has the file open; the
// system says no access where it is to be replaced.
func isHeld(err error) bool {
	return errors.Is(err, windows.ERROR_SHARING_VIOLATION) || errors.Is(err, windows.ERROR_LOCK_VIOLATION) || errors.Is(err, windows.ERROR_ACCESS_DENIED)
}

// RemoveAll removes what has a name, with all that is in it; no error where there
// is nothing. It follows no link. Where the file system cannot remove what lies in
// an open folder, as package os asks for, each is removed by its own path.
func RemoveAll(path string) error {
	err := os.RemoveAll(path)
	if !errors.Is(err, windows.ERROR_INVALID_FUNCTION) {
		return err
	}
	var all []string
	err = filepath.WalkDir(path, func(path string, _ fs.DirEntry, err error) error {
		all = append(all, path)
		return err
	})
	if err != nil {
		return err
	}
	for _, path := range slices.Backward(all) {
		if err := os.Remove(path); err != nil {
			return err
		}
	}
	return nil
}
