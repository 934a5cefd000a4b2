package desk

import (
	tea "charm.land/bubbletea/v2"

	"lotse/ui/desk/room"
	"lotse/ui/tty"
)

// burst is a word that is typed where nothing is typed.
type burst struct {
	tty.FastTyping
	reasons bool // a letter of it has opened an overlay that takes a text
}

// hasty reports whether a key belongs to such a word.
func (p *page) hasty(msg tea.KeyPressMsg, typing bool) bool {
	m := p.m
	reasons := m.burst.reasons && !typing && msg.Text != ""
	hasty := m.burst.InWord(msg.String(), msg.Text, typing, m.now(), m.isLetter)
	m.burst.reasons = reasons
	return hasty
}

// letterKey does what a letter is for. Where it opens what takes a text, that takes
// no key before there is a pause: what comes at once is the rest of a word.
func (p *page) letterKey(k string, do act) tea.Cmd {
	m, engaged := p.m, p.engaged
	cmd := do(m, k)
	if _, ok := m.over.(*room.Form); !ok || !engaged || k == "space" {
		return cmd
	}
	m.burst.reasons = true
	return tea.Batch(cmd, m.pauseKeys())
}

// typedOn lets the pause begin anew with each letter of a word, and says that they
// were left out.
func (m *model) typedOn(msg tea.KeyPressMsg) tea.Cmd {
	if !m.burst.reasons || m.over == nil || msg.Text == "" && msg.String() != "enter" {
		return nil
	}
	m.say(m.t.Typing.ReasonHasty)
	return m.pauseKeys()
}
