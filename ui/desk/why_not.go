package desk

import (
	tea "charm.land/bubbletea/v2"
)

// whyNot says why a key that is known does nothing here; of a key that is never
// a command it says nothing.
func (m *model) whyNot(k string) tea.Cmd {
	t := &m.t.Typing
	why := map[string]string{"ctrl+n": t.NoList, "ctrl+x": t.NoList, "/": t.NoFilter, "space": t.NoTask, findingsKey: m.t.Found.Nothing}[k]
	if m.page == nil {
		if _, ofRun := anywhere[k]; ofRun || why != "" || letters[k] != nil {
			why = t.NoRun
		}
		if k == "esc" {
			why = t.NoWayUp
		}
	}
	if why != "" {
		m.say(why)
	}
	return nil
}

// scroll scrolls the page by hand, or says that there is nothing more.
func (p *page) scroll(by int) tea.Cmd {
	m, sv := p.m, p.Step()
	if sv == nil {
		m.say(m.t.Typing.AllInView)
		return nil
	}
	_, w, _ := m.columns()
	h := m.bodyHeight()
	s := m.sheet(sv, w, h)
	if p.fresh && by < 0 {
		if _, together := s.brief(h - headLines(h)); together {
			p.scrolled(-p.top) // what was left out stands at the beginning
			return nil
		}
	}
	lines := s.lines
	to := max(min(p.top+by, len(lines)-h+headLines(h)), 0)
	switch {
	case len(lines) <= h-headLines(h):
		m.say(m.t.Typing.AllInView)
	case to == p.top && by > 0:
		m.say(m.t.Typing.AtEnd)
	case to == p.top:
		m.say(m.t.Typing.AtBegin)
	default:
		p.scrolled(to - p.top)
	}
	return nil
}

func (p *page) pageUp() tea.Cmd { return p.scroll(2 - p.m.bodyHeight()) }

func (p *page) pageDown() tea.Cmd { return p.scroll(p.m.bodyHeight() - 2) }
