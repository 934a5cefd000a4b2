// Package bundle reads the files that a release has in it as one archive, packed. It
// may import the standard library. It exists because the texts in the program are a
// fiftieth of it, and a quarter of that when they are packed: a release is built with
// the tag packed, after .ci/bundle.go has made the archives; go run and go test embed
// the files as they are.
package bundle

import (
	"archive/zip"
	"io/fs"
	"strings"
	"sync"
)

// Open gives the files of a zip archive, which is not looked at before one of them
// is. It panics then if it is none: it is the program's own.
func Open(archive string) fs.FS {
	return bundled(sync.OnceValue(func() *zip.Reader {
		r, err := zip.NewReader(strings.NewReader(archive), int64(len(archive)))
		if err != nil {
			panic(err)
		}
		return r
	}))
}

// bundled opens its archive when a file is wanted.
type bundled func() *zip.Reader

// Open implements fs.FS.
func (b bundled) Open(name string) (fs.File, error) { return b().Open(name) }
