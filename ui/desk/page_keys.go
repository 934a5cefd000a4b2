package desk

import (
	tea "charm.land/bubbletea/v2"

	"lotse/ui/field"
	"lotse/ui/walk"
)

// key takes a key on the wizard: first what works from anywhere, then what the
// widget owns, then moving, then typing, then single letters.
func (p *page) key(msg tea.KeyPressMsg) tea.Cmd {
	k := msg.String()
	p.act(k)
	if f, ok := anywhere[k]; ok {
		return f(p)
	}
	live := p.engaged && p.widget != nil
	if p.m.hasty(msg, live && p.widget.Typing()) {
		p.m.say(p.m.t.Typing.Hasty)
		return nil
	}
	if live && p.widget.Owns(k) {
		return p.widgetKey(msg)
	}
	if f, ok := moving[k]; ok {
		return f(p)
	}
	if live {
		if typing := p.widget.Typing(); typing || p.widgetTakes(k) {
			return p.widgetKey(msg)
		}
	}
	if f, ok := letters[k]; ok {
		return p.letterKey(k, f)
	}
	if live {
		return p.widgetKey(msg)
	}
	return p.m.whyNot(k)
}

// widgetTakes reports whether a widget that is no text input wants a key that
// is a letter's: the digits of a choice and its filter.
func (p *page) widgetTakes(k string) bool {
	return k == "/" || len(k) == 1 && k[0] >= '1' && k[0] <= '9'
}

// widgetKey hands a key to the widget and does what it asks for.
func (p *page) widgetKey(msg tea.KeyPressMsg) tea.Cmd {
	act := p.widget.Key(msg)
	t, isTable := p.widget.(*field.Table)
	if isTable {
		p.ToCell(t.Here())
	}
	switch act {
	case field.Take:
		return p.take(walk.Next)
	case field.Keep:
		return p.take(walk.Stay)
	case field.Next:
		if msg.String() == "enter" {
			return p.turn(p.Go(walk.Next))
		}
		return p.turn(p.Go(walk.Forward)) // only enter completes a step
	case field.Edits:
		return p.change(t.Edit())
	case field.Opens:
		p.m.openOver(newImport(p.m))
		return nil
	case field.Pass:
		return p.passed(msg.String())
	}
	if isTable {
		p.listKeyed(t, msg.String())
	}
	return p.note()
}

// passed is a key that the widget owns but had no use for.
func (p *page) passed(k string) tea.Cmd {
	if _, ok := p.widget.(*field.Table); ok && (k == "up" || k == "shift+tab" || k == "left") {
		return p.turn(p.Go(walk.Back))
	}
	if f, ok := moving[k]; ok {
		return f(p)
	}
	if f, ok := letters[k]; ok {
		return f(p)
	}
	return p.m.whyNot(k)
}

func (p *page) paste(s string) tea.Cmd {
	p.act("")
	if p.widget == nil || !p.engaged {
		p.m.warn(p.m.t.Wizard.PasteNowhere)
		return nil
	}
	if t, ok := p.widget.(*field.Table); ok {
		return p.listPaste(t, s)
	}
	if cmd, offered := p.offerBlock(s); offered {
		return cmd
	}
	return p.pasteHere(s)
}

// pasteHere pastes into what has the focus.
func (p *page) pasteHere(s string) tea.Cmd {
	if say := p.widget.Paste(s); say != "" {
		p.m.warn(say)
	}
	return p.note()
}

// anywhere are the keys that work whatever has the focus.
var anywhere map[string]func(*page) tea.Cmd

// moving are the keys that go from item to item.
var moving map[string]func(*page) tea.Cmd

// letters are the keys that act where nothing is typed.
var letters map[string]func(*page) tea.Cmd

func init() {
	anywhere = map[string]func(*page) tea.Cmd{
		"alt+left": (*page).previousStep, "alt+right": (*page).nextStep, "ctrl+s": (*page).completeNow,
		"ctrl+o": (*page).outline,
		"ctrl+z": (*page).undo, "f1": (*page).help, "f2": (*page).sayLarge, "f3": (*page).toggleShare,
		"f4":     (*page).acceptProblem,
		"pgup":   (*page).pageUp,
		"pgdown": (*page).pageDown,
	}
	moving = map[string]func(*page) tea.Cmd{
		"enter": (*page).enter, "tab": (*page).tab, "shift+tab": (*page).shiftTab,
		"up": (*page).shiftTab, "down": (*page).tab, "esc": (*page).escape,
	}
	letters = map[string]func(*page) tea.Cmd{
		"?": (*page).help, "s": (*page).sayLarge, "p": (*page).toggleShare, "a": (*page).acceptProblem,
		"[": (*page).previousStep, "]": (*page).nextStep, "c": (*page).copyHere, "o": (*page).openAddress,
		"e": (*page).remark, findingsKey: (*page).findings, "x": (*page).skip, "m": (*page).toggleMouse, "space": (*page).space,
	}
}
