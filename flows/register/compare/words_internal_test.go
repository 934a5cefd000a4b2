package compare

import (
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// TestWordsAreTranslated: every sentence stands in every language, with the
// same placeholders; Finnish has phrases of its own for places.
func TestWordsAreTranslated(t *testing.T) {
	placeholder := regexp.MustCompile(`\{\w+\}`)
	of := func(s string) []string {
		found := placeholder.FindAllString(strings.ReplaceAll(s, "{to_other}", "{in_other}"), -1)
		slices.Sort(found)
		return slices.Compact(found)
	}
	english := inEnglish()
	for lang, texts := range map[string]map[string]string{"de": inGerman(), "fi": inFinnish()} {
		for _, code := range slices.Sorted(maps.Keys(english)) {
			if texts[code] == "" {
				t.Errorf("%s has no %s", lang, code)
			}
			if !slices.Equal(of(texts[code]), of(english[code])) {
				t.Errorf("%s: %s has other placeholders: %s", lang, code, texts[code])
			}
		}
		for code := range texts {
			if phrase, system, _ := strings.Cut(code, "."); english[code] == "" && (english[phrase] == "" || system == "") {
				t.Errorf("%s has %s, which English does not have", lang, code)
			}
		}
	}
}
