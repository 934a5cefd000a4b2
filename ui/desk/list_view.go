package desk

import (
	"fmt"
	"strings"
	"time"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/ui/text"
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
	pane := 0
	if m.w >= 100 && !m.list.empty() {
		pane = min(m.w/3, 48)
	}
	about := 0
	if pane == 0 && !m.list.empty() && m.h >= 14 {
		about = 3
	}
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

func (m *model) listHeader() string {
	all, due := m.list.totals()
	right := fmt.Sprintf(m.t.Desk.Runs, all)
	if all == 1 {
		right = m.t.Desk.OneRun
	}
	if due > 0 {
		right += m.th.Dot + fmt.Sprintf(m.t.Desk.Due, due)
	}
	left := m.th.Dim.Render(m.t.Desk.Title)
	if m.share {
		left += "  " + m.th.Alert.Render(m.t.Wizard.Shared)
	}
	if m.list.filtering || m.list.words != "" {
		left += m.th.Dim.Render(m.th.Dot+m.t.Desk.Filter+": ") + m.filterLine()
	}
	return m.header(left, m.th.Dim.Render(right))
}

func (m *model) filterLine() string {
	if !m.list.filtering {
		return flows.CleanLine(m.list.filterText())
	}
	m.list.filter.SetSize(max(m.w/3, 10), 1)
	return strings.TrimRight(m.list.filter.Lines()[0], " ")
}

// listBody draws the sections, scrolled so that the chosen run is in view.
func (m *model) listBody(w, h int) []string {
	l := m.list
	if l.empty() {
		return m.emptyList(w)
	}
	var lines []string
	n, from := 0, 0
	for _, s := range l.sections {
		if len(s.rows) == 0 {
			continue
		}
		head := len(lines)
		lines = append(lines, "  "+m.th.Dim.Render(m.groupWord(s.kind)))
		for i := range s.rows {
			if n == l.at {
				from = len(lines)
				if i == 0 {
					from = head
				}
			}
			lines = append(lines, "")
			m.rowAt(&lines[len(lines)-1], &s.rows[i], n == l.at, w, n, h)
			n++
		}
	}
	here := from
	shown, top := window(lines, l.top, h, from, max(here, m.lineOf(l.at)), true)
	l.top = top
	return shown
}

// rowAt draws a row unless it is far from what can be in view.
func (m *model) rowAt(out *string, h *run.Header, here bool, w, n, height int) {
	if far := n - m.list.at; far > height || far < -height {
		return
	}
	*out = m.rowLine(h, here, w)
}

// lineOf is the line on which the run at i stands.
func (m *model) lineOf(i int) int {
	line, n := 0, 0
	for _, s := range m.list.sections {
		if len(s.rows) == 0 {
			continue
		}
		line++
		if i < n+len(s.rows) {
			return line + i - n
		}
		n += len(s.rows)
		line += len(s.rows)
	}
	return line
}

func (m *model) emptyList(w int) []string {
	t := m.th
	if m.list.words != "" {
		return []string{"", "  " + t.Fit(fmt.Sprintf(m.t.Desk.NothingFound, flows.CleanLine(m.list.words)), w-2)}
	}
	lines := []string{""}
	for _, s := range []string{m.t.Desk.EmptyWhat, m.t.Desk.EmptyNew, m.t.Desk.EmptyDemo} {
		lines = append(lines, theme.Hang("  ", s, min(w, pageWidth))...)
	}
	return lines
}

func (m *model) groupWord(g group) string { return g.Word(m.t) }

// rowLine is one run: customer, procedure, progress, and why or since when.
func (m *model) rowLine(h *run.Header, here bool, w int) string {
	t := m.th
	point := "  "
	if here {
		point = t.Accent.Render(text.Here.Of(t.ASCII)) + " "
	}
	mark := theme.Width(point)
	room := w - mark
	name, proc := 20, 26
	switch {
	case room < 60:
		name, proc = min(room-8, 24), 0
	case room > 84:
		name, proc = 26, 32
	}
	s := t.Pad(m.customer(h), name)
	if here {
		s = t.Title.Render(s)
	}
	if proc > 0 {
		s += "  " + t.Pad(flows.CleanLine(h.Title), proc)
	}
	s += "  " + fmt.Sprintf("%5s", count(h.Progress))
	return t.Fit(point+s+"  "+m.rowWhy(h), w)
}

// customer is a customer's name; in the shared view only that of the run last
// open, which the other side knows.
func (m *model) customer(h *run.Header) string {
	if m.share && (m.last == nil || m.last.Customer.ID != h.Customer.ID) {
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
		why = m.t.Status(h.Status) + " " + m.day(h.Changed)
	case h.Why != "" && h.Status == run.StatusWaiting:
		why = flows.CleanLine(h.Why)
	default:
		why = m.day(h.Changed)
	}
	if word := m.t.Mode(h.Mode); word != "" {
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

// about says more of the run that is chosen.
func (m *model) about(h *run.Header, w int) []string {
	t := m.th
	lines := []string{}
	now := m.t.Status(h.Status)
	if h.CurrentTitle != "" {
		now = m.t.Desk.Now + ": " + flows.CleanLine(h.CurrentTitle)
	}
	if h.Why != "" {
		now += t.Dot + flows.CleanLine(h.Why)
	}
	lines = append(lines, theme.Wrap(now, w)...)
	second := m.t.Desk.Changed + " " + m.moment(h.Changed)
	if h.Due != nil {
		second = m.due(*h.Due) + t.Dot + second
	}
	for _, l := range theme.Wrap(second+t.Dot+h.ID, w) {
		lines = append(lines, t.Dim.Render(l))
	}
	return lines
}

// withAbout adds what is said of the chosen run: below, or in a pane.
func (m *model) withAbout(body []string, height, about, pane int) []string {
	h := m.list.row(m.list.at)
	if h == nil || about == 0 && pane == 0 {
		return body
	}
	t := m.th
	if pane == 0 {
		for len(body) < height-about {
			body = append(body, "")
		}
		lines := m.about(h, m.w-2)
		body = append(body[:height-about], "")
		for i := range about - 1 {
			body = append(body, t.Fit("  "+at(lines, i), m.w))
		}
		return body
	}
	side := append([]string{t.Bold.Render(m.customer(h)), flows.CleanLine(h.Title), ""}, m.about(h, pane-4)...)
	out := make([]string, height)
	for i := range out {
		out[i] = t.Pad(at(body, i), m.w-pane) + t.Rule.Render(t.Column) + " " + t.Fit(at(side, i), pane-2)
	}
	return out
}
