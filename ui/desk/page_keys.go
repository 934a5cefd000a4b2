package desk

import (
	tea "charm.land/bubbletea/v2"

	"lotse/flows"
	"lotse/ui/field"
)

// pageKey takes a key on the wizard: first what works from anywhere, then what
// the widget owns, then moving, then typing, then single letters.
func (m *model) pageKey(msg tea.KeyPressMsg) tea.Cmd {
	k := msg.String()
	m.page.act(k)
	if f, ok := anywhere[k]; ok {
		return f(m)
	}
	p := m.page
	live := p.engaged && p.widget != nil
	if m.hasty(msg, live && p.widget.Typing()) {
		m.say(m.t.Typing.Hasty)
		return nil
	}
	if live && p.widget.Owns(k) {
		return m.widgetKey(msg)
	}
	if f, ok := moving[k]; ok {
		return f(m)
	}
	if live {
		if typing := p.widget.Typing(); typing || p.widgetTakes(k) {
			return m.widgetKey(msg)
		}
	}
	if f, ok := letters[k]; ok {
		return m.letterKey(k, f)
	}
	if live {
		return m.widgetKey(msg)
	}
	return m.whyNot(k)
}

// widgetTakes reports whether a widget that is no text input wants a key that
// is a letter's: the digits of a choice and its filter.
func (p *page) widgetTakes(k string) bool {
	return k == "/" || len(k) == 1 && k[0] >= '1' && k[0] <= '9'
}

// widgetKey hands a key to the widget and does what it asks for.
func (m *model) widgetKey(msg tea.KeyPressMsg) tea.Cmd {
	p := m.page
	switch p.widget.Key(msg) {
	case field.Take:
		return m.take(m.next)
	case field.Keep:
		return m.take(nil)
	case field.Next:
		if msg.String() == "enter" {
			return m.next()
		}
		return m.forward() // only enter completes a step
	case field.Edits:
		return m.edit(p.widget.(*field.Table).Edit())
	case field.Opens:
		m.openOver(newImport(m))
		return nil
	case field.Pass:
		return m.passed(msg.String())
	}
	if t, ok := p.widget.(*field.Table); ok {
		m.listKeyed(t, msg.String())
	}
	return p.noteKey(m)
}

// passed is a key that the widget owns but had no use for.
func (m *model) passed(k string) tea.Cmd {
	if _, ok := m.page.widget.(*field.Table); ok && (k == "up" || k == "shift+tab" || k == "left") {
		return m.previous()
	}
	if f, ok := moving[k]; ok {
		return f(m)
	}
	if f, ok := letters[k]; ok {
		return f(m)
	}
	return m.whyNot(k)
}

func (m *model) pagePaste(s string) tea.Cmd {
	p := m.page
	p.act("")
	if p.widget == nil || !p.engaged {
		m.warn(m.t.Wizard.PasteNowhere)
		return nil
	}
	if t, ok := p.widget.(*field.Table); ok {
		return m.listPaste(t, s)
	}
	if cmd, offered := m.offerBlock(s); offered {
		return cmd
	}
	return m.pasteHere(s)
}

// pasteHere pastes into what has the focus.
func (m *model) pasteHere(s string) tea.Cmd {
	p := m.page
	if say := p.widget.Paste(s); say != "" {
		m.warn(say)
	}
	return p.noteKey(m)
}

// anywhere are the keys that work whatever has the focus.
var anywhere map[string]func(*model) tea.Cmd

// moving are the keys that go from item to item.
var moving map[string]func(*model) tea.Cmd

// letters are the keys that act where nothing is typed.
var letters map[string]func(*model) tea.Cmd

func init() {
	anywhere = map[string]func(*model) tea.Cmd{
		"alt+left": (*model).previousStep, "alt+right": (*model).nextStep, "ctrl+s": (*model).completeNow,
		"ctrl+o": func(m *model) tea.Cmd { m.openOver(newOutline(m)); return nil },
		"ctrl+z": (*model).undo, "f1": (*model).help, "f2": (*model).sayLarge, "f3": (*model).toggleShare,
		"f4":     (*model).accept,
		"pgup":   func(m *model) tea.Cmd { return m.scroll(2 - m.bodyHeight()) },
		"pgdown": func(m *model) tea.Cmd { return m.scroll(m.bodyHeight() - 2) },
	}
	moving = map[string]func(*model) tea.Cmd{
		"enter": (*model).enter, "tab": (*model).tab, "shift+tab": (*model).shiftTab,
		"up": (*model).shiftTab, "down": (*model).tab, "esc": (*model).escape, "space": nil,
	}
	delete(moving, "space")
	letters = map[string]func(*model) tea.Cmd{
		"?": (*model).help, "s": (*model).sayLarge, "p": (*model).toggleShare, "a": (*model).accept,
		"[": (*model).previousStep, "]": (*model).nextStep, "c": (*model).copyHere, "o": (*model).openAddress,
		"e": (*model).note, findingsKey: (*model).findings, "x": (*model).skip, "m": (*model).toggleMouse, "space": (*model).space,
	}
}

// enter takes the answer and goes on, or does what the item is there for.
func (m *model) enter() tea.Cmd {
	p := m.page
	iv := p.item()
	switch {
	case p.step == "":
		return m.close()
	case iv == nil:
		return m.complete()
	case !p.engaged:
		m.focus(p.focus)
		return nil
	}
	switch iv.Item.Kind {
	case flows.KindTask:
		if iv.Done {
			return m.next()
		}
		return m.tickOff(m.next)
	case flows.KindWait:
		if !iv.Done {
			m.openOver(newWait(m, iv))
			return nil
		}
	case flows.KindGate:
		if !iv.Done {
			m.openOver(newGate(m, iv))
			return nil
		}
	case flows.KindDraft:
		return m.openLetter()
	case flows.KindCheck:
		return m.check()
	case flows.KindAction:
		m.say(m.t.Wizard.LaterAction)
		said := m.status
		cmd := m.next()
		if m.status == (status{}) {
			m.status = said
		}
		return cmd
	}
	return m.take(m.next)
}

func (m *model) tab() tea.Cmd {
	if !m.page.engaged {
		return m.engage(1)
	}
	return m.take(m.forward)
}

func (m *model) shiftTab() tea.Cmd {
	if !m.page.engaged {
		return m.engage(-1)
	}
	return m.take(m.previous)
}

// engage gives the focus back to the page's item; a page without any scrolls.
func (m *model) engage(by int) tea.Cmd {
	if m.page.focus == "" {
		return m.scroll(by)
	}
	m.focus(m.page.focus)
	return nil
}

// escape goes one level up: from the field to the page, from the page to the
// list of runs. What is typed stays.
func (m *model) escape() tea.Cmd {
	p := m.page
	if p.engaged && p.focus != "" {
		p.keep(m)
		p.visited[p.here()] = true
		p.engaged = false
		return m.save()
	}
	return m.leavingStep(m.close)
}

// next goes to the next item; from the last one the step is done.
func (m *model) next() tea.Cmd {
	if id := m.neighbour(1); id != "" {
		m.focus(id)
		return nil
	}
	return m.complete()
}

// forward goes to the next item and stays on the last one.
func (m *model) forward() tea.Cmd {
	if id := m.neighbour(1); id != "" {
		m.focus(id)
	} else {
		m.say(m.t.Typing.LastItem)
	}
	return nil
}

func (m *model) previous() tea.Cmd {
	if id := m.neighbour(-1); id != "" {
		m.focus(id)
	} else {
		m.say(m.t.Typing.FirstItem)
	}
	return nil
}

// neighbour is the item before or after the one that has the focus, as the page
// stands now: what was just answered may have made or hidden some.
func (m *model) neighbour(by int) string {
	sv := m.page.stepView()
	if sv == nil {
		return ""
	}
	at := -1
	for i := range sv.Items {
		if sv.Items[i].Item.ID == m.page.focus {
			at = i
		}
	}
	for i := at + by; at >= 0 && i >= 0 && i < len(sv.Items); i += by {
		if m.focusable(&sv.Items[i]) {
			return sv.Items[i].Item.ID
		}
	}
	return ""
}
