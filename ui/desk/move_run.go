package desk

import (
	tea "charm.land/bubbletea/v2"

	"lotse/flows"
	"lotse/ui/desk/versions"
	"lotse/ui/outside"
)

// moveRun opens the room in which the run is moved to another version of its
// procedure. The versions are looked for in the library and among those of the run.
func (r *overlays) moveRun() tea.Cmd {
	p, m := r.p, r.p.m
	if m.running != nil {
		m.warn(m.sentenceOf("move.busy"))
		return nil
	}
	lib, v, all := m.cfg.Library, p.View(), p.s.Versions()
	return roomDesk{m}.InBackgroundHoldingKeys(func() func() tea.Cmd {
		targets := outside.Targets(lib, all, v)
		return func() tea.Cmd {
			if m.page != p {
				return nil
			}
			return versions.Open(roomDesk{m}, targets)
		}
	})
}

// newer says that a newer version of a run's procedure is there, and what shows more;
// zero for nil, and while others look on.
func (m *model) newer(p *flows.Procedure) flows.Message {
	if p == nil || m.share {
		return flows.Message{}
	}
	return flows.Msg("move.newer_key", "to", p.Version)
}

// newer is that of the run on the page.
func (d drawing) newer() flows.Message {
	if !d.View().Outdated(d.page.newer) { // it was moved
		return flows.Message{}
	}
	return d.m.newer(d.page.newer)
}
