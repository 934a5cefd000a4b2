//go:build !packed

package command

import (
	"embed"
	"io/fs"
)

//go:embed json*.txt
var embedded embed.FS

var jsonHelps fs.FS = embedded
