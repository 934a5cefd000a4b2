package desk

import (
	tea "charm.land/bubbletea/v2"

	"lotse/ui/walk"
)

// turn carries out what came of an act of the dialogue: the page shows where it
// stands now, the status line has the last that it tells, its question lies over
// the page, and its requests are commands whose ends it hears.
func (p *page) turn(t walk.Turn) tea.Cmd {
	p.arrive()
	if n := len(t.Tell); n > 0 {
		p.m.status = status{text: p.told(t.Tell[n-1]), bad: t.Bad}
	}
	return tea.Batch(p.carrier.request(t.Do), p.rooms.ask(t.Ask))
}

// heardMsg brings the end of a request, as the call by which the dialogue hears
// it. Keys may have waited for it.
type heardMsg struct {
	of     *page
	hear   func() walk.Turn
	waited bool
}

// heard goes on with the dialogue. What comes from a run that was shown before is
// dropped.
func (msg heardMsg) late(m *model) tea.Cmd {
	var cmd tea.Cmd
	if m.page == msg.of {
		cmd = msg.of.turn(msg.hear())
		cmd = tea.Batch(cmd, msg.of.carrier.retryLater())
	}
	if msg.waited {
		return tea.Batch(cmd, m.release())
	}
	return cmd
}
