package outside

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"

	"lotse/flows"
	"lotse/flows/document"
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

// WriteNew writes a text into a new file, readable by its owner alone: all of
// it or nothing. If the file exists the error is fs.ErrExist.
func WriteNew(path, text string) error {
	return writeNew(path, func(w io.Writer) error {
		_, err := io.WriteString(w, text)
		return err
	})
}

func writeNew(path string, write func(io.Writer) error) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
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
