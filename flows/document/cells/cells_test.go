package cells_test

import (
	"slices"
	"strings"
	"testing"

	"lotse/flows/document/cells"
)

func TestWidth(t *testing.T) {
	for s, want := range map[string]int{"": 0, "abc": 3, "Käyttäjä": 8, "e\u0301": 1, "東京": 4, "ａ": 2, "שלום": 4} {
		if got := cells.Width(s); got != want {
			t.Errorf("%q is %d wide, want %d", s, got, want)
		}
	}
	if got := cells.Pad("東", 4) + "|" + cells.Pad("long", 2); got != "東  |long" {
		t.Errorf("filled up: %q", got)
	}
}

func TestWrap(t *testing.T) {
	for _, c := range []struct {
		text string
		most int
		want []string
	}{
		{"", 5, []string{""}},
		{"one two three", 7, []string{"one two", "three"}},
		{"a  b", 10, []string{"a  b"}},
		{"aaaaaaaaaa b", 4, []string{"aaaa", "aaaa", "aa b"}},
		{"東京東京", 4, []string{"東京", "東京"}},
		{"東", 1, []string{"東"}},
	} {
		if got := cells.Wrap(c.text, c.most); !slices.Equal(got, c.want) {
			t.Errorf("%q in %d: %q, want %q", c.text, c.most, got, c.want)
		}
	}
	for _, line := range cells.Wrap(strings.Repeat("words and ", 50), 20) {
		if cells.Width(line) > 20 {
			t.Errorf("a line is %q", line)
		}
	}
}
