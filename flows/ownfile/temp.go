package ownfile

import (
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
)

// CreateTemp is Create in a folder ("": that for temporary files), for a name that
// is free: the pattern with something in the place of its star, or at its end.
func CreateTemp(dir, pattern string) (f *os.File, err error) {
	err = free(dir, pattern, func(path string) error {
		f, err = Create(path)
		return err
	})
	return f, err
}

// MkdirTemp is Mkdir as CreateTemp is Create.
func MkdirTemp(dir, pattern string) (path string, err error) {
	err = free(dir, pattern, func(name string) error {
		path = name
		return Mkdir(name)
	})
	return path, err
}

// mostTries is how many names are tried before something else must be wrong.
const mostTries = 10_000

// free makes what has a name that is free.
func free(dir, pattern string, make func(path string) error) (err error) {
	if dir == "" {
		dir = os.TempDir()
	}
	before, after := pattern, ""
	if i := strings.LastIndexByte(pattern, '*'); i >= 0 {
		before, after = pattern[:i], pattern[i+1:]
	}
	for range mostTries {
		name := fmt.Sprintf("%s%d%s", before, rand.Uint32(), after) //nolint:gosec // that the name is free is what counts
		if err = make(filepath.Join(dir, name)); !errors.Is(err, fs.ErrExist) {
			return err
		}
	}
	return err
}
