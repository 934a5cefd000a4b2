package theme

import (
	"fmt"
	"math"
	"math/rand/v2"
	"reflect"
	"strconv"
	"strings"
	"testing"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"
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

// sixteen are the colours 0 to 15 as terminals have them that nobody has
// changed: xterm's, and those of VGA and of the consoles after it.
var sixteen = map[string][16]string{
	"xterm": {
		"#000000", "#cd0000", "#00cd00", "#cdcd00", "#0000ee", "#cd00cd", "#00cdcd", "#e5e5e5",
		"#7f7f7f", "#ff0000", "#00ff00", "#ffff00", "#5c5cff", "#ff00ff", "#00ffff", "#ffffff",
	},
	"vga": {
		"#000000", "#aa0000", "#00aa00", "#aa5500", "#0000aa", "#aa00aa", "#00aaaa", "#aaaaaa",
		"#555555", "#ff5555", "#55ff55", "#ffff55", "#5555ff", "#ff55ff", "#55ffff", "#ffffff",
	},
}

// Text reaches AA (4.5), and lines what WCAG 1.4.11 asks of them (3), on every
// background that a palette is made for.
func TestPalettesReachAA(t *testing.T) {
	for name, k := range map[string]Tokens{"dark": Dark(), "light": Light()} {
		legible(t, name, k, 3, func(hex string) string { return hex })
	}
	for terminal, palette := range sixteen {
		rule := 3.0
		if terminal == "vga" {
			rule = 2.5 // its bright black is what it is; no text is drawn in it
		}
		for name, k := range map[string]Tokens{"dark 16": Dark16(), "light 16": Light16()} {
			legible(t, terminal+" "+name, k, rule, func(n string) string {
				i, err := strconv.Atoi(n)
				if err != nil {
					t.Fatalf("%s: %q is none of the sixteen", name, n)
				}
				return palette[i]
			})
		}
	}
}

func legible(t *testing.T, name string, k Tokens, rule float64, hex func(string) string) {
	t.Helper()
	v := reflect.ValueOf(k)
	for i := range v.NumField() {
		field := v.Type().Field(i).Name
		if v.Field(i).Kind() != reflect.String || v.Field(i).String() == "" || field == "Veil" || strings.HasPrefix(field, "Select") {
			continue // the terminal's own colour, what is not to be read, what has a background of its own
		}
		least := 4.5
		if field == "Rule" {
			least = rule
		}
		for _, back := range k.Backs {
			if c := contrast(hex(v.Field(i).String()), hex(back)); c < least {
				t.Errorf("%s: %s %s on %s has %.2f, needs %.1f", name, field, v.Field(i), back, c, least)
			}
		}
	}
	if c := contrast(hex(k.SelectFg), hex(k.SelectBg)); c < 4.5 {
		t.Errorf("%s: the selected row has %.2f, needs 4.5", name, c)
	}
}

// The rich palettes stay what they are on a terminal of 256 colours.
func TestPalettesAreOfThe256(t *testing.T) {
	for _, dark := range []bool{true, false} {
		v := reflect.ValueOf(Palette(dark, Rich))
		for i := range v.NumField() {
			if v.Field(i).Kind() != reflect.String {
				continue
			}
			c := lipgloss.Color(v.Field(i).String())
			r, g, b, _ := c.RGBA()
			r2, g2, b2, _ := colorprofile.ANSI256.Convert(c).RGBA()
			if r != r2 || g != g2 || b != b2 {
				t.Errorf("dark %t: %s %s becomes another colour", dark, v.Type().Field(i).Name, v.Field(i))
			}
		}
	}
}

// What is told by colour is told by weight or a line where there is none.
func TestWithoutColourWeightTells(t *testing.T) {
	th := New(true, false)
	th.Limit(None)
	for name, ink := range map[string]Ink{"accent": th.Accent, "title": th.Title, "bad": th.Bad, "alert": th.Alert, "select": th.Select, "link": th.Link} {
		if s := ink.Render("x"); s == "x" || strings.Contains(s, "38;") || strings.Contains(s, "48;") {
			t.Errorf("%s is drawn as %q", name, s)
		}
	}
	th.Turn(false)
	if th.Depth != None {
		t.Error("another background brings colours back")
	}
	th.Limit(Rich)
	if s := th.Bad.Render("x"); !strings.Contains(s, "38;") {
		t.Errorf("with colours bad is %q", s)
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

func TestTheFirstWordsOfAText(t *testing.T) {
	for in, want := range map[string]string{
		"- **One** thing\n- two":      "One thing",
		"See [the page](https://e.x)": "See the page",
		"A\nline.\n\nMore.":           "A line.",
		"":                            "",
	} {
		if got := First(in); got != want {
			t.Errorf("%q begins with %q, want %q", in, got, want)
		}
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
