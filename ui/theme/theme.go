package theme

import (
	"strings"

	"charm.land/huh/v2"
	"charm.land/lipgloss/v2"
)

// Theme is how everything is drawn on one terminal. A new one is made when the
// terminal tells its background.
type Theme struct {
	Dark  bool
	ASCII bool
	Glyphs

	Bold, Dim, Faint, Accent, Title, Good, Warn, Bad, Rule lipgloss.Style
	Select, Code, Link, Key, Veil, Cursor                  lipgloss.Style

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
	ink := func(hex string) lipgloss.Style { return lipgloss.NewStyle().Foreground(lipgloss.Color(hex)) }
	t := &Theme{
		Dark: dark, ASCII: ascii, Glyphs: g,
		Bold: lipgloss.NewStyle().Bold(true), Dim: ink(k.Dim), Faint: ink(k.Faint),
		Accent: ink(k.Accent), Title: ink(k.Accent).Bold(true),
		Good: ink(k.Good), Warn: ink(k.Warn), Bad: ink(k.Bad), Rule: ink(k.Rule),
		Select: ink(k.SelectFg).Background(lipgloss.Color(k.SelectBg)).Bold(true),
		Code:   ink(k.Accent), Link: ink(k.Accent).Underline(true), Key: lipgloss.NewStyle().Bold(true),
		Veil: ink(k.Rule), Cursor: ink(k.Accent).Background(lipgloss.Color(k.Accent)),
		prose: map[proseKey][]string{},
	}
	t.huh, t.huhArea = hosted(t, true), hosted(t, false)
	return t
}

// Turn makes t the theme for another background; who holds t sees it.
func (t *Theme) Turn(dark bool) { *t = *New(dark, t.ASCII) }

// HLine is a rule over w columns.
func (t *Theme) HLine(w int) string { return t.Rule.Render(strings.Repeat(t.Line, max(w, 0))) }
