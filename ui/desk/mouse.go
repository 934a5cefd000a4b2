package desk

import (
	tea "charm.land/bubbletea/v2"

	"lotse/ui/desk/room"
)

// wheel scrolls what is shown.
func (m *model) wheel(msg tea.MouseWheelMsg) {
	by := 3
	if msg.Button == tea.MouseWheelUp {
		by = -3
	}
	switch {
	case m.over != nil:
		if o, ok := m.over.(room.Wheeler); ok {
			o.Wheeled(by)
		}
	case m.page != nil:
		m.page.scrollBy(by)
	default:
		m.list.move(by / 3)
	}
}

// click passes a click to an overlay that fills the window, as a line of its
// frame.
func (m *model) click(msg tea.MouseClickMsg) {
	o, ok := m.over.(room.Clicker)
	if !ok || msg.Button != tea.MouseLeft || m.hold > 0 || m.leaving || m.ignoresKeys() {
		return
	}
	head := m.h - m.bodyHeight() - 3 // below the body stand the status, a rule and the help
	if m.low() {
		head = m.h - m.bodyHeight() - 2
	}
	if line := msg.Y - head - 1; line >= 0 {
		o.Clicked(line)
	}
}
