package pack

import (
	"path"
	"slices"
	"strings"

	"lotse/flows"
)

// The limits of a pack: how many entries, and bytes of one file and of all.
const (
	MaxFiles = 2000
	MaxFile  = 10 << 20
	MaxTotal = 64 << 20
)

// Stories is the folder of a pack that has the stories which prove its procedures.
const Stories = "stories"

// endings are those of the files that a pack may have, and bare what may stand
// beside them without one.
var (
	endings = append([]string{".yaml", ".md"}, flows.EnclosureEndings()...)
	bare    = []string{"LICENSE", "LICENCE", "COPYING", "NOTICE"}
)

// takes reports whether a file belongs to a pack by its name.
func takes(file string) bool {
	base := path.Base(file)
	return slices.Contains(endings, path.Ext(base)) && !strings.HasPrefix(base, ".") || slices.Contains(bare, base)
}

// named reports whether a file of a pack may have this name: one in the folder
// itself, or in stories/.
func named(file string) bool {
	file = strings.TrimPrefix(file, Stories+"/")
	return flows.IsFileName(file) && !strings.EqualFold(file, Stories)
}

// names are names that were seen, as a system sees them that does not tell
// capitals from small letters.
type names map[string]string

// add notes the name of a file: the error refuses one that a pack cannot have, and
// one that is there already.
func (n names) add(file string) error {
	if !named(file) {
		return refuse(file, "pack.bad_name")
	}
	if !takes(file) {
		return refuse(file, "pack.bad_ending")
	}
	folded := strings.ToLower(file)
	switch other, twice := n[folded]; {
	case twice && other == file:
		return refuse(file, "pack.name_twice")
	case twice:
		return refuse(file, "pack.name_case", "other", other)
	}
	n[folded] = file
	return nil
}

// procedureOf is the id of the procedure whose document a file is.
func procedureOf(file string) (id string, is bool) {
	id, is = strings.CutSuffix(file, ".yaml")
	return id, is && flows.IsName(id) && file != Manifest
}
