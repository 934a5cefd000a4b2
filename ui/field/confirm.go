package field

import (
	tea "charm.land/bubbletea/v2"
	"charm.land/huh/v2"

	"lotse/flows"
	"lotse/ui/zone"
)

// confirm is a single huh.Confirm.
type confirm struct {
	kit   Kit
	field *huh.Confirm
	first bool
	width int

	labels [2]string
}

// Confirm asks between the answer that is probably meant, which is first and
// chosen, and another one. Its value is true for the other one.
func (k Kit) Confirm(first, other string) Widget {
	c := &confirm{kit: k, first: true, labels: [2]string{first, other}}
	c.field = huh.NewConfirm().Affirmative(first).Negative(other).Value(&c.first)
	c.field.WithKeyMap(hostKeys)
	c.field.WithTheme(k.Theme.Huh())
	return c
}

func (c *confirm) Focus() { c.field.Focus() }
func (c *confirm) Blur()  { c.field.Blur() }

func (c *confirm) Key(msg tea.KeyPressMsg) KeyResult {
	switch msg.String() {
	case "left", "right", "up", "down", "tab", "shift+tab", "space":
		c.first = !c.first
		return Stay
	case "enter":
		return Take
	}
	return Pass
}

// Point implements Pointable: a click on a button takes its answer.
func (c *confirm) Point(at zone.At) KeyResult {
	n, ok := at(zone.Option)
	if !ok {
		return Stay
	}
	c.first = n == 0
	return Take
}

func (c *confirm) Paste(string) string { return "" }

func (c *confirm) SetSize(w, _ int) {
	c.width = w
	c.field.WithWidth(w)
}

// Lines implements Widget: the chosen button has a sign, not a colour alone.
func (c *confirm) Lines() []string {
	mark := [2]string{c.kit.Theme.Arrow + " ", "  "}
	if !c.first {
		mark[0], mark[1] = mark[1], mark[0]
	}
	button := func(n int) string { return zone.Option.Mark(n) + mark[n] + c.labels[n] + zone.None.Mark(0) }
	c.field.Affirmative(button(0)).Negative(button(1))
	return []string{c.kit.Theme.Fit(c.field.View(), c.width)}
}

func (c *confirm) Value() flows.Value { return !c.first }
func (c *confirm) Typing() bool       { return false }

// Owns implements Widget.
func (c *confirm) Owns(k string) bool {
	switch k {
	case "left", "right", "up", "down", "tab", "shift+tab", "space", "enter":
		return true
	}
	return false
}
