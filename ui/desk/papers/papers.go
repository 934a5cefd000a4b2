package papers

import (
	tea "charm.land/bubbletea/v2"

	"lotse/ui/desk/room"
)

// Over is the room: the list, over whatever is shown.
type Over struct {
	*List
	esc func() tea.Cmd // where esc leads; nil: it closes the room
}

// The keys that open the room.
const (
	Key    = "f6"
	Letter = "r"
)

// New is the room of a list. esc leads elsewhere than to what is below it; nil:
// it does not.
func New(l *List, esc func() tea.Cmd) *Over {
	o := &Over{List: l, esc: esc}
	l.over = o
	return o
}

// Title implements room.Overlay.
func (o *Over) Title() string { return o.d.Words().Papers.Title }

// Key implements room.Overlay.
func (o *Over) Key(msg tea.KeyPressMsg) tea.Cmd {
	switch k := msg.String(); k {
	case "up", "shift+tab", "k":
		o.Move(-1)
	case "down", "tab", "j":
		o.Move(1)
	case "enter":
		return o.Choose()
	case "c":
		if o.HasSummary() {
			return o.CopySummary()
		}
	case "o":
		return o.OpenWritten()
	case Key, Letter:
		return o.HandleEsc()
	}
	return nil
}

// HandleEsc implements room.Escaper.
func (o *Over) HandleEsc() tea.Cmd {
	o.over = nil
	o.d.Close()
	if o.esc != nil {
		return o.esc()
	}
	return nil
}

// Paste implements room.Overlay.
func (o *Over) Paste(string) tea.Cmd { return nil }

// Lines implements room.Overlay.
func (o *Over) Lines(w, _ int) ([]string, int) { return o.List.Lines(w) }

// Keys implements room.Overlay.
func (o *Over) Keys() []room.Hint {
	h, p := &o.d.Words().Help, &o.d.Words().Papers
	out := []room.Hint{{"enter", p.Choose}, {"up/down", h.Move}}
	if o.HasSummary() {
		out = append(out, room.Hint{"c", p.CopySummary})
	}
	if o.HasWritten() {
		out = append(out, room.Hint{"o", p.OpenWritten})
	}
	return append(out, room.Hint{"esc", h.Close})
}

// Wheeled implements room.Wheeler: it moves the pointer.
func (o *Over) Wheeled(by int) { o.Move(by / 3) }
