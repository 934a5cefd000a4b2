//go:build packed

package command

import (
	_ "embed"

	"lotse/flows/bundle"
)

//go:embed packed.zip
var archive string

var jsonHelps = bundle.Open(archive)
