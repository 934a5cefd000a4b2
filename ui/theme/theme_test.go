package theme

import (
	"fmt"
	"math"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
)

// luminance is WCAG 2's relative luminance of #rrggbb.
func luminance(hex string) float64 {
	var c [3]int
	if n, err := fmt.Sscanf(hex, "#%02x%02x%02x", &c[0], &c[1], &c[2]); n != 3 || err != nil {
		panic("no colour: " + hex)
	}
	var l [3]float64
	for i, v := range c {
		s := float64(v) / 255
		if s <= 0.03928 {
			l[i] = s / 12.92
		} else {
			l[i] = math.Pow((s+0.055)/1.055, 2.4)
		}
	}
	return 0.2126*l[0] + 0.7152*l[1] + 0.0722*l[2]
}

func contrast(a, b string) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

func TestContrastFormula(t *testing.T) {
	if got := contrast("#000000", "#ffffff"); math.Abs(got-21) > 0.01 {
		t.Errorf("black on white: %.2f, want 21", got)
	}
	if got := contrast("#767676", "#ffffff"); got < 4.5 || got > 4.6 {
		t.Errorf("#767676 on white: %.2f, want 4.54", got)
	}
}

func TestPalettesReachAA(t *testing.T) {
	for name, k := range map[string]Tokens{"dark": Dark(), "light": Light()} {
		v := reflect.ValueOf(k)
		for i := range v.NumField() {
			field := v.Type().Field(i).Name
			if v.Field(i).Kind() != reflect.String || field == "Rule" || strings.HasPrefix(field, "Select") {
				continue
			}
			for _, back := range k.Backs {
				if c := contrast(v.Field(i).String(), back); c < 4.5 {
					t.Errorf("%s: %s %s on %s has %.2f, needs 4.5", name, field, v.Field(i), back, c)
				}
			}
		}
		if c := contrast(k.SelectFg, k.SelectBg); c < 4.5 {
			t.Errorf("%s: the selected row has %.2f, needs 4.5", name, c)
		}
	}
}

func TestMarkdown(t *testing.T) {
	for _, tc := range []struct{ name, in, want string }{
		{"paragraph", "One\ntwo.", "One two."},
		{"bold and code", "A **big** `thing`.", "A big thing."},
		{"menu path", "Open [[Administration > TecCom Business Cloud]] now.", "Open Administration › TecCom Business Cloud now."},
		{"menu not closed", "Open [[A > B now.", "Open [[A > B now."},
		{"link", "See [the page](https://example.org/a).", "See the page (https://example.org/a)."},
		{"address", "See <https://example.org/a>.", "See https://example.org/a."},
		{"list", "Do:\n\n- one\n- two\n  more\n\n1. first\n2. second", "Do:\n\n- one\n- two more\n1. first\n2. second"},
		{"html is text", "<b>no</b> <script>x</script>", "<b>no</b> <script>x</script>"},
		{"code block", "Type:\n\n```\na  b\n```", "Type:\n\n  a  b"},
		{"empty", "", ""},
	} {
		t.Run(tc.name, func(t *testing.T) {
			got := ansi.Strip(strings.Join(New(true, false).Prose(tc.in, 60), "\n"))
			if got != tc.want {
				t.Errorf("got  %q\nwant %q", got, tc.want)
			}
		})
	}
}

func TestLinesKeepTheWidth(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	words := []string{"Grüße", "漢字漢字", "a", "**bold**", "`code`", "[[A > B]]", "\n\n", "- item\n", "https://example.org/very/long/path/that/breaks", "é", "नमस्ते", "[x](https://example.org)"}
	th := New(true, false)
	for range 2000 {
		var sb strings.Builder
		for range r.IntN(20) {
			sb.WriteString(words[r.IntN(len(words))] + " ")
		}
		w := 8 + r.IntN(60)
		for _, line := range th.Prose(sb.String(), w) {
			if Width(line) > w && w >= 16 {
				t.Fatalf("%d cells in a width of %d: %q of %q", Width(line), w, line, sb.String())
			}
		}
	}
}

func TestCells(t *testing.T) {
	th := New(true, false)
	if got := th.Pad("漢字x", 4); got != "漢… " {
		t.Errorf("Pad cuts to %q", got)
	}
	if got := th.Ends("left side", "right", 12); got != "left … right" {
		t.Errorf("Ends gives %q", got)
	}
	if got := strings.Join(Hang("say  ", "one two three", 12), "|"); got != "say  one two|     three" {
		t.Errorf("Hang gives %q", got)
	}
}

func TestASCIIDrawsNothingElse(t *testing.T) {
	th := New(false, true)
	for _, line := range th.Prose("Go to [[A > B]]:\n\n- one", 40) {
		for _, r := range ansi.Strip(line) {
			if r > 126 {
				t.Errorf("%q in %q", r, line)
			}
		}
	}
}

func TestQuickWidthIsTheLibrarys(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	parts := []string{
		"a", "é", "ß", "Ő", " ", "─", "│", "…", "·", "›", "▸", "–", "╭", "╯", "●", "○", "☐", "☑", "✓", "◷", "▏", "\x1b[1;38;2;1;2;3m", "\x1b[m",
		"漢", "e\u0301", "\u200b", "👍🏽", "\t", "\x1b]8;;x\a", "\x1b[2K", "नि", "•", "™", "\u00ad",
	}
	for range 20000 {
		var sb strings.Builder
		for range 1 + r.IntN(8) {
			sb.WriteString(parts[r.IntN(len(parts))])
		}
		if got, want := Width(sb.String()), ansi.StringWidth(sb.String()); got != want {
			t.Fatalf("%q is %d cells, the library says %d", sb.String(), got, want)
		}
	}
}
