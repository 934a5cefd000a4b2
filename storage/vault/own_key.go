package vault

import (
	"context"
	"crypto/sha256"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"lotse/flows"
	"lotse/flows/ownfile"
)

// ownKeys are the sealed keys of fingerprints in a folder of the person's own, for the
// runs of a server: whoever could put another key in their place there could try out by
// fingerprints what a secret is. Each is a file by itself, since a team has more runs
// than are well read and written at once. It stays when the run is deleted, and is good
// for nothing then.
type ownKeys struct {
	dir, server string
}

func (o ownKeys) path(key string) string {
	sum := sha256.Sum256([]byte(o.server + "\n" + key))
	return filepath.Join(o.dir, "fingerprints", lower32(sum[:15])+".key")
}

// Setting is of Settings.
func (o ownKeys) Setting(_ context.Context, key string) (string, error) {
	text, err := readSmall(o.path(key))
	if errors.Is(err, fs.ErrNotExist) {
		return "", nil
	}
	return strings.TrimSpace(string(text)), err
}

// SetSetting is of Settings; whoever calls it has locked the folder.
func (o ownKeys) SetSetting(_ context.Context, key, value string) error {
	path := o.path(key)
	if value == "" {
		if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return unwritten(path, err)
		}
		return nil
	}
	if err := ownfile.MkdirAll(filepath.Dir(path)); err != nil {
		return flows.Refuse(flows.ErrFailed, nil, "store.no_folder", "folder", filepath.Dir(path)).Because(err)
	}
	if err := replace(path, []byte(value+"\n")); err != nil {
		return unwritten(path, err)
	}
	return nil
}
