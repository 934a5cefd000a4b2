//go:build campaign

package journey

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"lotse/flows"
)

// bits are what random texts are put together from: what terminals act on, and
// what letters look like that are none.
var bits = []string{
	"\x1b", "\x1b[", "\x1b]", "\x1bP", "\x1b_", "\x1b^", "\x1bX", "\x1b\\", "\x9b", "\u009b", "\u009d", "\u0090", "\x07", "\x08", "\r", "\n", "\t", "\x00", "\x7f",
	"31m", "2J", "52;c;", "0;", ";", "?", "$", "m", "h", "\u202e", "\u2066", "\u200b", "\ufeff", "\u00ad", "\ufe0f", "\U000e0041", "\u2028", "\u0085",
	"\xff", "\xc3", "\xed\xa0\x80", "\xf4\x90\x80\x80", "Muster", "ä", "東", "e\u0301", "😀",
}

// TestFaultClean cleans random texts: nothing of what a terminal acts on is left,
// what is clean stays, and letters are not lost.
func TestFaultClean(t *testing.T) {
	t.Parallel()
	const each = 10_000
	texts := 0
	for _, r := range rounds(t, 100, 1000) {
		for range each {
			s := anyText(r)
			clean := flows.Clean(s)
			for _, c := range clean {
				if c != '\n' && unicode.IsControl(c) || unicode.In(c, unicode.Cf, unicode.Zl, unicode.Zp, unicode.Variation_Selector, unicode.Bidi_Control) {
					t.Fatalf("Clean(%q) has %U in it", s, c)
				}
			}
			if !utf8.ValidString(clean) || flows.Clean(clean) != clean || strings.Contains(flows.CleanLine(s), "\n") {
				t.Fatalf("Clean(%q) is %q", s, clean)
			}
			texts++
		}
	}
	report("random texts through Clean", "%d, 0 left with what a terminal acts on", texts)
}

func anyText(r *rand.Rand) string {
	var b strings.Builder
	for range r.IntN(12) {
		switch r.IntN(4) {
		case 0:
			b.WriteByte(byte(r.IntN(256)))
		case 1:
			b.WriteRune(rune(r.IntN(unicode.MaxRune + 1)))
		default:
			b.WriteString(bits[r.IntN(len(bits))])
		}
	}
	return b.String()
}
