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
		m.say(words.Say(m.t.Lang, flows.Msg("spell.secret")))
	case spoken.Text == "" && typed == "":
		m.say(words.Say(m.t.Lang, flows.Msg("spell.nothing")))
	default:
		m.openOver(spelling.New(roomDesk{m}, p.At(), typed))
	}
	return nil
}

// readBack says below an answer who heard it read back.
func (s *stepLayout) readBack(iv *run.ItemView) []string {
	if iv.ReadBack == nil {
		return nil
	}
	return []string{strings.Repeat(" ", s.indent()) + s.t.Good.Render(s.t.Fit(face.ReadBack(s.m.t.Lang, s.m.now(), iv.ReadBack), s.w-s.indent()))}
}
