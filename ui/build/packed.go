//go:build packed

package build

import (
	_ "embed"

	"lotse/flows/bundle"
)

//go:embed packed.zip
var archive string

var files = bundle.Open(archive)
