package theme

import (
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"
)

// TestProgressKeepsItsWidth for every share, with words and without, in signs that
// the terminal has, and without a colour where there is none.
func TestProgressKeepsItsWidth(t *testing.T) {
	for _, ascii := range []bool{false, true} {
		for _, depth := range []Depth{Rich, Sixteen, None} {
			th := New(true, ascii)
			th.Limit(depth)
			before := -1
			for _, share := range []float64{-1, 0, 0.3, 0.5, 1, 7} {
				bar := th.Progress(share, "50 %", 40)
				if Width(bar) != 40 || !strings.HasSuffix(ansi.Strip(bar), "  50 %") {
					t.Errorf("%q has %d cells", bar, Width(bar))
				}
				full := strings.Count(bar, "━") + strings.Count(bar, "=")
				if full < before {
					t.Errorf("at %v the bar is shorter", share)
				}
				before = full
				for _, r := range ansi.Strip(bar) {
					if ascii && r > 126 {
						t.Errorf("%q is drawn", r)
					}
				}
				if depth == None && strings.Contains(bar, "38;") {
					t.Errorf("a colour is drawn: %q", bar)
				}
			}
			if before != 34 {
				t.Errorf("the full bar has %d of 34", before)
			}
		}
	}
}

func TestTheSpinnerTurns(t *testing.T) {
	for _, ascii := range []bool{false, true} {
		signs := map[string]bool{}
		for at := range 20 {
			s := New(false, ascii).Spinner(time.Duration(at-2) * 100 * time.Millisecond)
			if Width(s) != 1 || ascii && s[0] > 126 {
				t.Errorf("the sign is %q", s)
			}
			signs[s] = true
		}
		if len(signs) < 4 {
			t.Errorf("it has %d signs", len(signs))
		}
	}
}
