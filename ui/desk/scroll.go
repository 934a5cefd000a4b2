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
	h := m.bodyHeight()
	s := d.layout(sv, w, h)
	if d.untouched && by < 0 {
		if _, together := s.condensed(h - headLines(h)); together {
			d.scrollBy(-d.top) // what was left out stands at the beginning
			return nil
		}
	}
	lines := s.lines
	to := max(min(d.top+by, len(lines)-h+headLines(h)), 0)
	switch {
	case len(lines) <= h-headLines(h):
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

// scrolls scrolls by the height of the page.
func scrolls(m *model, k string) tea.Cmd {
	if m.page.phone.on {
		m.say(m.t.Typing.AllInView)
		return nil
	}
	by := m.bodyHeight() - 2
	if k == "pgup" {
		by = -by
	}
	return drawing{m.page}.scroll(by)
}
