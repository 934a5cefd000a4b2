package field

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"lotse/flows"
	"lotse/flows/words"
	"lotse/ui/glyph"
	"lotse/ui/theme"
	"lotse/ui/zone"
)

// Lines implements Widget: every option whole, in as many lines as its label
// takes. Where there is no room for all, those around the pointer are drawn, and
// the last line says how many more there are.
func (c *choice) Lines() []string {
	if c.flat {
		return c.flatLines()
	}
	shown := c.shown()
	var head []string
	if c.filtering {
		head = []string{c.kit.Theme.Fit(fmt.Sprintf(c.kit.Text.Field.FilterHint, flows.Clean(c.filter))+"▏", c.width)}
		if len(shown) == 0 {
			return append(head, c.kit.Theme.Warn.Render(c.kit.Text.Field.NoMatch))
		}
	}
	all := make([][]string, len(shown))
	for i := range shown {
		all[i] = zone.Option.Over(i, c.noted(shown[i], c.wrapped(shown[i], i)))
	}
	return append(head, c.part(all, max(c.height-len(head), 1))...)
}

// spare is how many lines more than its height a choice may take for labels that
// are wrapped.
const spare = 3

// part is the options that are drawn in room lines; the one at the pointer is
// among them, unless it was scrolled away from by hand.
func (c *choice) part(all [][]string, room int) []string {
	more := spare
	if c.notes != nil {
		more = 0
	}
	if count(all) <= room+more {
		c.top, c.drawn = 0, 0
		return slices.Concat(all...)
	}
	room = max(room-1, 1)
	if c.top = min(c.top, len(all)-1); !c.loose {
		c.top = min(c.top, c.at)
		for c.top < c.at && count(all[c.top:c.at+1]) > room {
			c.top++
		}
	}
	for c.top > 0 && count(all[c.top-1:]) <= room {
		c.top--
	}
	end := c.top + 1
	for end < len(all) && count(all[c.top:end+1]) <= room {
		end++
	}
	c.drawn = end - c.top
	rest := words.Say(c.kit.Lang, flows.Msg("page.more_options", "n", len(all)-end+c.top))
	return append(slices.Concat(all[c.top:end]...), c.kit.Theme.Faint.Render("  "+rest))
}

func count(all [][]string) int {
	n := 0
	for _, lines := range all {
		n += len(lines)
	}
	return n
}

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

// noted is an option with its note at the right: behind it, or on a line of its own.
func (c *choice) noted(o flows.Option, lines []string) []string {
	note := c.kit.Theme.Dim.Render(c.kit.Theme.Fit(c.notes[o.Value], c.width))
	last := lines[len(lines)-1]
	switch {
	case c.notes[o.Value] == "":
		return lines
	case theme.Width(last)+2+theme.Width(note) > c.width:
		lines, last = append(lines, ""), ""
	}
	lines[len(lines)-1] = c.kit.Theme.Ends(last, note, c.width)
	return lines
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
