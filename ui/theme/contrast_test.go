package theme

import (
	"fmt"
	"reflect"
	"regexp"
	"testing"
)

var (
	foreground = regexp.MustCompile(`\b38;2;(\d+);(\d+);(\d+)`)
	background = regexp.MustCompile(`\b48;2;(\d+);(\d+);(\d+)`)
)

// drawnIn is the colour that a style sets; "" for the terminal's own.
func drawnIn(how *regexp.Regexp, open string) string {
	m := how.FindStringSubmatch(open)
	if m == nil {
		return ""
	}
	var c [3]int
	for i, s := range m[1:] {
		if _, err := fmt.Sscan(s, &c[i]); err != nil {
			panic(err)
		}
	}
	return fmt.Sprintf("#%02x%02x%02x", c[0], c[1], c[2])
}

// TestEveryStyleReachesAA: as it is drawn, every ink of the theme reaches 4.5 on its
// own ground or on those of the palette; lines, and the bar of the cursor, 3. What lies
// behind an overlay is not to be read.
func TestEveryStyleReachesAA(t *testing.T) {
	for _, dark := range []bool{true, false} {
		th, k, looked := New(dark, false), Palette(dark, Rich), 0
		v := reflect.ValueOf(*th)
		for i := range v.NumField() {
			name := v.Type().Field(i).Name
			if v.Field(i).Type() != reflect.TypeFor[Ink]() || name == "Veil" {
				continue
			}
			ink := v.Field(i).Interface().(Ink)
			fore := drawnIn(foreground, ink.open)
			if fore == "" {
				continue // the terminal's own, which its owner has chosen
			}
			looked++
			least, grounds := 4.5, k.Backs
			if name == "Rule" || name == "Cursor" {
				least = 3
			}
			if back := drawnIn(background, ink.open); back != "" {
				grounds = []string{back}
			}
			for _, back := range grounds {
				if c := contrast(fore, back); c < least {
					t.Errorf("dark %t: %s %s on %s has %.2f, needs %.1f", dark, name, fore, back, c, least)
				}
			}
		}
		if looked < 12 {
			t.Errorf("dark %t: only %d styles have a colour", dark, looked)
		}
	}
}
