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
	Glyphs

	Bold, Dim, Faint, Accent, Title, Good, Warn, Bad, Rule Ink
	Select, Code, Link, Key, Veil, Done, Alert             Ink

	prose        map[proseKey][]string
	huh, huhArea *huh.Styles
}

// Glyphs are the signs that lines and gaps are made of.
type Glyphs struct {
	Line, Bar, Dots, Dot, Arrow, Fold, None            string
	TopLeft, TopRight, BottomLeft, BottomRight, Column string
}

var (
	fine  = Glyphs{"─", "│", "…", " · ", "›", "▸", "–", "╭", "╮", "╰", "╯", "│"}
	plain = Glyphs{"-", "|", "~", " - ", ">", ">", "-", "+", "+", "+", "+", "|"}
)

// New makes the theme for a background; in ASCII no sign outside it is drawn
// but what people wrote themselves.
func New(dark, ascii bool) *Theme {
	k, g := Light(), fine
	if dark {
		k = Dark()
	}
	if ascii {
		g = plain
	}
	ink := func(hex string) Ink { return Ink{}.fore(hex) }
	t := &Theme{
		Dark: dark, ASCII: ascii, Glyphs: g,
		Bold: Ink{}.bold(), Dim: ink(k.Dim), Faint: ink(k.Faint),
		Accent: ink(k.Accent), Title: ink(k.Accent).bold(),
		Good: ink(k.Good), Warn: ink(k.Warn), Bad: ink(k.Bad), Rule: ink(k.Rule),
		Done: ink(k.Good).bold(), Alert: ink(k.Warn).bold(),
		Select: ink(k.SelectFg).back(k.SelectBg).bold(),
		Code:   ink(k.Accent), Link: ink(k.Accent).underline(), Key: Ink{}.bold(), Veil: ink(k.Rule),
		prose: map[proseKey][]string{},
	}
	t.huh, t.huhArea = hosted(k, true), hosted(k, false)
	return t
}

// Turn makes t the theme for another background; who holds t sees it.
func (t *Theme) Turn(dark bool) { *t = *New(dark, t.ASCII) }

// HLine is a rule over w columns.
func (t *Theme) HLine(w int) string { return t.Rule.Render(strings.Repeat(t.Line, max(w, 0))) }
