package findings

import (
	"fmt"
	"strconv"
	"strings"

	"lotse/flows"
	"lotse/flows/register/compare"
	"lotse/ui/theme"
)

// sideBySide shows both cards of the chosen finding with the differences
// marked, and below them what the finding means and how it is put right.
func (o *Over) sideBySide(w int) []string {
	t, x, f := o.d.Theme(), &o.d.Words().Found, o.chosen()
	level := o.found.Kind.Level(f.Rule)
	word, title := o.ink(level).Render(o.word(level)), t.Bold.Render(o.reportWords().Title(f.Rule))
	of := t.Dim.Render(fmt.Sprintf(x.Of, o.at+1, o.count()))
	lines := []string{t.Ends(word+t.Dot+title, of, w), ""}
	if w < narrow {
		lines = append([]string{t.Ends(word, of, w)}, theme.Wrap(title, w)...)
	}
	lines = append(lines, o.cards(f, w)...)
	if len(f.Other) > 0 {
		var rows []string
		for _, r := range f.Other {
			rows = append(rows, strconv.Itoa(r))
		}
		lines = append(lines, theme.Hang("  ", t.Dim.Render(fmt.Sprintf(x.Others, strings.Join(rows, ", "))), w)...)
	}
	lines = append(lines, "")
	lines = append(lines, theme.Wrap(flows.CleanLine(o.reportWords().Detail(f)), w)...)
	label := max(theme.Width(x.Effect), theme.Width(x.Repair)) + 2
	for _, said := range []struct{ word, text string }{{x.Effect, o.reportWords().Effect(f)}, {x.Repair, o.reportWords().Repair(f)}} {
		if said.text != "" {
			lines = append(lines, "")
			lines = append(lines, theme.Hang(t.Dim.Render(t.Pad(said.word, label)), flows.CleanLine(said.text), w)...)
		}
	}
	return lines
}

// cards draws both cards as a table, a row for each value; in a narrow window
// differing values are drawn below each other.
func (o *Over) cards(f *compare.Finding, w int) []string {
	t, x, c := o.d.Theme(), &o.d.Words().Found, o.newCards(w)
	left, right := &f.Left, &f.Right
	both := left.Row > 0 && right.Row > 0
	draw := c.beside
	switch {
	case w >= narrow:
		c.lines = c.row("  ", "", t.Bold.Render(c.left), t.Bold.Render(c.right), theme.Ink{})
		c.beside(x.Row, rowOf(t, left), rowOf(t, right), false)
	case both:
		draw = c.below
		c.below(x.Row, o.rows(t, f), o.rows(t, f), false)
	default: // one card alone needs no second column
		draw = c.below
		system := c.left
		if left.Row == 0 {
			left, system = right, c.right
		}
		right = left
		c.below(x.Row, rowOf(t, left), rowOf(t, left), false)
		c.lines = append([]string{"  " + t.Bold.Render(system)}, c.lines...)
	}
	for _, k := range c.fields {
		l, r := o.value(left, k), o.value(right, k)
		draw(c.words[k], l, r, both && l != r)
	}
	return c.lines
}

func rowOf(t *theme.Theme, c *compare.Card) string {
	if c.Row == 0 {
		return t.None
	}
	return strconv.Itoa(c.Row)
}

// value is a card's value of a field; a dash if there is no card or no value.
func (o *Over) value(c *compare.Card, k compare.Field) string {
	if c.Row == 0 {
		return o.d.Theme().None
	}
	v := ""
	switch k {
	case compare.Code:
		v = c.Code
	case compare.BusinessID:
		v = c.ID
	case compare.Name:
		v = c.Name
	case compare.Barred:
		if v = o.d.Words().Found.No; c.IsBarred {
			v = o.d.Words().Found.Yes
		}
	}
	if v = compare.Short(v, 400); v == "" {
		return o.d.Theme().None
	}
	return v
}
