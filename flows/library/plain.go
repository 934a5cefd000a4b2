//go:build !packed

package library

import (
	"embed"
	"io/fs"
)

//go:embed *.yaml
var embedded embed.FS

// FS has the procedures in its root.
var FS fs.FS = embedded
