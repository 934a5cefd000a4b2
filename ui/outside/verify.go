package outside

import (
	"errors"
	"fmt"
	"os"

	"lotse/flows/document/seal"
	"lotse/ui/file"
)

// Verify tells of a file that left the house whether it is what was signed; see
// seal.Verify for what it refuses.
func Verify(path string) (v seal.Verdict, err error) {
	f, err := file.Regular(path)
	if err != nil {
		return v, err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	at, err := f.Stat()
	if err != nil {
		return v, fmt.Errorf("look at the file: %w", err)
	}
	return verify(f, at.Size())
}

// verify finds what kind of file it is.
func verify(f *os.File, size int64) (seal.Verdict, error) {
	return seal.Verify(f, size)
}
