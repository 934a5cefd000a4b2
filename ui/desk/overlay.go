package desk

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"lotse/ui/desk/room"
	"lotse/ui/tty"
)

// graceTime is how long an overlay that opened by itself ignores keys: what
// was typed for the page must not answer it.
const graceTime = tty.FastKeyInterval

// openOver opens an overlay that somebody asked for.
func (m *model) openOver(o room.Overlay) {
	if m.page != nil {
		m.page.keep()
	}
	if _, stays := m.over.(room.Stayer); stays {
		m.under = m.over
	}
	m.over, m.grace, m.typing, m.turned = o, time.Time{}, fastTyping{}, 0
}

// openItself opens an overlay that nobody asked for. Its keys are shown once
// it takes keys.
func (m *model) openItself(o room.Overlay) tea.Cmd {
	m.openOver(o)
	return m.pauseKeys()
}

// openNext does the same, after the present overlay is closed.
func (m *model) openNext(o room.Overlay) tea.Cmd {
	if m.over != nil {
		m.queued = o
		return nil
	}
	m.queued = nil
	return m.openItself(o)
}

// pauseKeys ignores keys for a moment, because something opened by itself.
func (m *model) pauseKeys() tea.Cmd {
	m.grace = m.now().Add(graceTime)
	return m.tick(graceTime, func(time.Time) tea.Msg { return graceMsg{} })
}

// graceMsg says that keys are taken from now on.
type graceMsg struct{}

// ignoresKeys reports whether keys are still ignored.
func (m *model) ignoresKeys() bool { return m.now().Before(m.grace) }

// closeOver closes the overlay and gives the focus back to what it was opened
// over: a room that stays, or the page.
func (m *model) closeOver() {
	if m.over, m.under = m.under, nil; m.over != nil {
		return
	}
	if p := m.page; p != nil && p.engaged {
		p.dropChoice()
		p.renew()
		p.toCell()
		if p.widget != nil {
			p.widget.Focus()
		}
	}
}

// overKey gives a key to the overlay. f3 is never an overlay's, except of one that
// goes away by any key: who looks on sees the overlay, too.
func (m *model) overKey(msg tea.KeyPressMsg) tea.Cmd {
	m.turned = 0
	if _, passing := m.over.(*shownSecret); msg.String() == "f3" && !passing {
		return m.toggleShare()
	}
	if msg.String() == "esc" {
		if o, ok := m.over.(room.Escaper); ok {
			return o.HandleEsc()
		}
		m.closeOver()
		return nil
	}
	return m.over.Key(msg)
}
