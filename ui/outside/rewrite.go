package outside

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"lotse/flows/ownfile"
)

// Rewrite puts a text into the file at a path, in the place of what is there: all of
// it or nothing, whatever happens. A link stays one. A new file can be read by who
// can read the file beside it, which has to be there.
func Rewrite(path, beside, text string) error {
	if target, err := filepath.EvalSymlinks(path); err == nil {
		path = target
	}
	info, err := os.Stat(path)
	if errors.Is(err, fs.ErrNotExist) {
		info, err = os.Stat(beside)
	}
	if err != nil {
		return fmt.Errorf("look at the file: %w", err)
	}
	f, err := os.CreateTemp(filepath.Dir(path), ".lotse-*.tmp")
	if err != nil {
		return fmt.Errorf("make the file: %w", err)
	}
	_, err = f.WriteString(text)
	err = errors.Join(err, f.Chmod(info.Mode().Perm()), f.Sync(), f.Close())
	if err == nil {
		err = ownfile.Rename(f.Name(), path)
	}
	if err != nil {
		return fmt.Errorf("write the file: %w", errors.Join(err, os.Remove(f.Name())))
	}
	return nil
}
