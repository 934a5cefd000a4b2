package desk

import (
	"fmt"
	"strings"
	"time"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/ui/face"
	"lotse/ui/glyph"
	"lotse/ui/theme"
)

// header is the first line: Lotse, what must not be overlooked, where one is,
// and how it stands. Where there is no room the name goes first, then what is
// counted; the marks stay.
func (pn *pen) header(marks []string, middle, right, counted string) string {
	t := pn.th
	left := "Lotse"
	for _, mark := range marks {
		if mark != "" {
			left += "  " + t.Alert.Render(mark)
		}
	}
	end := right + counted
	if theme.Width(left)+2+theme.Width(end) > pn.w {
		end = right
	}
	if room := pn.w - theme.Width(left) - theme.Width(end) - 4; room >= 6 {
		left += "  " + t.Fit(middle, room)
	}
	return t.Ends(left, end, pn.w)
}

func (p *page) runHeader() string {
	t, h := p.m.th, &p.View().Header
	name := t.Bold.Render(flows.CleanLine(h.Customer.Name)) + t.Dim.Render(t.Dot+flows.CleanLine(h.Title))
	word, bad := p.savingWord()
	ink := t.Dim
	if bad {
		ink = t.Bad
	}
	return p.m.header([]string{p.m.shareMark(), p.m.t.Mode(string(h.Mode))}, name, ink.Render(word), t.Dim.Render(t.Dot+count(h.Progress)))
}

// shareMark stands in the header as long as the view is shared.
func (pn *pen) shareMark() string {
	if pn.share {
		return pn.t.Wizard.Shared
	}
	return ""
}

func count(p run.Progress) string { return fmt.Sprintf("%d/%d", p.Done, p.Needed()) }

// progress is one sign a step, and where one is.
func (p *page) progress() string {
	t := p.m.th
	words := fmt.Sprintf(p.m.t.Wizard.StepOf, p.number(p.At().Step), p.View().Progress.Needed())
	if p.At().Step == "" {
		words = p.m.t.Status(string(p.View().Status))
	}
	if n := p.View().Progress.NotNeeded; n > 0 {
		words += t.Dot + fmt.Sprintf(p.m.t.Wizard.NotNeeded, n)
	}
	room := p.m.w - theme.Width(words) - 2
	var signs []string
	width := 0
	for i := range p.View().Steps {
		s := &p.View().Steps[i]
		if s.State == run.NotNeeded {
			continue
		}
		sign := p.stepSign(s)
		if s.Step.ID == p.At().Step {
			sign = t.Accent.Render(glyph.Here.Of(t.ASCII))
		}
		if width += theme.Width(sign); width > room {
			return t.Fit(t.Dim.Render(words), p.m.w)
		}
		signs = append(signs, sign)
	}
	return strings.Join(signs, "") + "  " + t.Dim.Render(words)
}

// day is a day as a person says it.
func (pn *pen) day(d time.Time) string {
	return face.Day(pn.t, pn.now(), d)
}

// moment is a day, and the time where it is today or yesterday.
func (pn *pen) moment(d time.Time) string {
	s := pn.day(d)
	if s == pn.t.When.Today || s == pn.t.When.Yesterday || s == pn.t.When.Tomorrow {
		return s + " " + d.In(pn.now().Location()).Format("15:04")
	}
	return s
}
