package findings

import (
	"strings"

	"lotse/flows/register/compare"
	"lotse/ui/theme"
)

// cardDrawing draws two cards in w columns.
type cardDrawing struct {
	t           *theme.Theme
	w, label    int
	left, right string // the systems
	fields      []compare.Field
	words       map[compare.Field]string
	lines       []string
}

func (o *Over) newCards(w int) *cardDrawing {
	x := &o.d.Words().Found
	c := &cardDrawing{
		t: o.d.Theme(), w: w, label: theme.Width(x.Row), left: compare.SystemName(o.found.Left), right: compare.SystemName(o.found.Right),
		words: map[compare.Field]string{compare.Code: x.Code, compare.BusinessID: x.ID, compare.Name: x.Name, compare.Barred: x.Barred},
	}
	for _, k := range o.found.Kind.Fields() {
		if c.words[k] != "" {
			c.fields = append(c.fields, k)
			c.label = max(c.label, theme.Width(c.words[k]))
		}
	}
	return c
}

// mark is the sign before a value, and its colour.
func (c *cardDrawing) mark(differs bool) (string, theme.Ink) {
	if differs {
		return c.t.Warn.Render("! "), c.t.Warn
	}
	return "  ", theme.Ink{}
}

// beside draws the values of both cards beside each other.
func (c *cardDrawing) beside(word, l, r string, differs bool) {
	mark, ink := c.mark(differs)
	c.lines = append(c.lines, c.row(mark, word, l, r, ink)...)
}

func (c *cardDrawing) row(mark, word, l, r string, ink theme.Ink) []string {
	head := c.label + 4
	col := max((c.w-head)/2, 8)
	left, right := theme.Wrap(l, col-2), theme.Wrap(r, col)
	var out []string
	for i := range max(len(left), len(right), 1) {
		line := c.t.Pad("", head)
		if i == 0 {
			line = mark + c.t.Pad(c.t.Dim.Render(word), head-2)
		}
		out = append(out, line+c.t.Pad(ink.Render(at(left, i)), col)+ink.Render(at(right, i)))
	}
	return out
}

// below draws a value once if both cards have it, else each with its system.
func (c *cardDrawing) below(word, l, r string, differs bool) {
	mark, ink := c.mark(differs)
	head := mark + c.t.Pad(c.t.Dim.Render(word), c.label) + "  "
	if l == r {
		c.lines = append(c.lines, theme.Hang(head, l, c.w)...)
		return
	}
	c.lines = append(c.lines, strings.TrimRight(head, " "))
	system := max(theme.Width(c.left), theme.Width(c.right))
	for _, side := range [][2]string{{c.left, l}, {c.right, r}} {
		c.lines = append(c.lines, theme.Hang("    "+c.t.Dim.Render(c.t.Pad(side[0], system))+"  ", ink.Render(side[1]), c.w)...)
	}
}

// at is a line, "" after the last one.
func at(lines []string, i int) string {
	if i < len(lines) {
		return lines[i]
	}
	return ""
}
