package sqlite

import (
	"os"
	"path/filepath"

	"lotse/flows"
)

// refuseLinks refuses a link in the place of what lies beside a database: what
// is written there would go elsewhere, and so would what is deleted. The folder
// of the database, and the database itself, may be reached by links, which
// canonicalPath has followed.
func refuseLinks(path string) error {
	all := []string{
		filepath.Dir(backupFolder(path)), backupFolder(path),
		filepath.Dir(evidenceFolder(path)), evidenceFolder(path),
	}
	for _, end := range append([]string{lockEnd, restoreEnd, planEnd}, sidecars...) {
		all = append(all, path+end)
	}
	for _, name := range all {
		if err := refuseLink(name); err != nil {
			return err
		}
	}
	return nil
}

// refuseLink refuses what is neither a file nor a folder, and may be nothing.
func refuseLink(path string) error {
	info, err := os.Lstat(path)
	if err != nil || info.IsDir() || info.Mode().IsRegular() {
		return nil // who opens it says what is wrong
	}
	return flows.Refuse(flows.ErrFailed, nil, "store.linked", "file", path)
}
