package desk

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"lotse/ui/desk/room"
	"lotse/ui/tty"
)

// graceTime is how long an overlay that opened by itself takes no key: what was
// typed for the page must not answer it.
const graceTime = tty.FastKeyInterval

// openOver opens an overlay that was asked for.
func (m *model) openOver(o room.Overlay) {
	if m.page != nil {
		m.page.keep()
	}
	m.over, m.grace, m.burst = o, time.Time{}, burst{}
}

// openItself opens an overlay that nobody asked for. When it begins to take keys
// they are shown.
func (m *model) openItself(o room.Overlay) tea.Cmd {
	m.openOver(o)
	return m.pauseKeys()
}

// openNext opens an overlay that nobody asked for once there is no other.
func (m *model) openNext(o room.Overlay) tea.Cmd {
	if m.over != nil {
		m.queued = o
		return nil
	}
	m.queued = nil
	return m.openItself(o)
}

// pauseKeys takes no key for a moment, because something came up by itself.
func (m *model) pauseKeys() tea.Cmd {
	m.grace = m.now().Add(graceTime)
	return m.tick(graceTime, func(time.Time) tea.Msg { return graceMsg{} })
}

// graceMsg tells that keys are taken from now on.
type graceMsg struct{}

// deaf reports whether no key is taken yet.
func (m *model) deaf() bool { return m.now().Before(m.grace) }

// closeOver closes the overlay and gives the focus back to the page.
func (m *model) closeOver() {
	m.over = nil
	if p := m.page; p != nil && p.engaged {
		p.letGo()
		p.renew()
		p.toCell()
		if p.widget != nil {
			p.widget.Focus()
		}
	}
}

func (m *model) overKey(msg tea.KeyPressMsg) tea.Cmd {
	if msg.String() == "esc" {
		if o, ok := m.over.(room.Escaper); ok {
			return o.Escaped()
		}
		m.closeOver()
		return nil
	}
	return m.over.Key(msg)
}
