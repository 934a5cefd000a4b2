package desk

import (
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/ui/desk/room"
	"lotse/ui/field"
	"lotse/ui/theme"
	"lotse/ui/walk"
	"lotse/ui/zone"
)

// rippleOver shows the consequences of a change before it is made. Making it
// is the first choice, since whoever corrects an answer means it.
type rippleOver struct {
	m       *model
	of      walk.Confirm
	confirm field.Widget
	scroll  room.Scroll
}

func newRipple(m *model, list []run.Consequence) room.Overlay {
	c := m.kit.Confirm(m.t.Overlay.RippleChange, m.t.Overlay.RippleLeave)
	c.Focus()
	return &rippleOver{m: m, of: walk.Confirm{List: list}, confirm: c}
}

func (o *rippleOver) Title() string {
	if n := o.of.Changes(); n != 1 {
		return fmt.Sprintf(o.m.t.Overlay.RippleTitle, n)
	}
	return o.m.t.Overlay.RippleOne
}

func (o *rippleOver) Key(msg tea.KeyPressMsg) tea.Cmd {
	if o.scroll.PageKey(msg.String()) {
		return nil
	}
	return o.decided(o.confirm.Key(msg))
}

// Pointed implements room.Pointed: a click on a button decides.
func (o *rippleOver) Pointed(at zone.At) tea.Cmd {
	if w, ok := o.confirm.(field.Pointable); ok {
		return o.decided(w.Point(at))
	}
	return nil
}

func (o *rippleOver) decided(did field.KeyResult) tea.Cmd {
	if did != field.Take {
		return nil
	}
	o.m.closeOver()
	return o.m.page.rows.confirm(o.confirm.Value() == false)
}

func (o *rippleOver) HandleEsc() tea.Cmd {
	o.m.closeOver()
	return o.m.page.rows.confirm(false)
}

func (o *rippleOver) Paste(string) tea.Cmd { return nil }

func (o *rippleOver) Lines(w, h int) ([]string, int) {
	var table []string
	for _, effect := range []run.Effect{run.Void, run.LookAgain, run.Keep} {
		for _, c := range o.of.List {
			if c.Effect == effect {
				table = append(table, o.row(c, w)...)
			}
		}
	}
	o.confirm.SetSize(w, 1)
	lines := append(slices.Clone(o.scroll.Part(table, h-2)), "")
	return append(lines, o.confirm.Lines()...), len(lines)
}

func (o *rippleOver) row(c run.Consequence, w int) []string {
	t, word := o.m.th, o.m.t.Overlay.RippleKeep
	ink := t.Dim
	switch c.Effect {
	case run.LookAgain:
		word, ink = o.m.t.Overlay.RippleLook, t.Warn
	case run.Void:
		word, ink = o.m.t.Overlay.RippleVoid, t.Bad
	}
	head := ink.Render(t.Pad(word, theme.Width(o.m.t.Overlay.RippleLook))) + "  "
	names := o.m.t.Overlay.RippleStep
	if len(c.Items) > 0 {
		names = strings.Join(o.m.page.View().ConsequenceLabels(c), ", ")
	}
	if o.m.page.IsHidden(o.m.page.View().Step(c.Step)) {
		return theme.Hang(head, o.m.t.Wizard.InternalStep, w)
	}
	return theme.Hang(head, flows.CleanLine(c.Title)+t.Dim.Render(": "+names), w)
}

func (o *rippleOver) Keys() []room.Hint {
	return []room.Hint{{"enter", o.m.t.Help.Select}, {"tab", o.m.t.Help.Move}, {"esc", o.m.t.Overlay.RippleLeave}}
}

// Scrolled implements room.Scroller.
func (o *rippleOver) Scrolled() *room.Scroll { return &o.scroll }
