package journey

import (
	"os"

	"lotse/ui/proving"
)

// story is a story with the ways to play it; it speaks the language of the engine and
// of no face, so that each face can play it.
type story struct{ *proving.Story }

type (
	act  = proving.Act
	pair = proving.Pair
)

// stories reads all stories of a folder.
func stories(dir string) ([]*story, error) {
	read, err := proving.Read(os.DirFS(dir))
	all := make([]*story, len(read))
	for i := range read {
		all[i] = &story{read[i]}
	}
	return all, err
}
