package wordstest

import (
	"slices"
	"testing"
)

// TestEnglishIsFound: whole texts, parts of sentences, and words that the other
// language has nowhere; names, flags and ids are none.
func TestEnglishIsFound(t *testing.T) {
	e := NewEnglish("de", "Die Schaltfläche Save")
	for shown, want := range map[string]string{
		"Verwaltet von the window":                                "window",
		"There is no run \"7f3\"; lotse list zeigt, was es gibt.": "There is no run",
		"Save · lotse list --due · teccom-import.en.yaml":         "",
		"Der Schritt ist erledigt.":                               "",
	} {
		if found := e.In(shown); want == "" && len(found) > 0 || want != "" && !slices.Contains(found, want) {
			t.Errorf("%q: found %q, want %q", shown, found, want)
		}
	}
}
