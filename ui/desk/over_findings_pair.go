package desk

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"lotse/flows"
	"lotse/flows/register/compare"
	"lotse/ui/theme"
)

// sideBySide shows the cards of the chosen finding beside each other, what
// differs marked, and below what it means and how it is put right.
func (o *findingsOver) sideBySide(m *model, w int) []string {
	t, x, f := m.th, &m.t.Found, o.chosen()
	level := o.found.Kind.Level(f.Rule)
	head := o.ink(m, level).Render(o.word(m, level)) + t.Dot + t.Bold.Render(o.found.Title(o.lang, f.Rule))
	lines := []string{t.Ends(head, t.Dim.Render(fmt.Sprintf(x.Of, o.at+1, o.count())), w), ""}
	lines = append(lines, o.cards(m, f, w)...)
	if len(f.Other) > 0 {
		var rows []string
		for _, r := range f.Other {
			rows = append(rows, strconv.Itoa(r))
		}
		lines = append(lines, theme.Hang("  ", t.Dim.Render(fmt.Sprintf(x.Others, strings.Join(rows, ", "))), w)...)
	}
	lines = append(lines, "")
	lines = append(lines, theme.Wrap(flows.CleanLine(o.found.Detail(o.lang, f)), w)...)
	label := max(theme.Width(x.Effect), theme.Width(x.Repair)) + 2
	for _, said := range []struct{ word, text string }{{x.Effect, o.found.Effect(o.lang, f)}, {x.Repair, o.found.Repair(o.lang, f)}} {
		if said.text != "" {
			lines = append(lines, "")
			lines = append(lines, theme.Hang(t.Dim.Render(t.Pad(said.word, label)), flows.CleanLine(said.text), w)...)
		}
	}
	return lines
}

// cards draws both cards as a table, a row for each value.
func (o *findingsOver) cards(m *model, f *compare.Finding, w int) []string {
	t, x := m.th, &m.t.Found
	words := map[compare.Field]string{compare.Code: x.Code, compare.BusinessID: x.ID, compare.Name: x.Name, compare.Barred: x.Barred}
	label := theme.Width(x.Row)
	for _, k := range o.found.Kind.Fields() {
		label = max(label, theme.Width(words[k]))
	}
	label += 4
	col := max((w-label)/2, 8)
	line := func(word, l, r string, differs bool) []string {
		mark, ink := "  ", theme.Ink{}
		if differs {
			mark, ink = t.Warn.Render("! "), t.Warn
		}
		left, right := theme.Wrap(l, col-2), theme.Wrap(r, col)
		var out []string
		for i := range max(len(left), len(right), 1) {
			head := t.Pad("", label)
			if i == 0 {
				head = mark + t.Pad(t.Dim.Render(word), label-2)
			}
			out = append(out, head+t.Pad(ink.Render(at(left, i)), col)+ink.Render(at(right, i)))
		}
		return out
	}
	lines := []string{t.Pad("", label) + t.Pad(t.Bold.Render(t.Fit(compare.SystemName(o.found.Left), col-2)), col) + t.Bold.Render(t.Fit(compare.SystemName(o.found.Right), col))}
	lines = append(lines, line(x.Row, rowOf(t, &f.Left), rowOf(t, &f.Right), false)...)
	both := f.Left.Row > 0 && f.Right.Row > 0
	for _, k := range slices.DeleteFunc(o.found.Kind.Fields(), func(k compare.Field) bool { return words[k] == "" }) {
		l, r := o.value(m, &f.Left, k), o.value(m, &f.Right, k)
		lines = append(lines, line(words[k], l, r, both && l != r)...)
	}
	return lines
}

func rowOf(t *theme.Theme, c *compare.Card) string {
	if c.Row == 0 {
		return t.None
	}
	return strconv.Itoa(c.Row)
}

// value is what a card has in a field; a dash where there is no card or nothing.
func (o *findingsOver) value(m *model, c *compare.Card, k compare.Field) string {
	if c.Row == 0 {
		return m.th.None
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
		if v = m.t.Found.No; c.IsBarred {
			v = m.t.Found.Yes
		}
	}
	if v = compare.Short(v, 400); v == "" {
		return m.th.None
	}
	return v
}
