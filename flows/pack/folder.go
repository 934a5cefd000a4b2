package pack

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"strings"

	"lotse/flows"
)

// folder is what was found in a folder.
type folder struct {
	files   tree
	leftOut []string
	seen    names
	size    int64
}

// readFolder reads the files of a pack in the root of fsys and in its stories/.
func readFolder(fsys fs.FS) (*folder, error) {
	f := &folder{files: tree{}, seen: names{}}
	if err := f.read(fsys, "."); err != nil {
		return nil, err
	}
	slices.Sort(f.leftOut)
	return f, nil
}

// read takes what is in one folder.
func (f *folder) read(fsys fs.FS, dir string) error {
	entries, err := list(fsys, dir)
	if err != nil {
		return err
	}
	for _, e := range entries {
		file := strings.TrimPrefix(dir+"/"+e.Name(), "./")
		switch {
		case e.IsDir() && file == Stories:
			err = f.read(fsys, file)
		case e.IsDir():
			f.leftOut = append(f.leftOut, file+"/")
		case !takes(file):
			f.leftOut = append(f.leftOut, file)
		case !e.Type().IsRegular():
			err = refuse(file, "pack.entry_kind")
		default:
			err = f.take(fsys, file)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// list lists a folder, and no more of it than is needed to see that it has too
// much.
func list(fsys fs.FS, dir string) (entries []fs.DirEntry, err error) {
	f, err := fsys.Open(dir)
	if err != nil {
		return nil, fmt.Errorf("open the folder: %w", err)
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	d, is := f.(fs.ReadDirFile)
	if !is {
		return nil, refuse("", "pack.no_folder")
	}
	entries, err = d.ReadDir(MaxFiles + 1)
	switch {
	case err != nil && !errors.Is(err, io.EOF):
		return nil, fmt.Errorf("read the folder: %w", err)
	case len(entries) > MaxFiles:
		return nil, tooMany()
	}
	return entries, nil
}

// take reads a file.
func (f *folder) take(fsys fs.FS, file string) (err error) {
	r, err := fsys.Open(file)
	if err != nil {
		return fmt.Errorf("open %s: %w", flows.Short(file), err)
	}
	defer func() { err = errors.Join(err, r.Close()) }()
	return f.keep(file, r)
}

// keep keeps a file of a pack: its name, its size and the room that is left are
// looked at first.
func (f *folder) keep(file string, r io.Reader) error {
	if err := f.seen.add(file); err != nil {
		return err
	}
	if len(f.files) == MaxFiles {
		return tooMany()
	}
	data, err := io.ReadAll(io.LimitReader(r, MaxFile+1))
	if err != nil {
		return fmt.Errorf("read %s: %w", flows.Short(file), err)
	}
	if len(data) > MaxFile {
		return refuse(file, "pack.file_large", "limit", MaxFile>>20)
	}
	if f.size += int64(len(data)); f.size > MaxTotal {
		return tooLarge()
	}
	f.files[file] = data
	return nil
}

func tooMany() error { return refuse("", "pack.many", "limit", MaxFiles) }

func tooLarge() error { return refuse("", "pack.large", "limit", MaxTotal>>20) }
