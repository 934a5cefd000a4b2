// Package ownfile makes the files and folders that nobody but the person who runs
// this may use, tells of those that others may use, and closes them: by modes on
// Unix, by access lists on Windows, where a mode says nothing. It may import the
// standard library and golang.org/x/sys. It exists because storage and ui both make
// such files, and neither may import the other.
package ownfile

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// Create makes a new file, open for reading and writing, that only its owner can
// use. It is an error of fs.ErrExist if there is something of that name.
func Create(path string) (*os.File, error) { return openFile(path, os.O_RDWR|os.O_CREATE|os.O_EXCL) }

// Open opens a file for reading and writing, no link, and makes it as Create does
// where there is none.
func Open(path string) (*os.File, error) { return openFile(path, os.O_RDWR|os.O_CREATE|noFollow) }

// WriteFile writes a new file that only its owner can use; fs.ErrExist as for
// Create.
func WriteFile(path string, content []byte) error {
	f, err := Create(path)
	if err != nil {
		return err
	}
	_, err = f.Write(content)
	return errors.Join(err, f.Close())
}

// Mkdir makes a folder that only its owner can use, with all that is made in it.
func Mkdir(path string) error { return mkdir(path) }

// MkdirAll is Mkdir for a folder and those above it that are missing. One that is
// there stays as it is.
func MkdirAll(path string) error {
	switch info, err := os.Stat(path); {
	case err == nil && info.IsDir():
		return nil
	case err == nil:
		return &fs.PathError{Op: "mkdir", Path: path, Err: errNoFolder}
	}
	if above := filepath.Dir(path); above != path {
		if err := MkdirAll(above); err != nil {
			return err
		}
	}
	if err := Mkdir(path); !errors.Is(err, fs.ErrExist) {
		return err
	}
	if info, err := os.Stat(path); err != nil || !info.IsDir() { // made meanwhile
		return &fs.PathError{Op: "mkdir", Path: path, Err: errNoFolder}
	}
	return nil
}
