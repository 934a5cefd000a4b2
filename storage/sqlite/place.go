package sqlite

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"lotse/flows"
	"lotse/flows/ownfile"
	"lotse/storage/disk"
)

const minSize = 512 // of a database that is not empty

// In is the path of the database of a folder. It makes nothing.
func In(folder string) string { return filepath.Join(folder, "lotse.db") }

// canonicalPath is the one name of a database file: absolute, with links
// followed, so that locks, backups and evidence are found beside it by
// whatever name it is opened.
func canonicalPath(path string) (string, error) {
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

// makeFolder makes a folder that only its owner can see; an existing one stays
// as it is.
func makeFolder(path string) error {
	if err := disk.MakeFolder(path); err != nil {
		if kindOf(err) != "" {
			return explain("make folder", path, err)
		}
		return flows.Refuse(flows.ErrFailed, nil, "store.no_folder", "folder", path).Because(err)
	}
	return nil
}

// makeOwnFolder makes a folder beside a database, in the place of which no link
// may stand.
func makeOwnFolder(path, folder string) error {
	if err := refuseLinks(path); err != nil {
		return err
	}
	return makeFolder(folder)
}

// createEmpty makes an empty file with its permissions before SQLite opens it;
// an existing one stays as it is. The caller must hold the lock of the
// database.
func createEmpty(path string) error {
	info, err := os.Stat(path)
	switch {
	case err == nil && info.Mode().IsRegular() && info.Size() > 0 && info.Size() < minSize:
		// SQLite would take it for an empty one and write over it.
		return refuseDamaged("store.too_short", path)
	case err == nil && info.Mode().IsRegular():
		return nil
	case err == nil:
		return flows.Refuse(flows.ErrFailed, nil, "store.no_file", "file", path)
	case !errors.Is(err, fs.ErrNotExist):
		return explain("look at", path, err)
	}
	f, err := ownfile.Create(path)
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

// refuseNetwork refuses a folder on a network file system.
func refuseNetwork(path, folder string) error {
	name, far, err := fileSystem(folder)
	if err != nil {
		return explain("look at the file system of", folder, err)
	}
	if far {
		return flows.Refuse(flows.ErrFailed, nil, Network, "file", path, "system", name)
	}
	return nil
}

// refuseNewer refuses a database that a newer program has written.
func refuseNewer(path string, version int) error {
	return flows.Refuse(flows.ErrNewer, nil, "store.newer", "file", path, "version", version, "known", schemaVersion())
}
