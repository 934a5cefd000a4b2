//go:build unix

package journey

import (
	"os"
	"path/filepath"

	"lotse/ui/proving"
)

// story is a story with the ways to play it; it speaks the language of the engine and
// of no face, so that each face can play it.
type story struct {
	*proving.Story
	of     *packed // the pack that it came with; nil of what comes with the program
	starts bool    // each command is a start of the program, not a call of what main calls
}

type (
	act  = proving.Act
	pair = proving.Pair
)

// stories reads all stories of a folder.
func stories(dir string) ([]*story, error) {
	read, err := proving.Read(os.DirFS(dir))
	all := make([]*story, len(read))
	for i := range read {
		all[i] = &story{Story: read[i]}
	}
	return all, err
}

// called is the name by which the story's procedure is begun.
func (s *story) called() string {
	if s.of == nil {
		return s.Procedure
	}
	return s.of.called(s.Procedure)
}

// byPath reports whether the procedure is begun by the path of its file.
func (s *story) byPath() bool { return s.of != nil && s.of.byPath }

// dir is the folder of the story.
func (s *story) dir() string {
	if s.of == nil {
		return filepath.Join("testdata", "stories")
	}
	return filepath.Join(s.of.source, "stories")
}

// files is the folder of the files that it attaches.
func (s *story) files() string { return filepath.Join(s.dir(), "files") }
