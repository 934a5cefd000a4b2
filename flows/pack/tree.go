package pack

import (
	"bytes"
	"io"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
	"time"
)

// tree are the files of a pack by their names. It is an fs.FS.
type tree map[string][]byte

// names are the files' names, sorted.
func (t tree) names() []string { return slices.Sorted(maps.Keys(t)) }

// Open implements fs.FS.
func (t tree) Open(name string) (fs.File, error) {
	if !fs.ValidPath(name) {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrInvalid}
	}
	if data, is := t[name]; is {
		return &openFile{entry{path.Base(name), int64(len(data)), 0o444}, bytes.NewReader(data)}, nil
	}
	if list := t.list(name); name == "." || len(list) > 0 {
		return &openFolder{entry{path.Base(name), 0, fs.ModeDir | 0o555}, list}, nil
	}
	return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
}

// list is what a folder holds, sorted.
func (t tree) list(dir string) []fs.DirEntry {
	held := map[string]entry{}
	for name, data := range t {
		rest := name
		if dir != "." {
			var below bool
			if rest, below = strings.CutPrefix(name, dir+"/"); !below {
				continue
			}
		}
		first, _, deeper := strings.Cut(rest, "/")
		held[first] = entry{first, int64(len(data)), 0o444}
		if deeper {
			held[first] = entry{first, 0, fs.ModeDir | 0o555}
		}
	}
	var all []fs.DirEntry
	for _, name := range slices.Sorted(maps.Keys(held)) {
		all = append(all, held[name])
	}
	return all
}

// entry is a file or a folder of a tree, as fs.FileInfo and as fs.DirEntry.
type entry struct {
	name string
	size int64
	mode fs.FileMode
}

func (e entry) Name() string               { return e.name }
func (e entry) Size() int64                { return e.size }
func (e entry) Mode() fs.FileMode          { return e.mode }
func (e entry) Type() fs.FileMode          { return e.mode.Type() }
func (e entry) IsDir() bool                { return e.mode.IsDir() }
func (e entry) ModTime() time.Time         { return time.Time{} }
func (e entry) Sys() any                   { return nil }
func (e entry) Info() (fs.FileInfo, error) { return e, nil }

// String implements fs.DirEntry for a test's output.
func (e entry) String() string { return fs.FormatDirEntry(e) }

type openFile struct {
	entry
	*bytes.Reader
}

func (f *openFile) Stat() (fs.FileInfo, error) { return f.entry, nil }
func (f *openFile) Size() int64                { return f.entry.size }
func (f *openFile) Close() error               { return nil }

type openFolder struct {
	entry
	left []fs.DirEntry
}

func (d *openFolder) Stat() (fs.FileInfo, error) { return d.entry, nil }
func (d *openFolder) Close() error               { return nil }

func (d *openFolder) Read([]byte) (int, error) {
	return 0, &fs.PathError{Op: "read", Path: d.name, Err: fs.ErrInvalid}
}

// ReadDir implements fs.ReadDirFile.
func (d *openFolder) ReadDir(n int) ([]fs.DirEntry, error) {
	if n <= 0 {
		n = len(d.left)
	} else if len(d.left) == 0 {
		return nil, io.EOF
	}
	n = min(n, len(d.left))
	list := d.left[:n]
	d.left = d.left[n:]
	return list, nil
}
