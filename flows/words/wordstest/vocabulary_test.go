package wordstest_test

import (
	"slices"
	"testing"

	"lotse/flows/words"
	"lotse/flows/words/wordstest"
)

func TestVocabulary(t *testing.T) {
	v := wordstest.NewVocabulary(words.German, "The harbour")
	for shown, want := range map[string][]string{
		"Schritt · Kunde":          nil,
		"SchrittKunde":             {"SchrittKunde"},
		"hinüber Kun│Secret":       {"hinüber"},
		"the harbour, thö härbôür": nil,
		"harborough":               {"harborough"},
	} {
		if got := v.Unknown(shown); !slices.Equal(got, want) {
			t.Errorf("%q: %q, want %q", shown, got, want)
		}
	}
}
