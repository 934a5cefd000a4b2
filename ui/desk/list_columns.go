package desk

import (
	"lotse/flows"
	"lotse/ui/theme"
)

// rowWidths are the columns of the list, as wide as what stands in them.
type rowWidths struct{ point, name, title, count, warnings, why int }

type widthsKey struct {
	gen, rows int
	share     bool
}

// The widest that a column gets.
const (
	widestName, widestTitle, widestWhy = 40, 36, 40
)

func (l *list) rowWidths() rowWidths {
	if now := (widthsKey{l.gen, l.count(), l.m.share}); l.widthsFor != now {
		l.widthsFor, l.widths = now, rowWidths{point: theme.Width(l.point()) + 1}
		for _, s := range l.sections {
			for i := range s.rows {
				h := &s.rows[i]
				l.widths.name = max(l.widths.name, min(theme.Width(l.customer(h)), widestName))
				l.widths.title = max(l.widths.title, min(theme.Width(flows.CleanLine(h.Title)), widestTitle))
				l.widths.count = max(l.widths.count, len(count(h.Progress)))
				l.widths.warnings = max(l.widths.warnings, theme.Width(l.warningCount(h)))
				l.widths.why = max(l.widths.why, min(theme.Width(l.rowWhy(h)), widestWhy))
			}
		}
	}
	return l.widths
}

// all is the width of a row.
func (r rowWidths) all() int {
	w := r.point + r.name + 2 + r.count + r.warnings + 2 + r.why
	if r.title > 0 {
		w += 2 + r.title
	}
	return w
}

// cuts are what the columns give up for a row to fit, in this order.
var cuts = []struct {
	column func(*rowWidths) *int
	least  int
}{
	{(*rowWidths).whyColumn, 19},
	{(*rowWidths).nameColumn, 24},
	{(*rowWidths).titleColumn, 24},
	{(*rowWidths).nameColumn, 16},
	{(*rowWidths).titleColumn, 16},
	{(*rowWidths).whyColumn, 12},
	{(*rowWidths).titleColumn, leastTitle},
}

// leastTitle is the narrowest title; with the two blanks before it, dropping it
// never frees as much as ten columns.
const leastTitle = 8

func (r *rowWidths) nameColumn() *int  { return &r.name }
func (r *rowWidths) titleColumn() *int { return &r.title }
func (r *rowWidths) whyColumn() *int   { return &r.why }

// fit cuts the columns to the room of a row. A title is dropped where not even its
// beginning has room, and what that frees goes to the others.
func (r rowWidths) fit(room int) rowWidths {
	whole := r
	for _, c := range cuts {
		col := c.column(&r)
		*col -= max(min(r.all()-room, *col-c.least), 0)
	}
	if r.all() <= room {
		return r
	}
	r.title = 0
	r.name = max(r.name-max(r.all()-room, 0), min(r.name, 8))
	r.name += max(min(room-r.all(), whole.name-r.name), 0)
	r.why += max(min(room-r.all(), whole.why-r.why), 0)
	return r
}

// The widths of the pane beside the list, from the width of the window at which
// there is one.
const (
	paneFrom              = 100
	leastPane, widestPane = 34, 50
)

// paneWidth is the width of the pane about the chosen run: what the list leaves
// without cutting names and titles of a usual length; 0 where that is too little.
func (r rowWidths) paneWidth(w int) int {
	r.name, r.title, r.why = min(r.name, 24), min(r.title, 28), min(r.why, 19)
	if pane := min(w-r.all()-1, w*2/5, widestPane); w >= paneFrom && pane >= leastPane {
		return pane
	}
	return 0
}
