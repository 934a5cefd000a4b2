package desk

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/ui/face"
	"lotse/ui/glyph"
	"lotse/ui/theme"
	"lotse/ui/zone"
)

// frame is the list of runs:
//
//	Lotse  Desk                                 6 runs · 2 due
//
//	  Today
//	● customer          procedure               6/11  why, when
//	  ...
//	  two lines about the run that is chosen; a pane from 100 columns
//	help
func (l *list) frame() []string {
	height := max(l.m.h-4, 1)
	pane, about := l.aboutRoom()
	body := l.body(l.m.w-pane, height-about)
	if l.m.over != nil {
		body = l.m.overBody(l.m.over, body, height)
	} else {
		body = l.withAbout(body, height, about, pane)
	}
	for len(body) < height {
		body = append(body, "")
	}
	status := l.m.statusLines()
	lines := append([]string{l.heading(), ""}, body[:height+1-len(status)]...)
	return append(append(lines, status...), l.m.helpLine("ctrl+c "+l.m.t.Help.Quit))
}

// aboutRoom is the space for details of the chosen run: columns on the right,
// or else lines below, with the empty line before them.
func (l *list) aboutRoom() (pane, about int) {
	switch {
	case l.empty():
		return 0, 0
	case l.m.w >= 100:
		return min(l.m.w*2/5, 50), 0
	case l.m.h >= 20:
		return 0, 4
	case l.m.h >= 14:
		return 0, 3
	default:
		return 0, 0
	}
}

func (l *list) heading() string {
	all, due := l.totals()
	right := fmt.Sprintf(l.m.t.Desk.Runs, all)
	if all == 1 {
		right = l.m.t.Desk.OneRun
	}
	if due > 0 {
		right += l.m.th.Dot + fmt.Sprintf(l.m.t.Desk.Due, due)
	}
	middle := l.m.th.Dim.Render(l.m.t.Desk.Title)
	if l.filtering || l.words != "" {
		middle += l.m.th.Dim.Render(l.m.th.Dot+l.m.t.Desk.Filter+": ") + l.filterLine()
	}
	if theme.Width("Lotse"+middle+right)+4 > l.m.w { // a filter is read rather than the name of the list
		middle = ""
		if l.filtering || l.words != "" {
			middle = l.m.th.Dim.Render(l.m.t.Desk.Filter+": ") + l.filterLine()
		}
	}
	return l.m.header([]string{l.m.shareMark(), l.storeMark()}, middle, l.m.th.Dim.Render(right), "")
}

// storeMark says that the store contains only demos.
func (l *list) storeMark() string {
	if !l.m.cfg.Demo {
		return ""
	}
	return l.m.t.Mode(string(run.Demo))
}

func (l *list) filterLine() string {
	if !l.filtering {
		return flows.CleanLine(l.filterText())
	}
	l.filter.SetSize(max(l.m.w/3, 10), 1)
	return strings.TrimRight(l.filter.Lines()[0], " ")
}

// body draws the sections, scrolled so that the chosen run is in view, and its
// group's heading as well if it is the first of the group.
func (l *list) body(w, h int) []string {
	if l.empty() {
		return l.emptyList(w)
	}
	var lines []string
	n, from, here := 0, 0, 0
	for _, s := range l.sections {
		if len(s.rows) == 0 {
			continue
		}
		if l.m.h >= spacedFrom && len(lines) > 0 {
			lines = append(lines, "")
		}
		head := len(lines)
		lines = append(lines, "  "+l.m.th.Dim.Render(face.GroupWord(l.m.t, s.kind)))
		for i := range s.rows {
			if n == l.at {
				from, here = len(lines), len(lines)
				if i == 0 {
					from = head
				}
			}
			row := ""
			if far := n - l.at; far <= h && far >= -h { // only what can be in view
				row = zone.Run.Mark(n) + l.rowLine(&s.rows[i], n == l.at, w)
			}
			lines = append(lines, row)
			n++
		}
	}
	shown, top := window(lines, l.top, h, from, here, true)
	l.top = top
	return shown
}

// spacedFrom is the height from which groups are separated by empty lines.
const spacedFrom = 30

func (l *list) emptyList(w int) []string {
	t := l.m.th
	if l.words != "" {
		return append([]string{""}, theme.Hang("  ", fmt.Sprintf(l.m.t.Desk.NothingFound, flows.CleanLine(l.words)), w)...)
	}
	w = min(w, pageWidth)
	lines := append([]string{""}, theme.Hang("  ", t.Bold.Render(l.m.t.Desk.EmptyWhat), w)...)
	if l.m.h >= 18 {
		lines = append(lines, "")
	}
	for _, s := range []string{l.m.t.Desk.EmptyNew, l.m.t.Desk.EmptyDemo} {
		key, does, _ := strings.Cut(s, "  ")
		lines = append(lines, theme.Hang("  "+t.Key.Render(key)+"  ", does, w)...)
	}
	return lines
}

// rowWidths are the columns of the list: as wide as what stands in them, and cut
// where there is no room.
type rowWidths struct{ name, title, warnings, why int }

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

func (l *list) rowWidths() rowWidths {
	if now := (widthsKey{l.gen, l.count(), l.m.share}); l.widthsFor != now {
		l.widthsFor, l.widths = now, rowWidths{}
		for _, s := range l.sections {
			for i := range s.rows {
				h := &s.rows[i]
				l.widths.name = max(l.widths.name, min(theme.Width(l.customer(h)), widestName))
				l.widths.title = max(l.widths.title, min(theme.Width(flows.CleanLine(h.Title)), widestTitle))
				l.widths.warnings = max(l.widths.warnings, theme.Width(l.warningCount(h)))
				l.widths.why = max(l.widths.why, min(theme.Width(l.rowWhy(h)), widestWhy))
			}
		}
	}
	return l.widths
}

// fit cuts the columns to the available width: the title first, then the name;
// if neither has enough left, the title is dropped.
func (r rowWidths) fit(room int) rowWidths {
	over := r.name + 2 + r.title + 2 + countWidth + r.warnings + 2 + r.why - room
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
func (l *list) rowLine(h *run.Header, here bool, w int) string {
	t := l.m.th
	point := strings.Repeat(" ", theme.Width(glyph.Here.Of(t.ASCII))) + " "
	if here {
		point = t.Accent.Render(glyph.Here.Of(t.ASCII)) + " "
	}
	cols := l.rowWidths().fit(w - theme.Width(point))
	s := t.Pad(l.customer(h), cols.name)
	if here {
		s = t.Title.Render(s)
	}
	if cols.title > 0 {
		s += "  " + t.Pad(flows.CleanLine(h.Title), cols.title)
	}
	s += "  " + fmt.Sprintf("%*s", countWidth, count(h.Progress)) + t.Pad(l.warningCount(h), cols.warnings)
	return t.Fit(point+s+"  "+l.rowWhy(h), w)
}

// warningCount is the number of a run's warnings behind their sign, if it has
// any.
func (l *list) warningCount(h *run.Header) string {
	n := h.Progress.Warnings
	if n == nil || *n == 0 {
		return ""
	}
	return " " + l.m.th.Warn.Render(glyph.Doubt.Of(l.m.th.ASCII)+strconv.Itoa(*n))
}

// isHidden reports whether a run belongs to a customer whom the other side
// must not see: in the shared view everybody but the customer of the run that
// was open last.
func (l *list) isHidden(h *run.Header) bool {
	return l.m.share && (l.m.last == nil || l.m.last.Customer.ID != h.Customer.ID)
}

// customer is a customer's name, or a word in place of a hidden one.
func (l *list) customer(h *run.Header) string {
	if l.isHidden(h) {
		return l.m.t.Desk.Hidden
	}
	return flows.CleanLine(h.Customer.Name)
}

func (l *list) rowWhy(h *run.Header) string {
	t := l.m.th
	why := ""
	switch {
	case h.Due != nil:
		why = l.due(*h.Due)
	case h.Status == run.StatusEnded || h.Status == run.StatusAbandoned:
		why = l.m.t.Status(string(h.Status)) + " " + l.m.day(h.Changed)
	case h.Why != "" && h.Status == run.StatusWaiting && !l.isHidden(h):
		why = flows.CleanLine(h.Why)
	default:
		why = l.m.day(h.Changed)
	}
	if word := l.m.t.Mode(string(h.Mode)); word != "" && !l.m.cfg.Demo { // of a demo the title says it
		return t.Warn.Render(word) + t.Dim.Render(t.Dot+why)
	}
	return t.Dim.Render(why)
}

// due says that a run is due, or until when it waits.
func (l *list) due(d time.Time) string {
	if d.After(l.m.now()) && l.m.day(d) != l.m.t.When.Today {
		return fmt.Sprintf(l.m.t.Desk.Until, l.m.day(d))
	}
	return fmt.Sprintf(l.m.t.Desk.DueAt, l.m.dayAndTime(d))
}
