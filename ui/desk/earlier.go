package desk

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/flows/words"
	"lotse/ui/face"
	"lotse/ui/field"
	"lotse/ui/outside"
	"lotse/ui/theme"
)

// earlierMsg brings what the customer's other runs answered.
type earlierMsg struct {
	of      *page
	answers []run.Earlier
	err     error
}

// handle hands it to the dialogue. What comes for a run that is no longer shown is
// dropped.
func (msg earlierMsg) handle(m *model) tea.Cmd {
	switch {
	case m.page != msg.of:
	case msg.err != nil:
		m.warn(m.sentence(msg.err))
	default:
		m.page.Remember(msg.answers)
	}
	return nil
}

// readEarlier reads the customer's other runs, beside the screen.
func (p *page) readEarlier() tea.Cmd {
	cfg, ctx, of := p.m.cfg, p.m.ctx, p.View().Header
	return guarded(func() tea.Msg {
		answers, err := outside.EarlierAnswers(ctx, &cfg, of)
		return earlierMsg{p, answers, err}
	})
}

// takeEarlier takes over the answer that is offered.
func (p *page) takeEarlier() tea.Cmd { return p.turn(p.TakeEarlier()) }

func hasEarlier(p *page) bool { return p.offered() != nil }

// offered is the earlier answer that is offered at the focus; none while something
// is typed there.
func (p *page) offered() *run.Earlier {
	if p.widget != nil {
		if typed, ok := field.Draft(p.widget); ok && typed != "" && typed != field.Format(p.answerHere()) {
			return nil
		}
	}
	return p.Earlier()
}

func (p *page) answerHere() flows.Value {
	if iv := p.Item(); iv != nil {
		return iv.Value
	}
	return nil
}

// mostOffered is how many lines an offer and the problems above it may take.
const mostOffered = 2

// earlier is the line of the answer that is offered, in at most n lines.
func (s *stepLayout) earlier(iv *run.ItemView, head, n int) []string {
	if iv.Item.ID != s.p.At().Item || !s.p.engaged || n < 1 {
		return nil
	}
	e := s.p.offered()
	if e == nil {
		return nil
	}
	value := flows.Short(flows.CleanLine(field.Show(iv.Item.Field, e.Value, s.t.ASCII)))
	words := words.Say(s.m.cfg.Lang, face.EarlierMessage(s.m.t, s.m.now(), e, value, "earlier.offer_key"))
	lines := theme.Hang(strings.Repeat(" ", head-2)+s.t.Dim.Render(s.t.Fold)+" ", s.t.Dim.Render(words), s.w)
	if len(lines) > n {
		lines = lines[:n]
		lines[n-1] = s.t.Fit(strings.TrimRight(lines[n-1], " ")+" "+s.t.Dots, s.w)
	}
	return lines
}
