package paper_test

import (
	"math"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

var variable = regexp.MustCompile(`--([a-z-]+): #([0-9a-f]{6})`)

// TestColoursCanBeTold: every text stands out from its ground as WCAG asks for at
// its level AA, in light, dark and on paper.
func TestColoursCanBeTold(t *testing.T) {
	css, err := os.ReadFile("style.css")
	if err != nil {
		t.Fatal(err)
	}
	blocks := strings.Split(string(css), ":root {")
	if len(blocks) != 4 {
		t.Fatalf("the style has %d sets of colours", len(blocks)-1)
	}
	light := map[string]string{}
	for i, name := range []string{"light", "dark", "paper"} {
		colours := map[string]string{}
		for k, v := range light {
			colours[k] = v
		}
		block, _, _ := strings.Cut(blocks[i+1], "}")
		for _, m := range variable.FindAllStringSubmatch(block, -1) {
			colours[m[1]] = m[2]
		}
		if i == 0 {
			light = colours
		}
		for ground, inks := range map[string][]string{
			"paper": {"ink", "dim", "accent", "good", "careful", "bad"}, "card": {"ink", "dim"}, "mark": {"on-mark"},
			"good-tint": {"ink", "good"}, "careful-tint": {"ink", "careful"}, "bad-tint": {"ink", "bad"},
		} {
			for _, ink := range inks {
				if c := contrast(t, colours[ink], colours[ground]); c < 4.5 {
					t.Errorf("%s: %s upon %s has a contrast of %.1f", name, ink, ground, c)
				}
			}
		}
	}
}

// contrast is that of two colours, 1 to 21.
func contrast(t *testing.T, a, b string) float64 {
	t.Helper()
	la, lb := luminance(t, a), luminance(t, b)
	return (max(la, lb) + 0.05) / (min(la, lb) + 0.05)
}

func luminance(t *testing.T, hex string) float64 {
	t.Helper()
	sum := 0.0
	for i, weight := range []float64{0.2126, 0.7152, 0.0722} {
		if len(hex) != 6 {
			t.Fatalf("no colour: %q", hex)
		}
		n, err := strconv.ParseUint(hex[2*i:2*i+2], 16, 8)
		if err != nil {
			t.Fatal(err)
		}
		c := float64(n) / 255
		if c <= 0.04045 {
			c /= 12.92
		} else {
			c = math.Pow((c+0.055)/1.055, 2.4)
		}
		sum += weight * c
	}
	return sum
}
