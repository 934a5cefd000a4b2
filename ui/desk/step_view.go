package desk

import (
	"fmt"
	"strings"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/ui/face"
	"lotse/ui/glyph"
)

// stepLine is a step in one line: sign, number, title.
func (d drawing) stepLine(s *run.StepView, bold bool) string {
	return d.stepHead(s) + d.stepTitleOf(s, bold)
}

// stepHead is a step's sign and number.
func (d drawing) stepHead(s *run.StepView) string {
	return d.stepSign(s) + " " + d.m.th.Dim.Render(fmt.Sprintf("%2d", d.number(s.Step.ID))) + " "
}

// stepTitleOf draws a step's title: the present step is emphasised, steps that
// are not to be done now are dimmed.
func (d drawing) stepTitleOf(s *run.StepView, bold bool) string {
	title := flows.CleanLine(s.Step.Title)
	switch {
	case bold:
		return d.m.th.Title.Render(title)
	case s.State == run.Blocked, s.State == run.Skipped, s.State == run.Done:
		return d.m.th.Dim.Render(title)
	default:
		return title
	}
}

// number is a step's position among the needed ones.
func (d drawing) number(id string) int { return d.View().Number(id) }

func (d drawing) stepSign(s *run.StepView) string {
	t := d.m.th
	if s.Step.ID == d.At().Step && s.State != run.Done {
		return t.Accent.Render(glyph.Here.Of(t.ASCII))
	}
	return d.m.stepSignOf(s)
}

// stepSignOf is the sign of a step's state, whichever step is the present one.
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

// stateWords says a step's state, until when it waits, and how many warnings
// it has.
func (d drawing) stateWords(s *run.StepView) string {
	word := d.m.t.State(string(s.State))
	if s.State == run.Open && s.Step.ID != d.View().Current {
		word = ""
	}
	if s.Due != nil {
		word += " " + fmt.Sprintf(d.m.t.Desk.Until, d.m.day(*s.Due))
	}
	word = joined(d.m.th.Dot, word, face.Warnings(d.m.cfg.Lang, &s.Warned))
	if s.Round > 1 {
		word += " " + fmt.Sprintf(d.m.t.Wizard.Round, s.Round)
	}
	return strings.TrimSpace(word)
}
