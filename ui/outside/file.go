package outside

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"

	"lotse/flows"
	"lotse/flows/document"
	"lotse/flows/ownfile"
)

// WriteLetter writes a letter into a new file: as a mail if the name ends in
// .eml, else as text.
func WriteLetter(path string, l *document.Letter) error {
	text, err := l.As(path)
	if err != nil {
		return err
	}
	return WriteNew(path, text)
}

// WriteLetterAside writes a letter into a file of that name in a new folder among
// the temporary files, which only its owner can read, and gives its path: a mail, or
// a sheet as text. It stays there, since whatever opens it reads it later.
func WriteLetterAside(name string, l *document.Letter) (path string, err error) {
	dir, err := ownfile.MkdirTemp("", "lotse-*")
	if err != nil {
		return "", fmt.Errorf("make a folder: %w", err)
	}
	ending := ".txt"
	if l.Mail {
		ending = ".eml"
	}
	path = filepath.Join(dir, name+ending)
	return path, WriteLetter(path, l)
}

// WriteNew writes a text into a new file, readable by its owner alone: all of
// it or nothing. If the file exists the error is fs.ErrExist.
func WriteNew(path, text string) error {
	return writeNew(path, func(w io.Writer) error {
		_, err := io.WriteString(w, text)
		return err
	})
}

func writeNew(path string, write func(io.Writer) error) error {
	if err := RefuseReserved(path); err != nil {
		return err
	}
	f, err := ownfile.Create(path)
	if errors.Is(err, fs.ErrExist) {
		return flows.Refuse(flows.ErrUsage, nil, "outside.file_exists", "file", path).Because(err)
	}
	if err != nil {
		return fmt.Errorf("make the file: %w", err)
	}
	err = write(f)
	if err = errors.Join(err, f.Sync(), f.Close()); err != nil {
		return fmt.Errorf("write the file: %w", errors.Join(err, os.Remove(path)))
	}
	return nil
}

// RefuseReserved refuses a name under which this system keeps no file.
func RefuseReserved(path string) error { return refuseReserved(runtime.GOOS, path) }

func refuseReserved(system, path string) error {
	if system != "windows" || !flows.IsReserved(filepath.Base(path)) {
		return nil
	}
	return flows.Refuse(flows.ErrUsage, nil, "outside.reserved_name", "file", path)
}
