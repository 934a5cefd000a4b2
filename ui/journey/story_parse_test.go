//go:build unix

package journey

import (
	"cmp"
	"slices"
	"strings"
	"testing"

	"lotse/flows/words"
)

// Two logs that part are told by their first difference and the act behind it.
func TestPartingLogsNameTheAct(t *testing.T) {
	t.Parallel()
	p := played{acts: []*act{{Line: 6, Said: "one"}, {Line: 7, Said: "two"}}, upTo: []int64{2, 3}}
	want := []string{"start", "e2", "e3"}
	for text, is := range map[string][]string{
		"":                                {"start", "e2", "e3"},
		"at event 2, of line 6: one:":     {"start", "x", "e3"},
		"at event 3, of line 7: two:":     {"start", "e2"},
		"at event 4, after the last act:": {"start", "e2", "e3", "e4"},
		"by commands  e3\nhere         nothing more": {"start", "e2"},
	} {
		if got := p.parting(want, is); (got == "") != (text == "") || !strings.Contains(got, text) {
			t.Errorf("%q: it says %q", is, got)
		}
	}
}

// Each procedure that is shipped has a story in each language.
func TestEveryProcedureIsWalkedInEveryLanguage(t *testing.T) {
	t.Parallel()
	all, err := stories("testdata/stories")
	if err != nil {
		t.Fatal(err)
	}
	for _, id := range procedures().IDs() {
		for _, lang := range words.Languages() {
			if !slices.ContainsFunc(all, func(s *story) bool { return s.Procedure == id && cmp.Or(s.Lang, words.English) == lang }) {
				t.Errorf("no story walks %s in %s", id, lang)
			}
		}
	}
}
