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
func (m *model) header(marks []string, middle, right, counted string) string {
	t := m.th
	left := "Lotse"
	for _, mark := range marks {
		if mark != "" {
			left += "  " + t.Alert.Render(mark)
		}
	}
	end := right + counted
	if theme.Width(left)+2+theme.Width(end) > m.w {
		end = right
	}
	if room := m.w - theme.Width(left) - theme.Width(end) - 4; room >= 6 {
		left += "  " + t.Fit(middle, room)
	}
	return t.Ends(left, end, m.w)
}

func (m *model) runHeader() string {
	t, h := m.th, &m.page.View().Header
	name := t.Bold.Render(flows.CleanLine(h.Customer.Name)) + t.Dim.Render(t.Dot+flows.CleanLine(h.Title))
	word, bad := m.page.savingWord()
	ink := t.Dim
	if bad {
		ink = t.Bad
	}
	return m.header([]string{m.shareMark(), m.t.Mode(string(h.Mode))}, name, ink.Render(word), t.Dim.Render(t.Dot+count(h.Progress)))
}

// shareMark stands in the header as long as the view is shared.
func (m *model) shareMark() string {
	if m.share {
		return m.t.Wizard.Shared
	}
	return ""
}

func count(p run.Progress) string { return fmt.Sprintf("%d/%d", p.Done, p.Needed()) }

// progress is one sign a step, and where one is.
func (m *model) progress() string {
	t, p := m.th, m.page
	words := fmt.Sprintf(m.t.Wizard.StepOf, m.number(p.At().Step), p.View().Progress.Needed())
	if p.At().Step == "" {
		words = m.t.Status(string(p.View().Status))
	}
	if n := p.View().Progress.NotNeeded; n > 0 {
		words += t.Dot + fmt.Sprintf(m.t.Wizard.NotNeeded, n)
	}
	room := m.w - theme.Width(words) - 2
	var signs []string
	width := 0
	for i := range p.View().Steps {
		s := &p.View().Steps[i]
		if s.State == run.NotNeeded {
			continue
		}
		sign := m.stepSign(s)
		if s.Step.ID == p.At().Step {
			sign = t.Accent.Render(glyph.Here.Of(t.ASCII))
		}
		if width += theme.Width(sign); width > room {
			return t.Fit(t.Dim.Render(words), m.w)
		}
		signs = append(signs, sign)
	}
	return strings.Join(signs, "") + "  " + t.Dim.Render(words)
}

// day is a day as a person says it.
func (m *model) day(d time.Time) string {
	return face.Day(m.t, m.now(), d)
}

// moment is a day, and the time where it is today or yesterday.
func (m *model) moment(d time.Time) string {
	s := m.day(d)
	if s == m.t.When.Today || s == m.t.When.Yesterday || s == m.t.When.Tomorrow {
		return s + " " + d.In(m.now().Location()).Format("15:04")
	}
	return s
}
