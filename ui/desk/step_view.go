package desk

import (
	"fmt"
	"strings"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/flows/words"
	"lotse/ui/glyph"
)

// stepLine is a step in one line: sign, number, title.
func (p *page) stepLine(s *run.StepView, bold bool) string {
	return p.stepHead(s) + p.stepTitleOf(s, bold)
}

// stepHead is a step's sign and number.
func (p *page) stepHead(s *run.StepView) string {
	return p.stepSign(s) + " " + p.m.th.Dim.Render(fmt.Sprintf("%2d", p.number(s.Step.ID))) + " "
}

// stepTitleOf sets a step's title: where one is stands out, and what is not to
// be done now steps back.
func (p *page) stepTitleOf(s *run.StepView, bold bool) string {
	title := flows.CleanLine(s.Step.Title)
	switch {
	case bold:
		return p.m.th.Title.Render(title)
	case s.State == run.Blocked, s.State == run.Skipped, s.State == run.Done:
		return p.m.th.Dim.Render(title)
	default:
		return title
	}
}

// number is a step's place among those that are needed.
func (p *page) number(id string) int { return p.View().Number(id) }

func (p *page) stepSign(s *run.StepView) string {
	t := p.m.th
	if p != nil && s.Step.ID == p.At().Step && s.State != run.Done {
		return t.Accent.Render(glyph.Here.Of(t.ASCII))
	}
	return p.m.stepSignOf(s)
}

// stepSignOf is the sign of a step's state, wherever one is.
func (pn *pen) stepSignOf(s *run.StepView) string {
	t := pn.th
	sign := glyph.Step(s.State).Of(t.ASCII)
	switch {
	case s.State == run.Done && s.Warned > 0:
		return t.Warn.Render(glyph.Doubt.Of(t.ASCII))
	case s.State == run.Done:
		return t.Good.Render(sign)
	case s.State == run.Stale, s.State == run.Waiting:
		return t.Warn.Render(sign)
	default:
		return t.Dim.Render(sign)
	}
}

// warnings counts warnings in words.
func (m *model) warnings(n int) string {
	return words.Say(m.cfg.Lang, flows.Msg("dialogue.warnings", "n", n))
}

// stateWords says a step's state, until when it waits, and how many warnings it
// has.
func (p *page) stateWords(s *run.StepView) string {
	word := p.m.t.State(string(s.State))
	if s.State == run.Open && s.Step.ID != p.View().Current {
		word = ""
	}
	if s.Due != nil {
		word += " " + fmt.Sprintf(p.m.t.Desk.Until, p.m.day(*s.Due))
	}
	if s.Warned > 0 {
		word = joined(p.m.th.Dot, word, p.m.warnings(s.Warned))
	}
	if s.Round > 1 {
		word += " " + fmt.Sprintf(p.m.t.Wizard.Round, s.Round)
	}
	return strings.TrimSpace(word)
}
