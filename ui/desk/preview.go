package desk

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"lotse/flows"
	"lotse/ui/face"
)

// preview follows what the author of a procedure saves: the run that is open goes on
// by it, at the same place. While something is wrong with it the run stays as it is,
// and the first thing that is wrong stands below it.
type preview struct {
	m     *model
	next  *flows.Procedure // what was saved last and is not shown yet; nil: it is
	fault face.Fault       // zero: nothing is wrong
}

// changedMsg brings what was saved.
type changedMsg struct{ face.Change }

// isFaulty reports whether something is wrong with what was saved last.
func (v *preview) isFaulty() bool { return !v.fault.Message.IsZero() }

// listen waits for what is saved next.
func (m *model) listen() tea.Cmd {
	if m.cfg.Preview == nil || m.cfg.Preview.Changes == nil {
		return nil
	}
	changes, gone := m.cfg.Preview.Changes, m.gone
	return guarded(func() tea.Msg {
		select {
		case c, open := <-changes:
			if open {
				return changedMsg{c}
			}
		case <-gone:
		}
		return nil
	})
}

func (msg changedMsg) handle(m *model) tea.Cmd {
	v := &m.preview
	mended := v.isFaulty() && msg.Procedure != nil
	v.fault = msg.Fault
	if msg.Procedure != nil {
		v.next = msg.Procedure
	}
	m.resize(m.w, m.whole)
	if mended {
		m.say(m.playText(flows.Msg("preview.mended", "at", m.now().Format(time.TimeOnly))))
	}
	return m.listen()
}

// follow has the open run go on by what was saved last. It waits for what is under
// way; what lies over the page, which may be about what is no longer there, is closed
// with what is typed in it kept.
func (v *preview) follow() tea.Cmd {
	m := v.m
	if v.next == nil || m.page == nil || m.leaving || m.hold > 0 || m.running != nil {
		return nil
	}
	p, to := m.page, v.next
	if v.next = nil; p.View().Digest == to.Digest {
		return nil
	}
	p.keep()
	m.over, m.under, m.queued, m.toRead, m.ahead = nil, nil, nil, "", false
	t := p.Follow(to)
	if !t.Bad {
		read := flows.Msg("preview.read", "at", m.now().Format(time.TimeOnly))
		t.Tell = []flows.Message{flows.Joined("joined.sentence", append([]flows.Message{read}, t.Tell...)...)}
	}
	p.widget = nil // the item may be another one under the same id
	return p.turn(t)
}
