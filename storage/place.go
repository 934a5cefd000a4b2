package storage

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"lotse/flows"
	"lotse/storage/disk"
)

const (
	folderMode = 0o700
	fileMode   = 0o600
	minSize    = 512 // of a database that is not empty
)

// place gives the one name of a database file: absolute, links followed, so
// that locks, backups and evidence are found beside it by whatever name it is
// opened.
func place(path string) (string, error) {
	abs, err := filepath.Abs(path)
	if err != nil {
		return "", fmt.Errorf("find %q: %w", path, err)
	}
	if real, err := filepath.EvalSymlinks(abs); err == nil {
		return real, nil
	}
	dir, err := filepath.EvalSymlinks(filepath.Dir(abs))
	if err != nil {
		return abs, nil // a folder that is still to be made
	}
	return filepath.Join(dir, filepath.Base(abs)), nil
}

// folder makes a folder that only its owner sees; one that is there stays as
// it is.
func folder(path string) error {
	if err := os.MkdirAll(path, folderMode); err != nil {
		if errors.Is(err, fs.ErrPermission) || kindOf(err) != nil {
			return explain("make folder", path, err)
		}
		return failure(nil, err, "The folder %q cannot be made. Name another file with --db.", path)
	}
	return nil
}

// create makes an empty file with its permissions before SQLite opens it; one
// that is there stays as it is. It must hold the lock of the database.
func create(path string) error {
	info, err := os.Stat(path)
	switch {
	case err == nil && info.Mode().IsRegular() && info.Size() > 0 && info.Size() < minSize:
		// SQLite would take it for an empty one and write over it.
		return failure(flows.ErrDamaged, nil, "%q is too short for a database. It was left as it is. Put a backup in its place with lotse restore%s.", path, newest(path))
	case err == nil && info.Mode().IsRegular():
		return nil
	case err == nil:
		return failure(nil, nil, "%q is not a file. Name a file with --db.", path)
	case !errors.Is(err, fs.ErrNotExist):
		return explain("look at", path, err)
	}
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE|os.O_EXCL, fileMode)
	if err != nil {
		return explain("create", path, err)
	}
	if err := f.Close(); err != nil {
		return explain("create", path, err)
	}
	return syncFolder(filepath.Dir(path))
}

// syncFolder makes the names in a folder survive a power cut.
func syncFolder(path string) error {
	return explain("sync folder", path, disk.SyncFolder(path))
}

// local refuses a folder on a network file system.
func local(path, folder string) error {
	name, far, err := fileSystem(folder)
	if err != nil {
		return explain("look at the file system of", folder, err)
	}
	if far {
		return failure(ErrNetwork, nil, "%q lies on a network file system (%s), where a database can lose what was saved. Name a file on this machine with --db.", path, name)
	}
	return nil
}

// newer refuses a database that a newer program has written.
func newer(path string, version int) error {
	return failure(flows.ErrNewer, nil, "%q was written by a newer Lotse: its version is %d, and this one knows up to %d. Use the newer Lotse. Nothing was changed.", path, version, schemaVersion())
}
