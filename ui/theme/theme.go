package theme

import (
	"strings"

	"charm.land/huh/v2"
)

// Theme is how everything is drawn on one terminal. A new one is made when the
// terminal tells its background.
type Theme struct {
	Dark  bool
	ASCII bool
	Depth Depth
	Glyphs

	Bold, Dim, Faint, Accent, Title, Good, Warn, Bad, Rule Ink
	Select, Code, Link, Key, Veil, Done, Alert, Cursor     Ink

	prose        map[proseKey][]string
	huh, huhArea *huh.Styles
}

// Glyphs are the signs that lines and gaps are made of.
type Glyphs struct {
	Line, Bar, Dots, Dot, Arrow, Fold, None, Up, Down  string
	TopLeft, TopRight, BottomLeft, BottomRight, Column string
}

var (
	fine  = Glyphs{"─", "│", "…", " · ", "›", "▸", "–", "↑", "↓", "╭", "╮", "╰", "╯", "│"}
	plain = Glyphs{"-", "|", "~", " - ", ">", ">", "-", "^", "v", "+", "+", "+", "+", "|"}
)

// New makes the theme for a background; in ASCII no sign outside it is drawn
// but what people wrote themselves.
func New(dark, ascii bool) *Theme { return build(dark, ascii, Rich) }

func build(dark, ascii bool, d Depth) *Theme {
	g := fine
	if ascii {
		g = plain
	}
	t := &Theme{Dark: dark, ASCII: ascii, Depth: d, Glyphs: g, prose: map[proseKey][]string{}}
	t.dip(Palette(dark, d))
	if d == None {
		t.dry()
	}
	t.huh, t.huhArea = hosted(t, true), hosted(t, false)
	return t
}

// dip makes the inks from tokens.
func (t *Theme) dip(k Tokens) {
	ink := func(colour string) Ink { return Ink{}.fore(colour) }
	t.Bold, t.Dim, t.Faint = Ink{}.bold(), ink(k.Dim), ink(k.Faint)
	t.Accent, t.Title = ink(k.Accent), ink(k.Accent).bold()
	t.Good, t.Warn, t.Bad, t.Rule = ink(k.Good), ink(k.Warn), ink(k.Bad), ink(k.Rule)
	t.Done, t.Alert = ink(k.Good).bold(), ink(k.Warn).bold()
	t.Select = ink(k.SelectFg).back(k.SelectBg).bold()
	t.Cursor = Ink{}.reverse().fore(Palette(t.Dark, Rich).Accent) // found by its colour: it has one at every depth
	t.Code, t.Link, t.Key, t.Veil = ink(k.Accent), ink(k.Accent).underline(), Ink{}.bold(), ink(k.Veil)
}

// dry sets weight and lines where there is no colour to set.
func (t *Theme) dry() {
	t.Accent, t.Bad = Ink{}.bold(), Ink{}.bold()
	t.Select, t.Link = Ink{}.bold().underline(), Ink{}.underline()
}

// Turn makes t the theme for another background; who holds t sees it.
func (t *Theme) Turn(dark bool) { *t = *build(dark, t.ASCII, t.Depth) }

// Limit makes t the theme for a terminal with so many colours.
func (t *Theme) Limit(d Depth) {
	if d != t.Depth {
		*t = *build(t.Dark, t.ASCII, d)
	}
}

// Sign makes t the theme with signs in ASCII, or not.
func (t *Theme) Sign(ascii bool) {
	if ascii != t.ASCII {
		*t = *build(t.Dark, ascii, t.Depth)
	}
}

// HLine is a rule over w columns.
func (t *Theme) HLine(w int) string { return t.Rule.Render(strings.Repeat(t.Line, max(w, 0))) }
