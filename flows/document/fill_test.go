package document

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestLinesFillParagraphsAndKeepTables(t *testing.T) {
	l := Letter{source: []string{
		"Hello,", "",
		"one two three", "four five six", "",
		"  Kunde:   Muster GmbH", "  - a point that has more words than fit",
		"Kind regards" + hardBreak, "Ann",
		"a-word-that-is-longer-than-the-line",
	}}
	want := []string{
		"Hello,", "",
		"one two three four five", "six", "",
		"  Kunde:   Muster GmbH", "  - a point that has", "    more words than fit",
		"Kind regards", "Ann", "a-word-that-is-longer-than-the-line",
	}
	if got := l.Lines(24); !slices.Equal(got, want) {
		t.Errorf("lines\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if got := l.Lines(40)[2]; got != "one two three four five six" {
		t.Errorf("a paragraph is not filled: %q", got)
	}
}

// TestLettersFitAnyWidth holds that no letter has a line that is too long but
// for one word, and that no width loses or doubles a word.
func TestLettersFitAnyWidth(t *testing.T) {
	for _, c := range letters {
		l, err := Write(draftOf(c.template, c.to, c.given), "letters", "draft", asked)
		if err != nil {
			t.Fatal(err)
		}
		words := strings.Fields(l.Body)
		for w := 20; w < 100; w += 7 {
			lines := l.Lines(w)
			for _, line := range lines {
				if utf8.RuneCountInString(line) > w && len(strings.Fields(line)) > 1 {
					t.Errorf("%s at %d: %q", c.name, w, line)
				}
			}
			if got := strings.Fields(strings.Join(lines, "\n")); !slices.Equal(got, words) {
				t.Errorf("%s at %d: other words", c.name, w)
			}
		}
	}
}
