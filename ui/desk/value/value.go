// Package value is the overlay that shows a value in full: wrapped, in groups where
// it is a code, with its problems, and who entered it when. Like every room it
// imports ui/desk/room and never the desk.
//
// It exists because a page has a line for a value, and people have to read all of
// it.
package value

import (
	"strings"
	"unicode"

	tea "charm.land/bubbletea/v2"

	"lotse/flows"
	"lotse/flows/words"
	"lotse/ui/desk/room"
	"lotse/ui/theme"
)

// Shown is what is shown of an item or a cell.
type Shown struct {
	Name    string
	Text    string   // in full; of a secret only that it is set
	Secret  bool     // Text is not the value, and is not copied
	About   []string // its problems, and who entered it
	Warning int      // how many of About are problems
}

// Over is the overlay.
type Over struct {
	d      room.Desk
	of     Shown
	scroll room.Scroll
}

// New shows a value.
func New(d room.Desk, of Shown) *Over { return &Over{d: d, of: of} }

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
	if groups := grouped(o.of.Text); groups != "" && !o.of.Secret {
		said := words.Say(o.d.Words().Lang, flows.Msg("page.value_groups", "text", groups))
		lines = append(append(lines, ""), theme.Wrap(said, w)...)
	}
	for i, s := range o.of.About {
		if i == 0 {
			lines = append(lines, "")
		}
		head, ink := "", t.Dim
		if i < o.of.Warning {
			head, ink = t.Warn.Render("!")+" ", t.Warn
		}
		lines = append(lines, theme.Hang(head, ink.Render(s), w)...)
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

// A value is read in groups of so many signs if it is one word of that many at
// least, with a digit in it, and not so long that nobody reads it aloud.
const (
	group     = 4
	leastCode = 10
	mostCode  = 80
)

// grouped is a code in groups; "" for what is no code.
func grouped(text string) string {
	signs := []rune(strings.TrimSpace(text))
	if len(signs) < leastCode || len(signs) > mostCode || !strings.ContainsFunc(text, unicode.IsDigit) {
		return ""
	}
	var out strings.Builder
	for i, r := range signs {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			return "" // what has signs in it has groups of its own
		}
		if i > 0 && i%group == 0 {
			out.WriteByte(' ')
		}
		out.WriteRune(r)
	}
	return out.String()
}

// Wheeled implements room.Wheeler.
func (o *Over) Wheeled(by int) { o.scroll.Wheel(by) }
