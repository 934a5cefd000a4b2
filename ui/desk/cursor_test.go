package desk

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"lotse/ui/theme"
)

// The terminal's own cursor stands behind what was typed, counted in cells: an
// input method opens its window there.
func TestTheCursorStandsInItsCell(t *testing.T) {
	for name, tc := range map[string]struct {
		typed string
		left  int    // how often the arrow goes back
		after string // what stands left of the cursor then
	}{
		"letters":          {"abc", 0, "abc"},
		"umlauts":          {"äßåø", 0, "äßåø"},
		"back one":         {"äßåø", 1, "äßå"},
		"wide":             {"漢字", 0, "漢字"},
		"wide, back one":   {"漢字x", 2, "漢"},
		"combining":        {"e\u0301x", 0, "éx"},
		"combining, back":  {"ae\u0301", 1, "a"},
		"emoji":            {"a😀b", 0, "a😀b"},
		"emoji, back":      {"a😀b", 2, "a"},
		"blanks":           {"a  b", 1, "a  "},
		"longer than room": {strings.Repeat("ä漢", 40), 0, ""},
		"scrolled back":    {strings.Repeat("漢", 60), 7, ""},
	} {
		t.Run(name, func(t *testing.T) {
			r := begun(t)
			r.focus("ship")
			v := r.m.View()
			if v.Cursor == nil {
				t.Fatal("the empty field has no cursor")
			}
			x, y := v.Cursor.X, v.Cursor.Y
			r.keys("'" + tc.typed + "'")
			for range tc.left {
				r.keys("left")
			}
			v = r.m.View()
			line := ansi.Strip(strings.Split(v.Content, "\n")[y])
			if v.Cursor == nil || v.Cursor.Y != y {
				t.Fatalf("the cursor is at %v", v.Cursor)
			}
			if tc.after != "" {
				if want := x + theme.Width(tc.after); v.Cursor.X != want {
					t.Errorf("the cursor is in column %d, want %d: %q", v.Cursor.X, want, line)
				}
				return
			}
			// Scrolled: left of the cursor stands the end of what precedes it.
			before := []rune(tc.typed)
			before = before[:len(before)-tc.left]
			got := []rune(strings.TrimPrefix(strings.TrimSpace(ansi.Cut(line, x, v.Cursor.X)), "…"))
			if len(got) < 5 || !strings.HasSuffix(string(before), string(got)) {
				t.Errorf("left of the cursor in column %d stands %q", v.Cursor.X, string(got))
			}
		})
	}
}
