package line

import (
	"strings"
	"testing"
	"testing/fstest"
)

// TestAGateTakesTheWordOfTheRunOrInEnglish, at its prompt and by the word gate,
// even where the English one is a word of line mode.
func TestAGateTakesTheWordOfTheRunOrInEnglish(t *testing.T) {
	overlay := "of: crates\nlanguage: fi\ntexts:\n  steps.here.items.go.word: {en: 4cd0e21a, text: menoksi}\n"
	for _, c := range []struct {
		typed  []string
		passes bool
	}{
		{[]string{"menoksi", "Ann", ""}, true},
		{[]string{"go", "Ann", ""}, true},
		{[]string{"Menoksi"}, false},
		{[]string{"gate go menoksi by Ann"}, true},
		{[]string{"gate go go by Ann"}, true},
		{[]string{"gate go gone by Ann"}, false},
	} {
		r := promisedIn(t, byForce, seen, fstest.MapFS{"crates.fi.yaml": {Data: []byte(overlay)}})
		r.width = 400
		r.types(append(append([]string{"language fi"}, c.typed...), "back", "quit")...)
		if !strings.Contains(r.said(), "Type menoksi to pass") {
			t.Errorf("%q: it does not ask for the word of the run\n%s", c.typed, r.said())
		}
		if passed := strings.Contains(r.said(), "Go. Passed."); passed != c.passes {
			t.Errorf("%q: passed %t\n%s", c.typed, passed, r.said())
		}
	}
}
