package desk

import (
	tea "charm.land/bubbletea/v2"

	"lotse/ui/field"
	"lotse/ui/walk"
)

// key handles a key on the wizard: first keys that work anywhere, then those
// that the widget owns, then moving, then typing, then single letters.
func (p *page) key(msg tea.KeyPressMsg) tea.Cmd {
	k := msg.String()
	p.noteAct(k)
	layer := priorityOf(k)
	do, why := p.m.actionFor(k)
	live := p.live()
	switch {
	case layer == anywhere && do != nil:
		return do(p.m, k)
	case p.inFastWord(msg, live && p.widget.Typing()):
		p.m.say(p.m.t.Typing.Hasty)
		return nil
	case live && (p.widget.Owns(k) || layer != moving && p.widget.Typing() || picks(k)):
		return p.widgetKey(msg)
	case layer == moving && do != nil:
		return do(p.m, k)
	case live && p.widget.Typing():
		return p.widgetKey(msg)
	case layer == letters && do != nil:
		return p.letterKey(k, do)
	case live && why == "":
		return p.widgetKey(msg)
	}
	return p.m.whyNot(k)
}

// picks reports whether a widget that is no text input wants a key that is
// otherwise a letter's: the digits of a choice and its filter.
func picks(k string) bool {
	return k == "/" || len(k) == 1 && k[0] >= '1' && k[0] <= '9'
}

// widgetKey passes a key to the widget and does what it asks for.
func (p *page) widgetKey(msg tea.KeyPressMsg) tea.Cmd {
	return p.acted(p.widget.Key(msg), msg.String())
}

// acted does what a widget asks for after the key k, or after a click.
func (p *page) acted(act field.KeyResult, k string) tea.Cmd {
	t, isTable := p.table()
	if isTable {
		p.ToCell(t.FocusedCell())
	}
	switch act {
	case field.Take:
		return p.take(walk.Next)
	case field.Keep:
		return p.take(walk.Stay)
	case field.Next:
		if k == "enter" {
			return p.turn(p.Go(walk.Next))
		}
		return p.turn(p.Go(walk.Forward)) // only enter completes a step
	case field.WantsEdit:
		return p.rows.change(t.Edit())
	case field.WantsFile:
		return p.rows.fill()
	case field.Pass:
		return p.passed(k)
	}
	if isTable {
		p.rows.keyed(t, k)
	}
	return p.note()
}

// passed handles a key that the widget owns but did not use.
func (p *page) passed(k string) tea.Cmd {
	if _, ok := p.table(); ok && (k == "up" || k == "shift+tab" || k == "left") {
		return p.turn(p.Go(walk.Back))
	}
	if do, _ := p.m.actionFor(k); do != nil && priorityOf(k) != anywhere {
		return do(p.m, k)
	}
	return p.m.whyNot(k)
}

func (p *page) paste(s string) tea.Cmd {
	p.noteAct("")
	if !p.live() {
		p.m.warn(p.m.t.Wizard.PasteNowhere)
		return nil
	}
	if t, ok := p.table(); ok {
		return p.rows.paste(t, s)
	}
	if o := newBlock(p, s); o != nil {
		return p.m.openItself(o)
	}
	return p.pasteHere(s)
}

// pasteHere pastes into the focused item.
func (p *page) pasteHere(s string) tea.Cmd {
	if say := p.widget.Paste(s); say != "" {
		p.m.warn(say)
	}
	return p.note()
}
