package disk

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"

	"lotse/flows/ownfile"
)

// MakeFolder makes a folder that only its owner can use, and those above it that
// are missing. What it makes survives a power cut; a folder that is there stays as it is.
func MakeFolder(path string) error {
	info, err := os.Stat(path)
	switch {
	case err == nil && info.IsDir():
		return nil
	case err == nil:
		return &fs.PathError{Op: "mkdir", Path: path, Err: syscall.ENOTDIR}
	}
	above := filepath.Dir(path)
	if above != path {
		if err := MakeFolder(above); err != nil {
			return err
		}
	}
	if err := ownfile.Mkdir(path); err != nil && !errors.Is(err, fs.ErrExist) {
		return err
	}
	// A folder that may not be read cannot be synced by us.
	if err := SyncFolder(above); !errors.Is(err, fs.ErrPermission) {
		return err
	}
	return nil
}
