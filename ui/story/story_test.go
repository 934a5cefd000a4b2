package story

import (
	"errors"
	"strings"
	"testing"
	"unicode/utf8"

	"lotse/flows"
)

var languages = []string{"en", "de", "fi"}

// longest is how many columns of a line that is said stand at the foot of a
// window of 80 columns.
const longest = 70

// TestStoriesCanBeRead reads every story in every language: each line fits, each
// text is its language's own, and the keys are the same.
func TestStoriesCanBeRead(t *testing.T) {
	for _, name := range Names() {
		english, err := Load(name, "en")
		if err != nil {
			t.Fatal(err)
		}
		for _, lang := range languages {
			s, err := Load(name, lang)
			if err != nil {
				t.Fatal(err)
			}
			if len(s.Scenes) < 5 || s.Title == "" {
				t.Errorf("%s in %s has %d scenes and is called %q", name, lang, len(s.Scenes), s.Title)
			}
			for i, scene := range s.Scenes {
				if n := utf8.RuneCountInString(scene.Say); n > longest {
					t.Errorf("%s in %s has %d columns: %s", name, lang, n, scene.Say)
				}
				if lang != "en" && scene.Say == english.Scenes[i].Say {
					t.Errorf("%s in %s says in English: %s", name, lang, scene.Say)
				}
				for k, key := range scene.Keys {
					if key.Name != english.Scenes[i].Keys[k].Name {
						t.Errorf("%s in %s presses %s", name, lang, key.Name)
					}
				}
			}
		}
	}
}

// TestEveryTextStandsInEveryLanguage looks at the documents themselves: a text
// that falls back to English would be no fault of Load.
func TestEveryTextStandsInEveryLanguage(t *testing.T) {
	for _, name := range Names() {
		text, err := documents.ReadFile(folder + "/" + name + ".yaml")
		if err != nil {
			t.Fatal(err)
		}
		root, faults, traps := flows.ReadDocument(name, text, form)
		if len(faults)+len(traps) > 0 {
			t.Fatal(faults, traps)
		}
		all(root, func(e *flows.Element) {
			if e.Get("en") == nil {
				return
			}
			for _, lang := range languages {
				if own := e.Get(lang); own == nil || own.Text == "" {
					t.Errorf("%s:%d says nothing in %s", name, e.Row, lang)
				}
			}
		})
	}
}

func all(e *flows.Element, see func(*flows.Element)) {
	see(e)
	for _, p := range e.Pairs {
		all(p.Value, see)
	}
	for _, p := range e.Parts {
		all(p, see)
	}
}

// TestWhatIsNoStory is refused with its line, or by its name.
func TestWhatIsNoStory(t *testing.T) {
	for text, want := range map[string]string{
		"titel: x":                              "line 1: there is no titel in a story",
		"scenes:\n  - keys: [a]":                "line 2: a scene says nothing",
		"scenes:\n  - {say: x, wait: 3}":        "there is no wait in a scene",
		"scenes:\n  - {say: x, keys: [{a: b}]}": "a key is a name, or {type: TEXT}",
		"scenes:\n  - {say: {fr: x}}":           "neither in de nor in en",
		"a: [":                                  "line 1",
	} {
		if _, err := parse([]byte(text), "de"); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %s", text, err, want)
		}
	}
	for _, name := range []string{"", "../tour", "Tour", "nothing"} {
		if _, err := Load(name, "en"); !errors.Is(err, flows.ErrNotFound) {
			t.Errorf("%q: %v", name, err)
		}
	}
}
