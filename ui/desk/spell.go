package desk

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/flows/words"
	"lotse/ui/desk/spelling"
	"lotse/ui/face"
)

// spellHere spells the value in the focus, or what is typed there.
func spellHere(p *page) tea.Cmd {
	m, spoken := p.m, p.Spoken(p.At())
	typed := ""
	if p.widget != nil && !spoken.Secret {
		typed = p.typing().Text
	}
	switch {
	case spoken.Secret:
		m.say(p.unspelled())
	case spoken.Text == "" && typed == "":
		m.say(words.Say(m.t.Lang, flows.Msg("spell.nothing")))
	default:
		m.openOver(spelling.New(roomDesk{m}, p.At(), typed))
	}
	return nil
}

// unspelled says that a secret is not spelled, and how it can be seen here.
func (p *page) unspelled() string {
	said := flows.Msg("spell.is_secret", "item", p.Name(p.At()))
	if onKept(p) && !p.m.share {
		said = flows.Joined("joined.sentence", said, flows.Msg("spell.secret", "n", int(face.RevealTime.Seconds())))
	}
	return words.Say(p.m.t.Lang, said)
}

// readBack says below an answer who heard it read back.
func (s *stepLayout) readBack(iv *run.ItemView) []string {
	if iv.ReadBack == nil {
		return nil
	}
	return []string{strings.Repeat(" ", s.indent()) + s.t.Good.Render(s.t.Fit(face.ReadBack(s.m.t.Lang, s.m.now(), iv.ReadBack), s.w-s.indent()))}
}
