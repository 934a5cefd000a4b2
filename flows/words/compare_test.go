package words

import (
	"maps"
	"slices"
	"strings"
	"testing"
)

// TestComparisonIsTranslated: what is said of a comparison stands in every
// language, with the same placeholders. A language may have more phrases about a
// system than English, for one that has a word of its own.
func TestComparisonIsTranslated(t *testing.T) {
	for _, tables := range []map[string]func() table{
		{English: comparisonEnglish, German: comparisonGerman, Finnish: comparisonFinnish},
		{English: comparePageEnglish, German: comparePageGerman, Finnish: comparePageFinnish},
	} {
		english := tables[English]()
		for lang, make := range tables {
			own := make()
			for _, code := range slices.Sorted(maps.Keys(english)) {
				if own[code] == "" {
					t.Errorf("%s has no %s", lang, code)
				}
				if !slices.Equal(placeholders(own[code]), placeholders(english[code])) {
					t.Errorf("%s: %s has other placeholders: %s", lang, code, own[code])
				}
			}
			for code := range own {
				phrase, _, _ := strings.Cut(strings.TrimPrefix(code, "compare."), ".")
				if english[code] == "" && english["compare."+phrase] == "" {
					t.Errorf("%s has %s, which English does not have", lang, code)
				}
			}
		}
	}
}

func placeholders(sentence string) []string {
	names := Placeholders(sentence)
	slices.Sort(names)
	return names
}
