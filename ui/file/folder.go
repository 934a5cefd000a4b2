package file

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"

	"lotse/flows"
)

// mostEntries is how many entries of a folder are listed.
const mostEntries = 100_000

// Folder are the files of a folder, and those below, without what is neither a
// regular file nor a folder, and without what a link leads to outside of it. A
// folder with more entries than a person keeps is not listed.
func Folder(dir string) fs.FS { return folder{dir, mostEntries} }

type folder struct {
	dir  string
	most int // entries that are listed
}

// Open implements fs.FS.
func (f folder) Open(name string) (fs.File, error) { return f.open(name) }

func (f folder) open(name string) (*os.File, error) {
	if !fs.ValidPath(name) {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrInvalid}
	}
	top, err := filepath.EvalSymlinks(f.dir)
	if err != nil {
		return nil, err
	}
	real, err := filepath.EvalSymlinks(filepath.Join(f.dir, filepath.FromSlash(name)))
	if err != nil {
		return nil, err
	}
	below, err := filepath.Rel(top, real)
	if err != nil || !filepath.IsLocal(below) {
		return nil, flows.Refuse(flows.ErrUnreadable, nil, "file.leads_out", "name", flows.CleanLine(name)).Because(fs.ErrPermission)
	}
	return openBelow(top, below)
}

// openBelow opens a file or a folder that lies, when it is opened, below another.
func openBelow(top, name string) (*os.File, error) {
	root, err := os.OpenRoot(top)
	if err != nil {
		return nil, err
	}
	defer root.Close() //nolint:errcheck // nothing was written
	opened, err := root.OpenFile(name, os.O_RDONLY|syscall.O_NONBLOCK, 0)
	if err != nil {
		return nil, err
	}
	info, err := opened.Stat()
	if err == nil && !info.IsDir() && !info.Mode().IsRegular() {
		err = flows.Refuse(flows.ErrUnreadable, nil, "file.device", "name", flows.CleanLine(name)).Because(fs.ErrInvalid)
	}
	if err != nil {
		return nil, errors.Join(err, opened.Close())
	}
	return opened, nil
}

// ReadDir implements fs.ReadDirFS.
func (f folder) ReadDir(name string) ([]fs.DirEntry, error) {
	dir, err := f.open(name)
	if err != nil {
		return nil, err
	}
	defer dir.Close() //nolint:errcheck // only read
	entries, err := dir.ReadDir(f.most + 1)
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, err
	}
	if len(entries) > f.most {
		return nil, flows.Refuse(flows.ErrLimit, nil, "file.crowded", "name", flows.CleanLine(filepath.Join(f.dir, name)), "n", f.most)
	}
	slices.SortStableFunc(entries, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	return entries, nil
}

// IsPath reports whether what a person wrote where a procedure is named is a path:
// it begins as only a path can, or ends in .yaml. A bare word never is one, so that
// nothing in the working folder stands in front of what has a name.
func IsPath(s string) bool {
	if s == "." || s == ".." || strings.HasSuffix(s, ".yaml") || filepath.IsAbs(s) || strings.HasPrefix(s, "file://") {
		return true
	}
	for _, begin := range []string{".", "..", "~", ""} {
		if strings.HasPrefix(s, begin+"/") || strings.HasPrefix(s, begin+string(os.PathSeparator)) {
			return true
		}
	}
	return false
}

// FromHome is a path as it is kept and shown: absolute, and from ~ on where it lies
// below the home folder, whose name is the person's own.
func FromHome(path string) (string, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return "", err
	}
	home, err := Home()
	if err != nil { // nobody has one here
		return path, nil
	}
	below, err := filepath.Rel(home, path)
	if err != nil || below == "." || !filepath.IsLocal(below) {
		return path, nil
	}
	return "~/" + filepath.ToSlash(below), nil
}
