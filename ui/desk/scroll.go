package desk

import (
	tea "charm.land/bubbletea/v2"
)

// scroll scrolls the page by hand, or says that there is nothing more.
func (d drawing) scroll(by int) tea.Cmd {
	m, sv := d.m, d.Step()
	if sv == nil {
		return d.movePaper(by)
	}
	_, w, _ := m.columns()
	s := d.layout(sv, w, m.bodyHeight())
	h := s.room()
	to := max(min(d.top+by, len(s.lines)-s.scrolling(h)), 0)
	if by < 0 && to <= s.scriptEnd {
		to = 0 // what is said and seen is there as a whole, or pinned
	}
	switch {
	case len(s.lines) <= h:
		m.say(m.t.Typing.AllInView)
	case to == d.top && by > 0:
		m.say(m.t.Typing.AtEnd)
	case to == d.top:
		m.say(m.t.Typing.AtBegin)
	default:
		d.scrollBy(to - d.top)
	}
	return nil
}

// scrolls scrolls by the height of what is drawn of the page.
func scrolls(m *model, k string) tea.Cmd {
	if m.page.phone.on {
		m.say(m.t.Typing.AllInView)
		return nil
	}
	d := drawing{m.page}
	by := d.rows() - 2
	if k == "pgup" {
		by = -by
	}
	return d.scroll(by)
}

// rows is how many lines of the page scroll now.
func (d drawing) rows() int {
	sv := d.Step()
	if sv == nil {
		return d.m.bodyHeight()
	}
	_, w, _ := d.m.columns()
	_, out := d.pagePart(sv, w)
	return out.rows
}
