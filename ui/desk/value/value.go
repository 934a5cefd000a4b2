// Package value is the overlay that shows a value in full: wrapped, in groups where
// it is a code, with its problems, and who entered it when. Like every room it
// imports ui/desk/room and never the desk.
//
// It exists because a page has a line for a value, and people have to read all of
// it.
package value

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"lotse/flows"
	"lotse/flows/words"
	"lotse/ui/desk/room"
	"lotse/ui/face"
	"lotse/ui/theme"
)

// Over is the overlay.
type Over struct {
	d      room.Desk
	of     face.Value
	scroll room.Scroll
}

// New shows a value.
func New(d room.Desk, of face.Value) *Over { return &Over{d: d, of: of} }

// Title implements room.Overlay.
func (o *Over) Title() string { return o.of.Name }

// Paste implements room.Overlay.
func (o *Over) Paste(string) tea.Cmd { return nil }

// Key implements room.Overlay.
func (o *Over) Key(msg tea.KeyPressMsg) tea.Cmd {
	switch k := msg.String(); {
	case k == "i" || k == "enter":
		o.d.Close()
	case k == "c" && !o.of.Secret:
		o.d.Say(o.d.Words().Wizard.Copied)
		return o.d.Copy(o.of.Text)
	default:
		o.scroll.Key(k)
	}
	return nil
}

// Lines implements room.Overlay.
func (o *Over) Lines(w, h int) ([]string, int) {
	t := o.d.Theme()
	var lines []string
	for _, paragraph := range strings.Split(flows.Clean(o.of.Text), "\n") {
		if paragraph == "" {
			lines = append(lines, "")
		}
		for _, l := range theme.Wrap(paragraph, w) {
			lines = append(lines, t.Bold.Render(l))
		}
	}
	if o.of.Groups != "" {
		said := words.Say(o.d.Words().Lang, flows.Msg("page.value_groups", "text", o.of.Groups))
		lines = append(append(lines, ""), theme.Wrap(said, w)...)
	}
	if len(o.of.Warnings)+len(o.of.About) > 0 {
		lines = append(lines, "")
	}
	for _, s := range o.of.Warnings {
		lines = append(lines, theme.Hang(t.Warn.Render("!")+" ", t.Warn.Render(s), w)...)
	}
	for _, s := range o.of.About {
		lines = append(lines, theme.Hang("", t.Dim.Render(s), w)...)
	}
	return o.scroll.Rest(lines, h), 0
}

// Keys implements room.Overlay.
func (o *Over) Keys() []room.Hint {
	h := &o.d.Words().Help
	hints := []room.Hint{{"esc", h.Close}}
	if !o.of.Secret {
		hints = append([]room.Hint{{"c", h.Copy}}, hints...)
	}
	if o.scroll.Scrolls() {
		hints = append([]room.Hint{{"up/down", h.Scroll}}, hints...)
	}
	return hints
}

// Scrolled implements room.Scroller.
func (o *Over) Scrolled() *room.Scroll { return &o.scroll }
