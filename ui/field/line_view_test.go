package field

import (
	"math/rand/v2"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"lotse/ui/theme"
)

// window is a focused line of ten cells with a text, after keys.
func window(text string, masked bool, keys ...rune) string {
	l := testKit().newLine("", "", masked)
	l.SetSize(10, 1)
	l.Focus()
	l.Paste(text)
	for _, k := range keys {
		l.Lines()
		l.Key(tea.KeyPressMsg{Code: k})
	}
	return strings.TrimRight(ansi.Strip(l.Lines()[0]), " ")
}

// A text that is longer than its line has a mark at each end behind which there is
// more, and none where there is not.
func TestALongTextIsMarkedAtBothEnds(t *testing.T) {
	const alphabet = "abcdefghijklmnopqrstuvwxyz"
	left := func(n int) (keys []rune) {
		for range n {
			keys = append(keys, tea.KeyLeft)
		}
		return keys
	}
	for _, tc := range []struct {
		name, text string
		masked     bool
		keys       []rune
		want       string
	}{
		{"short", "abcdefghi", false, nil, "abcdefghi"},
		{"as long as the line, with the cursor on a letter", "abcdefghij", false, left(1), "abcdefghij"},
		{"one more than the line", "abcdefghij", false, nil, "…cdefghij"},
		{"at its end", alphabet, false, nil, "…stuvwxyz"},
		{"in the middle", alphabet, false, left(13), "…nopqrstu…"},
		{"at its beginning", alphabet, false, []rune{tea.KeyHome}, "abcdefghi…"},
		{"there and back", alphabet, false, []rune{tea.KeyHome, tea.KeyEnd}, "…stuvwxyz"},
		{"cleared", alphabet, false, []rune{tea.KeyHome, tea.KeyDelete, tea.KeyEnd}, "…stuvwxyz"},
		{"shorter again", "abcdefghijk", false, []rune{tea.KeyBackspace, tea.KeyBackspace}, "abcdefghi"},
		{"wide letters", "漢字漢字漢字漢字", false, nil, "…漢字漢字"},
		{"a secret", alphabet, true, nil, "…********"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			if got := window(tc.text, tc.masked, tc.keys...); got != tc.want {
				t.Errorf("drawn is %q, want %q", got, tc.want)
			}
		})
	}
}

// Whatever is typed and wherever the cursor goes: the line keeps its width, has one
// cursor, and what stands between its marks stands so in the text.
func TestALongTextKeepsItsLine(t *testing.T) {
	rnd := rand.New(rand.NewPCG(5, 6))
	letters := []string{"a", "ß", "漢", "é", "e\u0301", "x", "👍🏽", "नि"}
	keys := []rune{tea.KeyLeft, tea.KeyRight, tea.KeyHome, tea.KeyEnd, tea.KeyBackspace, tea.KeyDelete}
	for range 300 {
		l := testKit().newLine("", "", false)
		w := 8 + rnd.IntN(12)
		l.SetSize(w, 1)
		l.Focus()
		for range 60 {
			if rnd.IntN(3) > 0 {
				l.Paste(letters[rnd.IntN(len(letters))])
			} else {
				l.Key(tea.KeyPressMsg{Code: keys[rnd.IntN(len(keys))]})
			}
			line := l.Lines()[0]
			if theme.Width(line) > w || strings.Count(line, "\x1b[7;") != 1 {
				t.Fatalf("%d cells of %d: %q", theme.Width(line), w, line)
			}
			part := strings.TrimSuffix(strings.TrimSuffix(strings.TrimPrefix(ansi.Strip(line), "…"), " "), "…")
			if !strings.Contains(l.value, part) {
				t.Fatalf("%q is no part of %q", part, l.value)
			}
		}
	}
}
