// Package story has the stories that play by themselves in a demo: what is said,
// which keys are typed, and what the screen has to show after them. A story is
// data, one YAML document with its texts in every language; a new one needs no Go.
//
// It imports flows only, and knows no screen: ui/play types the keys. It is a
// package of its own so that a command can name a story, and a test play it,
// without one.
package story

import (
	"embed"
	"fmt"
	"path"
	"slices"
	"strings"

	"lotse/flows"
)

//go:embed stories
var documents embed.FS

// folder is where the stories are in documents.
const folder = "stories"

// First is the story that plays where none is named.
const First = "tour"

// Story is a story in one language.
type Story struct {
	Name  string
	Lang  string
	Title string // a few words
	// Procedure names the one that it begins with a new run of; "": at the desk.
	Procedure string
	Scenes    []Scene
}

// Scene is one step of a story: a line that is said, then keys, then what has to
// be on the screen before the story goes on.
type Scene struct {
	Say   string
	Keys  []Key
	Until string // "" for nothing
}

// Key is a key by its name, as the help of the desk has it; or a text that is
// typed letter by letter.
type Key struct{ Name, Text string }

// Names are the names of all stories, First at the front.
func Names() []string {
	entries, err := documents.ReadDir(folder)
	if err != nil {
		panic(err) // they are built in
	}
	names := []string{First}
	for _, e := range entries {
		if name := strings.TrimSuffix(e.Name(), path.Ext(e.Name())); name != First {
			names = append(names, name)
		}
	}
	return names
}

// Load reads a story in a language, English where it does not have that one;
// flows.ErrNotFound where there is no such story.
func Load(name, lang string) (*Story, error) {
	if !slices.Contains(Names(), name) {
		return nil, flows.Refuse(flows.ErrNotFound, nil, "play.no_story", "word", flows.Short(name), "stories", Names())
	}
	text, err := documents.ReadFile(path.Join(folder, name+".yaml"))
	if err != nil {
		return nil, fmt.Errorf("read story %s: %w", name, err)
	}
	s, err := parse(text, lang)
	if err != nil {
		return nil, fmt.Errorf("read story %s: %w", name, err)
	}
	s.Name, s.Lang = name, lang
	return s, nil
}
