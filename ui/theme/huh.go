package theme

import (
	"charm.land/huh/v2"
	"charm.land/lipgloss/v2"
)

// themed is a huh theme that is made once: huh asks for it with every frame.
type themed struct{ styles *huh.Styles }

// Theme implements huh.Theme.
func (t themed) Theme(bool) *huh.Styles { return t.styles }

// Huh is the theme for huh fields that are hosted as widgets: no frame, no
// prompt, no title; all of that is the page's.
func (t *Theme) Huh() huh.Theme { return t.huh }

func hosted(t *Theme) themed {
	none := lipgloss.NewStyle()
	f := huh.FieldStyles{
		Base:          none.Inline(true),
		FocusedButton: t.Select.Padding(0, 2),
		BlurredButton: t.Dim.Padding(0, 2),
		TextInput:     huh.TextInputStyles{Cursor: t.Cursor, Placeholder: t.Faint, Text: none, Prompt: none},
	}
	s := &huh.Styles{Focused: f, Blurred: f}
	return themed{s}
}
