package field

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"lotse/flows"
	"lotse/ui/glyph"
	"lotse/ui/theme"
	"lotse/ui/zone"
)

// Lines implements Widget.
func (c *choice) Lines() []string {
	if c.flat {
		return c.flatLines()
	}
	shown := c.shown()
	room := c.height
	var head []string
	if c.filtering {
		head = []string{c.kit.Theme.Fit(fmt.Sprintf(c.kit.Text.Field.FilterHint, flows.Clean(c.filter))+"▏", c.width)}
		room--
		if len(shown) == 0 {
			return append(head, c.kit.Theme.Warn.Render(c.kit.Text.Field.NoMatch))
		}
	}
	room = max(room, 1)
	c.top = min(max(c.top, c.at-room+1, 0), c.at)
	var all [][]string
	whole := 0
	for i := c.top; i < len(shown) && i < c.top+room; i++ {
		lines := c.wrapped(shown[i], i)
		all, whole = append(all, lines), whole+len(lines)
	}
	for i, lines := range all {
		if whole > len(all)+spare && !(c.focused && c.top+i == c.at) {
			lines = []string{c.option(shown[c.top+i], c.top+i)}
		}
		head = append(head, zone.Option.Over(c.top+i, lines)...)
	}
	return head
}

// spare is how many lines more than one for each the options may take; where
// they would take more, only the one that is pointed at is shown whole.
const spare = 3

// wrapped is an option in as many lines as its label takes.
func (c *choice) wrapped(o flows.Option, i int) []string {
	line := c.line(o, i)
	if theme.Width(line) <= c.width {
		return []string{line}
	}
	head := c.line(flows.Option{Value: o.Value}, i)
	label := o.Label
	if c.focused && i == c.at {
		label = c.kit.Theme.Title.Render(label)
	}
	return theme.Hang(head, label, c.width)
}

func (c *choice) option(o flows.Option, i int) string {
	return c.kit.Theme.Fit(c.line(o, i), c.width)
}

// line is an option on one line, as long as its label is.
func (c *choice) line(o flows.Option, i int) string {
	t := c.kit.Theme
	here := c.focused && i == c.at
	point := " "
	if here {
		point = t.Accent.Render(t.Arrow)
	}
	number := "  "
	if c.filter == "" && i < 9 && len(c.options) > 1 {
		number = t.Faint.Render(strconv.Itoa(i+1)) + " "
	}
	label := o.Label
	if here && label != "" {
		label = t.Title.Render(label)
	}
	return point + " " + number + c.sign(o) + " " + label
}

func (c *choice) sign(o flows.Option) string {
	t := c.kit.Theme
	on := slices.Contains(c.chosen, o.Value)
	off, yes := glyph.Radio, glyph.Chosen
	if c.many {
		off, yes = glyph.Box, glyph.Ticked
	}
	if on {
		return t.Good.Render(yes.Of(t.ASCII))
	}
	return t.Dim.Render(off.Of(t.ASCII))
}

func (c *choice) flatLines() []string {
	var parts []string
	for i, o := range c.options {
		parts = append(parts, zone.Option.Mark(i)+strings.TrimRight(c.option(o, i), " "))
	}
	lines, row := []string{}, ""
	for _, p := range parts {
		if row != "" && theme.Width(row)+2+theme.Width(p) > c.width {
			lines, row = append(lines, row), ""
		}
		if row != "" {
			row += " "
		}
		row += p
	}
	return append(lines, row)
}

// Height is how many lines the options of a field take in the given space.
func Height(f *flows.Field, room int) int {
	return min(max(len(f.Options), 1), max(room, 3))
}
