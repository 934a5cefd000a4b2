package desk

import (
	tea "charm.land/bubbletea/v2"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/ui/desk/room"
	"lotse/ui/field"
	"lotse/ui/walk"
	"lotse/ui/zone"
)

// wheel scrolls what is under the pointer: what lies over the page, the list that
// has the focus as far as it goes, else the page.
func (m *model) wheel(msg tea.MouseWheelMsg) {
	by := 3
	if msg.Button == tea.MouseWheelUp {
		by = -3
	}
	switch {
	case m.over != nil:
		m.wheelOver(by)
	case m.page != nil:
		_, marks := zone.Unmark(m.frame())
		m.page.wheeled(by, func(k zone.Kind) (int, bool) { return marks.At(msg.X, msg.Y, k) })
	default:
		m.list.move(by / 3)
	}
}

// wheelOver scrolls what lies over the page.
func (m *model) wheelOver(by int) {
	switch o := m.over.(type) {
	case room.Wheeler:
		o.Wheeled(by)
	case room.Scroller:
		o.Scrolled().Wheel(by)
	default:
		m.turned += by
	}
}

// wheeled scrolls the outline or the widget of the item under the pointer, or the
// page.
func (p *page) wheeled(by int, at zone.At) {
	if _, ok := at(zone.Step); ok {
		p.turned += by
		return
	}
	n, ok := at(zone.Item)
	if sv := p.Step(); ok && p.engaged && sv != nil && n < len(sv.Items) && sv.Items[n].Item.ID == p.At().Item {
		if w, scrolls := p.widget.(field.Scroller); scrolls && w.Scroll(by) {
			return
		}
	}
	p.scrollBy(by)
}

// click passes a click to what is shown, with what was drawn where the pointer is.
func (m *model) click(msg tea.MouseClickMsg) tea.Cmd {
	if msg.Button != tea.MouseLeft || m.hold > 0 || m.leaving || m.ignoresKeys() {
		return nil
	}
	_, marks := zone.Unmark(m.frame())
	at := func(k zone.Kind) (int, bool) { return marks.At(msg.X, msg.Y, k) }
	m.status = status{}
	switch {
	case m.over != nil:
		return m.clickOver(msg, at)
	case m.page != nil:
		return m.page.pointed(at)
	}
	return m.list.pointed(at)
}

// clickOver passes a click to an overlay; one that fills the window is told the
// line of its frame.
func (m *model) clickOver(msg tea.MouseClickMsg, at zone.At) tea.Cmd {
	if o, ok := m.over.(room.Pointed); ok {
		return o.Pointed(at)
	}
	o, ok := m.over.(room.Clicker)
	if !ok {
		return nil
	}
	head := m.h - m.bodyHeight() - 3 // below the body stand the status, a rule and the help
	if m.low() {
		head = m.h - m.bodyHeight() - 2
	}
	if line := msg.Y - head - 1; line >= 0 {
		o.Clicked(line)
	}
	return nil
}

// pointed chooses a run; the one that is chosen already is opened.
func (l *list) pointed(at zone.At) tea.Cmd {
	n, ok := at(zone.Run)
	if !ok || n >= l.count() {
		return nil
	}
	if n == l.at {
		return l.m.open(l.row(n).ID)
	}
	l.at = n
	return l.more()
}

// pointed goes to a step of the outline, or to an item of the page and to the part
// of it that was pointed at.
func (p *page) pointed(at zone.At) tea.Cmd {
	p.noteAct("")
	if n, ok := at(zone.Step); ok && n < len(p.View().Steps) {
		if id := p.View().Steps[n].Step.ID; id != p.At().Step {
			return p.leaveFor(id)
		}
		return nil
	}
	if onLast(p) {
		return p.papers.Pointed(at)
	}
	n, ok := at(zone.Item)
	sv := p.Step()
	if !ok || sv == nil || n >= len(sv.Items) || !p.Stops(&sv.Items[n]) {
		return nil
	}
	to := flows.Address{Step: sv.Step.ID, Item: sv.Items[n].Item.ID}
	if p.engaged && p.At().Item == to.Item {
		return p.actAt(at, true)
	}
	cmd := p.pointTo(to)
	if p.m.over != nil || p.At().Item != to.Item {
		return cmd // what was typed has consequences, which are asked about first
	}
	return tea.Batch(cmd, p.actAt(at, false))
}

// pointTo takes what is typed, as moving on by a key does, and goes to an item.
func (p *page) pointTo(to flows.Address) tea.Cmd {
	var cmd tea.Cmd
	if t, ok := p.table(); ok {
		if _, typed := t.Typed(); typed {
			cmd = p.widgetKey(tea.KeyPressMsg{Code: tea.KeyTab})
		}
	} else if p.live() && p.Item().Item.Kind == flows.KindField && !p.typing().Gone() {
		cmd = p.take(walk.Stay)
	}
	if p.m.over != nil {
		return cmd
	}
	p.ToAddress(to)
	cmd = tea.Batch(cmd, p.turn(walk.Turn{Do: p.Save()}))
	p.engage()
	return cmd
}

// actAt does what a click on the item in the focus is for: it chooses an option,
// ticks at the box, goes to a cell. What opens something else takes a second click
// on the item, which is then there already. No click completes a step.
func (p *page) actAt(at zone.At, already bool) tea.Cmd {
	if w, ok := p.widget.(field.Pointable); ok {
		if act := w.Point(at); act == field.Take {
			return p.take(walk.Next)
		} else if act != field.Stay {
			return p.acted(act, "enter")
		}
		return p.acted(field.Stay, "")
	}
	iv := p.Item()
	if on, _ := at(zone.Sign); iv.Item.Kind == flows.KindTask && on == 1 {
		return p.tick()
	}
	if already && opensByClick(iv) {
		if do, _ := p.m.actionFor("enter"); do != nil {
			return do(p.m, "enter")
		}
	}
	return nil
}

// opensByClick reports whether enter on an item opens something, and does not only
// go on.
func opensByClick(iv *run.ItemView) bool {
	switch iv.Item.Kind {
	case flows.KindCheck, flows.KindWait, flows.KindGate:
		return !iv.Done
	case flows.KindDraft:
		return true
	}
	return false
}
