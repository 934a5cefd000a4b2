package zone_test

import (
	"slices"
	"strings"
	"testing"

	"lotse/ui/theme"
	"lotse/ui/zone"
)

// A mark says where a part begins, takes no cell and leaves nothing behind.
func TestMarksOfAFrame(t *testing.T) {
	th := theme.New(true, false)
	lines := []string{
		zone.Step.Mark(3) + "Zur Übersicht  " + zone.None.Mark(0) + "  " + zone.Item.Mark(1) + th.Bold.Render("Größe ") + zone.Option.Mark(2) + "ja",
		"nothing",
		zone.Item.Mark(7) + "漢字 " + zone.Sign.Mark(7) + "x",
	}
	for i, want := range []int{25, 7, 6} {
		if got := theme.Width(lines[i]); got != want {
			t.Errorf("line %d is %d cells wide, not %d", i, got, want)
		}
	}
	plain, marks := zone.Unmark(slices.Clone(lines))
	for _, l := range plain {
		if strings.Contains(l, "9009") {
			t.Errorf("%q", l)
		}
	}
	if want := "Zur Übersicht    " + th.Bold.Render("Größe ") + "ja"; plain[0] != want {
		t.Errorf("%q, want %q", plain[0], want)
	}
	for _, c := range []struct {
		x, y int
		kind zone.Kind
		n    int
		ok   bool
	}{
		{0, 0, zone.Step, 3, true},
		{14, 0, zone.Step, 3, true},
		{15, 0, zone.Step, 0, false},
		{16, 0, zone.Item, 0, false},
		{17, 0, zone.Item, 1, true},
		{30, 0, zone.Item, 1, true},
		{22, 0, zone.Option, 0, false},
		{23, 0, zone.Option, 2, true},
		{0, 1, zone.Item, 0, false},
		{4, 2, zone.Sign, 0, false},
		{5, 2, zone.Sign, 7, true},
		{0, 9, zone.Item, 0, false},
		{0, -1, zone.Item, 0, false},
	} {
		n, ok := marks.At(c.x, c.y, c.kind)
		if ok != c.ok || ok && n != c.n {
			t.Errorf("at %d, %d of kind %d: %d %v, want %d %v", c.x, c.y, c.kind, n, ok, c.n, c.ok)
		}
	}
}
