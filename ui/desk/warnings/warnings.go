// Package warnings is the overlay that asks, before a step is completed, what
// to do with its warnings: go to the first, accept them with one reason, or
// leave them as they are.
package warnings

import (
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"lotse/flows"
	"lotse/ui/desk/room"
	"lotse/ui/field"
	"lotse/ui/theme"
	"lotse/ui/walk"
	"lotse/ui/zone"
)

// The ways on; going to the first one is the safe one, and stands first.
const (
	first  = "first"
	accept = "accept"
	leave  = "leave"
)

// Over is the overlay.
type Over struct {
	d      room.Desk
	q      walk.Warnings
	choice field.Widget
	ways   int
	scroll room.Scroll
}

// New asks what to do with the warnings of a question.
func New(d room.Desk, q walk.Warnings) *Over {
	options := options(d, q)
	o := &Over{d: d, q: q, choice: d.Kit().Options(options, first), ways: len(options)}
	o.choice.Focus()
	return o
}

func options(d room.Desk, q walk.Warnings) []flows.Option {
	w := &d.Words().Warnings
	one := len(q.List) == 1
	word := func(single, many string) string {
		if one {
			return single
		}
		return many
	}
	out := []flows.Option{{Value: first, Label: word(w.FirstOne, w.First)}}
	if q.CanAccept() {
		out = append(out, flows.Option{Value: accept, Label: word(w.AcceptOne, w.Accept)})
	}
	if q.CanLeave() {
		out = append(out, flows.Option{Value: leave, Label: word(w.LeaveOne, w.Leave)})
	}
	return out
}

// Title implements room.Overlay.
func (o *Over) Title() string {
	if len(o.q.List) == 1 {
		return o.d.Words().Warnings.TitleOne
	}
	return fmt.Sprintf(o.d.Words().Warnings.Title, len(o.q.List))
}

// Paste implements room.Overlay.
func (o *Over) Paste(string) tea.Cmd { return nil }

// Key implements room.Overlay.
func (o *Over) Key(msg tea.KeyPressMsg) tea.Cmd {
	if o.scroll.PageKey(msg.String()) {
		return nil
	}
	return o.chosen(o.choice.Key(msg))
}

// Pointed implements room.Pointed: it chooses what was clicked.
func (o *Over) Pointed(at zone.At) tea.Cmd {
	if w, ok := o.choice.(field.Pointable); ok {
		return o.chosen(w.Point(at))
	}
	return nil
}

// chosen does what was chosen.
func (o *Over) chosen(did field.KeyResult) tea.Cmd {
	if did != field.Take {
		return nil
	}
	switch o.choice.Value() {
	case accept:
		o.d.Open(o.reasonForm())
		return nil
	case leave:
		o.d.Close()
		return o.d.Turn(o.d.Walk().LeaveWarnings(o.q))
	}
	o.d.Close()
	return o.d.Turn(o.d.Walk().ToWarning(o.q))
}

// reasonForm asks for the reason.
func (o *Over) reasonForm() *room.Form {
	w := &o.d.Words().Warnings
	var intro []string
	if !allAcceptable(o.q) {
		intro = append(intro, w.NotAccepted)
	}
	f := room.NewForm(o.d, o.Title(), intro...)
	f.Submit = func(f *room.Form) tea.Cmd { return f.Answered(o.d.Walk().AcceptWarnings(o.q, f.Text(0))) }
	why := func(text string) field.Widget { return o.d.Kit().Line(text, "") }
	return f.AddKept(flows.AtStep(o.d.Walk().At().Step).InForm(walk.WarningsForm, "why"), w.AcceptWhy, "", why, 1)
}

func allAcceptable(q walk.Warnings) bool {
	for i := range q.List {
		if !q.List[i].Acceptable {
			return false
		}
	}
	return true
}

// Lines implements room.Overlay.
func (o *Over) Lines(w, h int) ([]string, int) {
	t := o.d.Theme()
	var list []string
	for _, m := range o.d.Walk().WarningMessages(o.q, len(o.q.List)) {
		list = append(list, theme.Hang(t.Warn.Render("! "), o.d.DialogueText(m), w)...)
	}
	o.choice.SetSize(w, o.ways)
	lines := append(slices.Clone(o.scroll.Part(list, h-o.ways-1)), "")
	return append(lines, o.choice.Lines()...), len(lines)
}

// Keys implements room.Overlay.
func (o *Over) Keys() []room.Hint {
	h := &o.d.Words().Help
	return []room.Hint{{"enter", h.Select}, {"up/down", h.Move}, {"esc", h.Close}}
}

// Scrolled implements room.Scroller.
func (o *Over) Scrolled() *room.Scroll { return &o.scroll }
