package desk

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/ui/field"
	"lotse/ui/theme"
)

// rippleOver shows what a change does to what stands already, before it is
// done. The safe answer stands first.
type rippleOver struct {
	list    []run.Consequence
	confirm field.Widget
	top     int
}

func newRipple(m *model, list []run.Consequence) overlay {
	c := m.kit.Confirm(m.t.Overlay.RippleLeave, m.t.Overlay.RippleChange)
	c.Focus()
	return &rippleOver{list: list, confirm: c}
}

// changes counts what does not stay as it is.
func (o *rippleOver) changes() int {
	n := 0
	for _, c := range o.list {
		if c.Effect != run.Keep {
			n += max(len(c.Items), 1)
		}
	}
	return n
}

func (o *rippleOver) title(m *model) string {
	if n := o.changes(); n != 1 {
		return fmt.Sprintf(m.t.Overlay.RippleTitle, n)
	}
	return m.t.Overlay.RippleOne
}

func (o *rippleOver) key(m *model, msg tea.KeyPressMsg) tea.Cmd {
	switch msg.String() {
	case "pgdown":
		o.top++
		return nil
	case "pgup":
		o.top = max(o.top-1, 0)
		return nil
	}
	if o.confirm.Key(msg) != field.Take {
		return nil
	}
	m.closeOver()
	return m.page.confirm(o.confirm.Value() == true)
}

func (o *rippleOver) escaped(m *model) tea.Cmd {
	m.closeOver()
	return m.page.confirm(false)
}

func (o *rippleOver) paste(*model, string) tea.Cmd { return nil }

func (o *rippleOver) lines(m *model, w, h int) ([]string, int) {
	var table []string
	for _, effect := range []run.Effect{run.Void, run.LookAgain, run.Keep} {
		for _, c := range o.list {
			if c.Effect == effect {
				table = append(table, o.row(m, c, w)...)
			}
		}
	}
	room := max(h-2, 1)
	o.top = min(o.top, max(len(table)-room, 0))
	table = table[o.top:min(o.top+room, len(table))]
	o.confirm.SetSize(w, 1)
	lines := append(table, "")
	return append(lines, o.confirm.Lines()...), len(lines)
}

func (o *rippleOver) row(m *model, c run.Consequence, w int) []string {
	t, word := m.th, m.t.Overlay.RippleKeep
	ink := t.Dim
	switch c.Effect {
	case run.LookAgain:
		word, ink = m.t.Overlay.RippleLook, t.Warn
	case run.Void:
		word, ink = m.t.Overlay.RippleVoid, t.Bad
	}
	head := ink.Render(t.Pad(word, theme.Width(m.t.Overlay.RippleLook))) + "  "
	names := m.t.Overlay.RippleStep
	if len(c.Items) > 0 {
		names = strings.Join(m.page.View().Names(c), ", ")
	}
	if m.page.Veiled(m.page.View().Step(c.Step)) {
		return theme.Hang(head, m.t.Wizard.InternalStep, w)
	}
	return theme.Hang(head, flows.CleanLine(c.Title)+t.Dim.Render(": "+names), w)
}

func (o *rippleOver) keys(m *model) []hint {
	return []hint{{"enter", m.t.Help.Select}, {"tab", m.t.Help.Move}, {"esc", m.t.Overlay.RippleLeave}}
}
