package desk

import (
	"time"

	tea "charm.land/bubbletea/v2"
)

// burst is how many letters came one behind the other, where nothing is typed, as
// fast as words are typed. Who goes one enter too far types a name onto a choice:
// its letters must not act as keys, nor become the reason of what they opened.
type burst struct {
	n       int
	at      time.Time // of the last one
	reasons bool      // one has opened an overlay that takes a text
}

// hasty reports whether a key belongs to a word that is typed where nothing is
// typed. The first letter of a word cannot be known as one.
func (m *model) hasty(msg tea.KeyPressMsg, typing bool) bool {
	b, k, now := &m.burst, msg.String(), m.now()
	soon := b.n > 0 && now.Sub(b.at) < graceTime
	word := soon && b.n > 1
	number := len(k) == 1 && k[0] >= '1' && k[0] <= '9'
	switch {
	case typing, msg.Text == "":
		*b = burst{}
		return word && !typing && k == "enter" // the end of the word
	case !word && (number || k == "/" || k == "space"):
		return soon && k == "space"
	case !soon:
		b.n = 0
	}
	b.n, b.at = b.n+1, now
	return word && number || soon && m.isLetter(k)
}

// letterKey does what a letter is for. Where it opens what takes a text, that takes
// no key before there is a pause: what comes at once is the rest of a word.
func (p *page) letterKey(k string, do act) tea.Cmd {
	m, engaged := p.m, p.engaged
	cmd := do(m, k)
	if _, ok := m.over.(*form); !ok || !engaged || k == "space" {
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
