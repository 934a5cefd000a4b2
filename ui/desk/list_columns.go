package desk

import (
	"lotse/flows"
	"lotse/flows/run"
	"lotse/ui/theme"
)

// rowWidths are the columns of the list, as wide as what stands in them.
type rowWidths struct{ point, name, title, count, warnings, why int }

// widthsKey is what widths were measured for; of further rows they are measured as
// these come.
type widthsKey struct {
	first *section
	share bool
	lang  string
}

// The widest that a column gets.
const (
	widestName, widestTitle, widestWhy = 40, 36, 48
)

// rowWidths are the columns as wide as what stands in any row that is here.
func (l *list) rowWidths() rowWidths {
	now := widthsKey{share: l.m.share, lang: l.m.cfg.Lang}
	if len(l.sections) > 0 {
		now.first = l.sections[0]
	}
	if l.widthsFor != now {
		l.widthsFor, l.widths = now, rowWidths{point: theme.Width(l.point()) + 1}
		for _, s := range l.sections {
			s.measured = 0
		}
	}
	for _, s := range l.sections {
		for ; s.measured < len(s.rows); s.measured++ {
			l.widths.measure(l, &s.rows[s.measured])
		}
	}
	return l.widths
}

// measure widens the columns for a run.
func (r *rowWidths) measure(l *list, h *run.Header) {
	r.name = max(r.name, min(theme.Width(l.customer(h)), widestName))
	r.title = max(r.title, min(theme.Width(flows.CleanLine(h.Title)), widestTitle))
	r.count = max(r.count, len(count(h.Progress)))
	r.warnings = max(r.warnings, theme.Width(l.warningCount(h)))
	r.why = max(r.why, min(theme.Width(l.status(h, 0)), widestWhy))
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
