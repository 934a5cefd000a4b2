package papers

import (
	tea "charm.land/bubbletea/v2"

	"lotse/flows"
	"lotse/ui/desk/room"
	"lotse/ui/theme"
)

// outcome says what came of a file of which there is more to be known than where
// it stands.
type outcome struct {
	l      *List
	title  string
	told   []flows.Message
	scroll room.Scroll
}

// Title implements room.Overlay.
func (o *outcome) Title() string { return o.title }

// Key implements room.Overlay.
func (o *outcome) Key(msg tea.KeyPressMsg) tea.Cmd {
	k := msg.String()
	if k == "enter" {
		return o.l.back()
	}
	o.scroll.Key(k)
	return nil
}

// HandleEsc implements room.Escaper.
func (o *outcome) HandleEsc() tea.Cmd { return o.l.back() }

// Paste implements room.Overlay.
func (o *outcome) Paste(string) tea.Cmd { return nil }

// Lines implements room.Overlay.
func (o *outcome) Lines(w, h int) ([]string, int) {
	var lines []string
	for i, m := range o.told {
		if i > 0 {
			lines = append(lines, "")
		}
		lines = append(lines, theme.Wrap(flows.CleanLine(o.l.d.DialogueText(m)), w)...)
	}
	return o.scroll.Rest(lines, h), 0
}

// Keys implements room.Overlay.
func (o *outcome) Keys() []room.Hint { return []room.Hint{{"esc", o.l.d.Words().Help.Close}} }

// Scrolled implements room.Scroller.
func (o *outcome) Scrolled() *room.Scroll { return &o.scroll }
