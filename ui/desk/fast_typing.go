package desk

import (
	tea "charm.land/bubbletea/v2"

	"lotse/ui/desk/room"
	"lotse/ui/tty"
)

// fastTyping recognises a word that is typed where no text is expected.
type fastTyping struct {
	tty.FastTyping
	openedForm bool // a letter of it has opened an overlay that takes a text
}

// inFastWord reports whether a key belongs to such a word.
func (p *page) inFastWord(msg tea.KeyPressMsg, typing bool) bool {
	m := p.m
	reasons := m.typing.openedForm && !typing && msg.Text != ""
	hasty := m.typing.InWord(msg.String(), msg.Text, typing, m.now(), m.isLetter)
	m.typing.openedForm = reasons
	return hasty
}

// letterKey runs the action of a letter. If the action opens a form, or a kept
// secret, that ignores keys until there is a pause: what follows at once is the
// rest of a word.
func (p *page) letterKey(k string, do act) tea.Cmd {
	m, engaged := p.m, p.engaged || p.phone.on
	cmd := do(m, k)
	_, form := m.over.(*room.Form)
	_, secret := m.over.(*maskedSecret)
	if (!form || !engaged) && !secret || k == "space" {
		return cmd
	}
	m.typing.openedForm = true
	return tea.Batch(cmd, m.pauseKeys())
}

// extendPause starts the pause again with each letter of a word, and says that
// the letters were ignored.
func (m *model) extendPause(msg tea.KeyPressMsg) tea.Cmd {
	if !m.typing.openedForm || m.over == nil || msg.Text == "" && msg.String() != "enter" {
		return nil
	}
	m.say(m.t.Typing.ReasonHasty)
	return m.pauseKeys()
}
