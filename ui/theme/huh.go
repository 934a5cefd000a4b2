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
func hosted(k Tokens, inline bool) *huh.Styles {
	none := lipgloss.NewStyle()
	ink := func(hex string) lipgloss.Style { return none.Foreground(lipgloss.Color(hex)) }
	f := huh.FieldStyles{
		Base:          none.Inline(inline),
		FocusedButton: ink(k.SelectFg).Background(lipgloss.Color(k.SelectBg)).Bold(true).Padding(0, 2),
		BlurredButton: ink(k.Dim).Padding(0, 2),
		TextInput: huh.TextInputStyles{
			Cursor:      ink(k.Accent).Background(lipgloss.Color(k.Accent)),
			Placeholder: ink(k.Faint), Text: none, Prompt: none,
		},
	}
	return &huh.Styles{Focused: f, Blurred: f}
}
