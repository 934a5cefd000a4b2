package desk

import (
	"fmt"
	"strings"
	"time"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/ui/glyph"
	"lotse/ui/theme"
)

// listFrame is the list of runs:
//
//	Lotse  Desk                                 6 runs · 2 due
//
//	  Today
//	● customer          procedure               6/11  why, when
//	  ...
//	  two lines about the run that is chosen; a pane from 100 columns
//	help
func (m *model) listFrame() []string {
	height := max(m.h-4, 1)
	pane, about := m.aboutRoom()
	body := m.listBody(m.w-pane, height-about)
	if m.over != nil {
		body = m.overBody(body, height)
	} else {
		body = m.withAbout(body, height, about, pane)
	}
	for len(body) < height {
		body = append(body, "")
	}
	lines := append([]string{m.listHeader(), ""}, body[:height]...)
	return append(lines, m.statusLine(), m.helpLine("ctrl+c "+m.t.Help.Quit))
}

// aboutRoom is where more is said of the run that is chosen: in columns on the
// right, or else in lines below, the free one before them counted.
func (m *model) aboutRoom() (pane, about int) {
	switch {
	case m.list.empty():
		return 0, 0
	case m.w >= 100:
		return min(m.w*2/5, 50), 0
	case m.h >= 20:
		return 0, 4
	case m.h >= 14:
		return 0, 3
	default:
		return 0, 0
	}
}

func (m *model) listHeader() string {
	all, due := m.list.totals()
	right := fmt.Sprintf(m.t.Desk.Runs, all)
	if all == 1 {
		right = m.t.Desk.OneRun
	}
	if due > 0 {
		right += m.th.Dot + fmt.Sprintf(m.t.Desk.Due, due)
	}
	middle := m.th.Dim.Render(m.t.Desk.Title)
	if m.list.filtering || m.list.words != "" {
		middle += m.th.Dim.Render(m.th.Dot+m.t.Desk.Filter+": ") + m.filterLine()
	}
	return m.header([]string{m.shareMark(), m.storeMark()}, middle, m.th.Dim.Render(right), "")
}

// storeMark says that everything here is a demo.
func (m *model) storeMark() string {
	if !m.cfg.Demo {
		return ""
	}
	return m.t.Mode(string(run.Demo))
}

func (m *model) filterLine() string {
	if !m.list.filtering {
		return flows.CleanLine(m.list.filterText())
	}
	m.list.filter.SetSize(max(m.w/3, 10), 1)
	return strings.TrimRight(m.list.filter.Lines()[0], " ")
}

// listBody draws the sections, scrolled so that the chosen run is in view, and
// the heading of its group where it is the first of it.
func (m *model) listBody(w, h int) []string {
	l := m.list
	if l.empty() {
		return m.emptyList(w)
	}
	var lines []string
	n, from, here := 0, 0, 0
	for _, s := range l.sections {
		if len(s.rows) == 0 {
			continue
		}
		if m.h >= airFrom && len(lines) > 0 {
			lines = append(lines, "")
		}
		head := len(lines)
		lines = append(lines, "  "+m.th.Dim.Render(m.groupWord(s.kind)))
		for i := range s.rows {
			if n == l.at {
				from, here = len(lines), len(lines)
				if i == 0 {
					from = head
				}
			}
			row := ""
			if far := n - l.at; far <= h && far >= -h { // only what can be in view
				row = m.rowLine(&s.rows[i], n == l.at, w)
			}
			lines = append(lines, row)
			n++
		}
	}
	shown, top := window(lines, l.top, h, from, here, true)
	l.top = top
	return shown
}

// airFrom is the height from which groups stand apart.
const airFrom = 30

func (m *model) emptyList(w int) []string {
	t := m.th
	if m.list.words != "" {
		return append([]string{""}, theme.Hang("  ", fmt.Sprintf(m.t.Desk.NothingFound, flows.CleanLine(m.list.words)), w)...)
	}
	w = min(w, pageWidth)
	lines := append([]string{""}, theme.Hang("  ", t.Bold.Render(m.t.Desk.EmptyWhat), w)...)
	if m.h >= 18 {
		lines = append(lines, "")
	}
	for _, s := range []string{m.t.Desk.EmptyNew, m.t.Desk.EmptyDemo} {
		key, does, _ := strings.Cut(s, "  ")
		lines = append(lines, theme.Hang("  "+t.Key.Render(key)+"  ", does, w)...)
	}
	return lines
}

func (m *model) groupWord(g group) string { return g.Word(m.t) }

// rowWidths are the columns of the list: as wide as what stands in them, and cut
// where there is no room.
type rowWidths struct{ name, title, why int }

type widthsKey struct {
	gen, rows int
	share     bool
}

// The widest that a column gets, and the narrowest of one that is drawn.
const (
	widestName, widestTitle, widestWhy = 40, 36, 24
	leastName, leastTitle              = 14, 12
	countWidth                         = 5
)

func (m *model) rowWidths() rowWidths {
	l := m.list
	if now := (widthsKey{l.gen, l.count(), m.share}); l.widthsFor != now {
		l.widthsFor, l.widths = now, rowWidths{}
		for _, s := range l.sections {
			for i := range s.rows {
				h := &s.rows[i]
				l.widths.name = max(l.widths.name, min(theme.Width(m.customer(h)), widestName))
				l.widths.title = max(l.widths.title, min(theme.Width(flows.CleanLine(h.Title)), widestTitle))
				l.widths.why = max(l.widths.why, min(theme.Width(m.rowWhy(h)), widestWhy))
			}
		}
	}
	return l.widths
}

// within cuts the columns to the room that there is: the title first, then the
// name; where neither has enough left the title goes.
func (r rowWidths) within(room int) rowWidths {
	over := r.name + 2 + r.title + 2 + countWidth + 2 + r.why - room
	cut := func(col *int, least int) {
		n := max(min(over, *col-least), 0)
		*col -= n
		over -= n
	}
	cut(&r.title, min(20, r.title))
	cut(&r.name, min(20, r.name))
	cut(&r.title, min(leastTitle, r.title))
	if over > 0 {
		over -= r.title + 2
		r.title = 0
		cut(&r.name, leastName)
	}
	return r
}

// rowLine is one run: customer, procedure, progress, and why or since when.
func (m *model) rowLine(h *run.Header, here bool, w int) string {
	t := m.th
	point := strings.Repeat(" ", theme.Width(glyph.Here.Of(t.ASCII))) + " "
	if here {
		point = t.Accent.Render(glyph.Here.Of(t.ASCII)) + " "
	}
	cols := m.rowWidths().within(w - theme.Width(point))
	s := t.Pad(m.customer(h), cols.name)
	if here {
		s = t.Title.Render(s)
	}
	if cols.title > 0 {
		s += "  " + t.Pad(flows.CleanLine(h.Title), cols.title)
	}
	s += "  " + fmt.Sprintf("%*s", countWidth, count(h.Progress))
	return t.Fit(point+s+"  "+m.rowWhy(h), w)
}

// stranger reports whether a run is of a customer whom the other side must not
// see: in the shared view all but that of the run last open.
func (m *model) stranger(h *run.Header) bool {
	return m.share && (m.last == nil || m.last.Customer.ID != h.Customer.ID)
}

// customer is a customer's name, or a word in its place.
func (m *model) customer(h *run.Header) string {
	if m.stranger(h) {
		return m.t.Desk.Hidden
	}
	return flows.CleanLine(h.Customer.Name)
}

func (m *model) rowWhy(h *run.Header) string {
	t := m.th
	why := ""
	switch {
	case h.Due != nil:
		why = m.due(*h.Due)
	case h.Status == run.StatusEnded || h.Status == run.StatusAbandoned:
		why = m.t.Status(string(h.Status)) + " " + m.day(h.Changed)
	case h.Why != "" && h.Status == run.StatusWaiting && !m.stranger(h):
		why = flows.CleanLine(h.Why)
	default:
		why = m.day(h.Changed)
	}
	if word := m.t.Mode(string(h.Mode)); word != "" && !m.cfg.Demo { // of a demo the title says it
		return t.Warn.Render(word) + t.Dim.Render(t.Dot+why)
	}
	return t.Dim.Render(why)
}

// due says that a run is due, or until when it waits.
func (m *model) due(d time.Time) string {
	if d.After(m.now()) && m.day(d) != m.t.When.Today {
		return fmt.Sprintf(m.t.Desk.Until, m.day(d))
	}
	return fmt.Sprintf(m.t.Desk.DueAt, m.moment(d))
}
