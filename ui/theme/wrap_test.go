package theme

import (
	"slices"
	"strings"
	"testing"
)

// TestWrapKeepsAHyphenWithItsWord: behind one letter, or where a word begins with
// it, a hyphen ends no line; elsewhere it may. No letter is lost.
func TestWrapKeepsAHyphenWithItsWord(t *testing.T) {
	for _, c := range []struct {
		text string
		w    int
		want []string
	}{
		{"Rackbeat ja Y-tunnus", 15, []string{"Rackbeat ja", "Y-tunnus"}},
		{"lue buyer grouping -tiedosto", 20, []string{"lue buyer grouping", "-tiedosto"}},
		{"an address for e-mail", 17, []string{"an address for", "e-mail"}},
		{"der Client-Secret-Wert", 18, []string{"der Client-Secret-", "Wert"}},
		{"Y-tunnuksella", 6, []string{"Y-tunn", "uksell", "a"}},
		{"- one two", 5, []string{"- one", "two"}},
	} {
		got := Wrap(c.text, c.w)
		if !slices.Equal(got, c.want) {
			t.Errorf("%q in %d: %q, want %q", c.text, c.w, got, c.want)
		}
		if strings.ContainsRune(strings.Join(got, ""), '\ue011') {
			t.Errorf("%q: a tie is left", c.text)
		}
	}
}
