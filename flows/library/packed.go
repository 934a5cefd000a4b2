//go:build packed

package library

import (
	_ "embed"

	"lotse/flows/bundle"
)

//go:embed packed.zip
var archive string

// FS has the procedures in its root.
var FS = bundle.Open(archive)
