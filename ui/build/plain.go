//go:build !packed

package build

import (
	"embed"
	"io/fs"
)

//go:embed licences.txt
var embedded embed.FS

var files fs.FS = embedded
