package theme

import (
	"charm.land/huh/v2"
	"charm.land/lipgloss/v2"
)

// hostTheme is huh's theme; it asks t anew, so that a change of background
// reaches fields that exist already: huh takes a theme only once.
type hostTheme struct {
	t     *Theme
	lines bool
}

// Theme implements huh.Theme.
func (h hostTheme) Theme(bool) *huh.Styles {
	if h.lines {
		return h.t.huhArea
	}
	return h.t.huh
}

// Huh is the theme for huh fields of one line that are hosted as widgets: no
// frame, no prompt, no title; all of that is the page's.
func (t *Theme) Huh() huh.Theme { return hostTheme{t, false} }

// HuhArea is the same for a huh field of several lines.
func (t *Theme) HuhArea() huh.Theme { return hostTheme{t, true} }

// hosted makes the styles; a base that is inline never wraps.
func hosted(t *Theme, inline bool) *huh.Styles {
	none := lipgloss.NewStyle()
	k := Palette(t.Dark, t.Depth)
	// The cursor is found by its colour, so it has one at every depth; a text
	// asks for it as the background, an input as the foreground.
	cursor := lipgloss.Color(Palette(t.Dark, Rich).Accent)
	ink := func(colour string) lipgloss.Style {
		if colour == "" {
			return none
		}
		return none.Foreground(lipgloss.Color(colour))
	}
	chosen := ink(k.SelectFg).Bold(true).Padding(0, 2)
	if k.SelectBg != "" {
		chosen = chosen.Background(lipgloss.Color(k.SelectBg))
	}
	f := huh.FieldStyles{
		Base:          none.Inline(inline),
		FocusedButton: chosen,
		BlurredButton: ink(k.Dim).Padding(0, 2),
		TextInput: huh.TextInputStyles{
			Cursor:      none.Foreground(cursor).Background(cursor),
			Placeholder: ink(k.Faint), Text: none, Prompt: none,
		},
	}
	return &huh.Styles{Focused: f, Blurred: f}
}
