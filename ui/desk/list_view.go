package desk

import (
	"cmp"
	"fmt"
	"iter"
	"strings"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/flows/words"
	"lotse/ui/face"
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
	pane, about := l.aboutRoom(height)
	body := l.body(l.m.w-pane, height-about, l.spaced(height))
	if l.m.over != nil {
		body = l.m.overBody(l.m.over, body, height-l.m.statusRoom())
	} else {
		body = l.withAbout(body, height, about, pane)
	}
	for len(body) < height {
		body = append(body, "")
	}
	status := l.m.statusLines()
	lines := append([]string{l.heading(), ""}, body[:height+1-len(status)]...)
	right := "ctrl+c " + l.m.t.Help.Quit
	if signs := l.m.moreSigns(l.beyond); signs != "" && l.m.over == nil {
		right = signs + " " + right
	}
	return append(append(lines, status...), l.m.helpLine(right))
}

// aboutRoom is the space for details of the chosen run: columns on the right,
// or else the lines that the list leaves below it, with the empty line before
// them.
func (l *list) aboutRoom(height int) (pane, about int) {
	if l.empty() {
		return 0, 0
	}
	if pane = l.rowWidths().paneWidth(l.m.w); pane > 0 {
		return pane, 0
	}
	least := l.leastAbout()
	if least == 0 {
		return 0, 0
	}
	return 0, max(least, height-l.lineCount(l.spaced(height)))
}

// leastAbout is how many lines below a list of any length are kept for details.
func (l *list) leastAbout() int {
	switch {
	case l.m.h >= 24:
		return 5
	case l.m.h >= 20:
		return 4
	case l.m.h >= 14:
		return 3
	}
	return 0
}

// spaced reports whether sections are separated by empty lines: where all of them
// have room so, and in tall windows.
func (l *list) spaced(height int) bool {
	return l.m.h >= spacedFrom || l.lineCount(true) <= height-l.leastAbout()
}

// spacedFrom is the height from which sections are always separated.
const spacedFrom = 30

// lineCount is how many lines the whole list has.
func (l *list) lineCount(spaced bool) int {
	n := 0
	for s, head := range l.heads(spaced) {
		n = head + 1 + len(s.rows)
	}
	return n
}

// heads are the sections that have runs, each with the line of its heading.
func (l *list) heads(spaced bool) iter.Seq2[*section, int] {
	return func(yield func(*section, int) bool) {
		n := 0
		for _, s := range l.sections {
			if len(s.rows) == 0 {
				continue
			}
			if spaced && n > 0 {
				n++
			}
			if !yield(s, n) {
				return
			}
			n += 1 + len(s.rows)
		}
	}
}

func (l *list) heading() string {
	all, due := l.totals()
	right := fmt.Sprintf(l.m.t.Desk.Runs, all)
	if all.n == 1 {
		right = l.m.t.Desk.OneRun
	}
	if due.n > 0 {
		right += l.m.th.Dot + fmt.Sprintf(l.m.t.Desk.Due, due)
	}
	middle := l.m.th.Dim.Render(l.title())
	if l.filtering || l.Words != "" {
		middle += l.m.th.Dim.Render(l.m.th.Dot+l.m.t.Desk.Filter+": ") + l.filterLine()
	}
	if theme.Width("Lotse"+middle+right)+4 > l.m.w { // a filter is read rather than the name of the list
		middle = ""
		if l.filtering || l.Words != "" {
			middle = l.m.th.Dim.Render(l.m.t.Desk.Filter+": ") + l.filterLine()
		}
	}
	return l.m.header([]string{l.m.shareMark(), l.m.serverMark(), l.m.readOnlyMark(), l.storeMark()}, middle, l.m.th.Dim.Render(right))
}

// title says whose runs are shown, and in which order if it is not the usual one.
func (l *list) title() string {
	title := l.m.t.Desk.Title
	if l.Customer != nil {
		name := l.Customer.Name
		if l.hides(l.Customer) {
			name = l.m.t.Desk.Hidden
		}
		title = words.Say(l.m.cfg.Lang, flows.Msg("list.of_customer", "customer", name))
	}
	if l.Order != run.ByChange {
		title += l.m.th.Dot + face.OrderWord(l.m.cfg.Lang, l.Order)
	}
	return title
}

// serverMark says that nobody has verified which server the store is on.
func (m *model) serverMark() string {
	if m.cfg.Unverified {
		return m.t.Saving.Unverified
	}
	return ""
}

// readOnlyMark says that the server takes no changes.
func (m *model) readOnlyMark() string {
	if m.cfg.ReadOnly {
		return m.t.Saving.ReadOnlyServer
	}
	return ""
}

// storeMark says that the store contains only demos, or what is previewed.
func (l *list) storeMark() string {
	if l.m.cfg.Demo {
		return l.m.t.Mode(string(run.Demo))
	}
	return l.m.previewMark()
}

func (l *list) filterLine() string {
	if !l.filtering {
		return flows.CleanLine(l.filterText())
	}
	l.filter.SetSize(max(l.m.w/3, 10), 1)
	return strings.TrimRight(l.filter.Lines()[0], " ")
}

// body draws the sections, scrolled so that the chosen run is in view, and its
// group's heading as well if it is the first of the group. Only what is in view
// is drawn, however many runs there are.
func (l *list) body(w, h int, spaced bool) []string {
	l.beyond = beyond{}
	if l.empty() {
		return l.emptyList(w)
	}
	total, at := l.lineCount(spaced), l.at
	from, here := 0, 0
	for s, head := range l.heads(spaced) {
		if at >= 0 && at < len(s.rows) {
			here = head + 1 + at
			if from = here; at == 0 {
				from = head
			}
		}
		at -= len(s.rows)
	}
	l.top = windowTop(total, l.top, h, from, here, true)
	l.beyond = beyond{l.top > 0, l.top+h < total}
	lines := make([]string, max(min(h, total-l.top), 0))
	draw := func(line int, text func() string) {
		if i := line - l.top; i >= 0 && i < len(lines) {
			lines[i] = text()
		}
	}
	n := 0 // of the section's first run
	for s, head := range l.heads(spaced) {
		draw(head, func() string { return "  " + l.m.th.Dim.Render(face.GroupWord(l.m.t, s.kind)) })
		first := max(l.top-head-1, 0)
		for i := first; i < min(first+h, len(s.rows)); i++ {
			line := head + 1 + i
			draw(line, func() string { return zone.Run.Mark(n+i) + l.rowLine(&s.rows[i], line == here, w) })
		}
		n += len(s.rows)
	}
	return lines
}

func (l *list) emptyList(w int) []string {
	t := l.m.th
	if l.Words != "" || l.Customer != nil {
		return append([]string{""}, theme.Hang("  ", fmt.Sprintf(l.m.t.Desk.NothingFound, flows.CleanLine(cmp.Or(l.Words, l.title()))), w)...)
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
