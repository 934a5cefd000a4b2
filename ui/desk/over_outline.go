package desk

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/ui/field"
	"lotse/ui/glyph"
	"lotse/ui/theme"
)

// outlineOver lists the steps; typing filters them, enter goes there.
type outlineOver struct {
	input field.Widget
	at    int
	high  int // lines that it had at most
}

func newOutline(m *model) overlay {
	o := &outlineOver{input: m.kit.Line("", "")}
	o.input.Focus()
	for i, s := range o.steps(m) {
		if s.Step.ID == m.page.At().Step {
			o.at = i
		}
	}
	return o
}

// steps are those that the filter lets through.
func (o *outlineOver) steps(m *model) []*run.StepView {
	words := strings.ToLower(field.Format(o.input.Value()))
	var out []*run.StepView
	for i := range m.page.View().Steps {
		s := &m.page.View().Steps[i]
		if s.State == run.NotNeeded || m.share && s.Step.Internal {
			continue
		}
		if strings.Contains(strings.ToLower(s.Step.Title+" "+s.Step.ID), words) {
			out = append(out, s)
		}
	}
	return out
}

func (o *outlineOver) title(m *model) string { return m.t.Overlay.OutlineTitle }

func (o *outlineOver) key(m *model, msg tea.KeyPressMsg) tea.Cmd {
	steps := o.steps(m)
	switch msg.String() {
	case "up", "shift+tab":
		o.at = max(o.at-1, 0)
	case "down", "tab":
		o.at = min(o.at+1, max(len(steps)-1, 0))
	case "enter":
		if o.at >= len(steps) {
			return nil
		}
		id := steps[o.at].Step.ID
		m.closeOver()
		return m.page.leaveFor(id)
	case "ctrl+o":
		m.closeOver()
	default:
		o.input.Key(msg)
		o.at = min(o.at, max(len(o.steps(m))-1, 0))
	}
	return nil
}

func (o *outlineOver) paste(m *model, s string) tea.Cmd {
	if say := o.input.Paste(s); say != "" {
		m.warn(say)
	}
	return nil
}

func (o *outlineOver) lines(m *model, w, _ int) (lines []string, at int) {
	t := m.th
	head := t.Dim.Render(m.t.Overlay.OutlineFilter) + "  "
	o.input.SetSize(max(w-theme.Width(head), 8), 1)
	lines = []string{head + o.input.Lines()[0], ""}
	steps := o.steps(m)
	if len(steps) == 0 {
		lines = append(lines, t.Warn.Render(m.t.Overlay.OutlineNone))
	}
	for i, s := range steps {
		point := "  "
		if i == o.at {
			point, at = t.Accent.Render(t.Arrow)+" ", len(lines)
		}
		lines = append(lines, t.Ends(point+drawing{m.page}.stepLine(s, i == o.at), t.Dim.Render(drawing{m.page}.stateWords(s)), w))
	}
	if n := m.page.View().Progress.NotNeeded; n > 0 {
		lines = append(lines, t.Faint.Render("  "+fmt.Sprintf(m.t.Wizard.NotNeeded, n)))
	}
	o.high = max(o.high, len(lines)+1)
	for len(lines) < o.high {
		lines = append(lines, "") // the frame stays as high as it was, whatever is typed
	}
	return lines, at
}

// stepLine is a step in one line: sign, number, title.
func (d drawing) stepLine(s *run.StepView, bold bool) string {
	return d.stepHead(s) + d.stepTitleOf(s, bold)
}

// stepHead is a step's sign and number.
func (d drawing) stepHead(s *run.StepView) string {
	return d.stepSign(s) + " " + d.m.th.Dim.Render(fmt.Sprintf("%2d", d.number(s.Step.ID))) + " "
}

// stepTitleOf sets a step's title: where one is stands out, and what is not to
// be done now steps back.
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

// number is a step's place among those that are needed.
func (d drawing) number(id string) int { return d.View().Number(id) }

func (d drawing) stepSign(s *run.StepView) string {
	t := d.m.th
	if s.Step.ID == d.At().Step && s.State != run.Done {
		return t.Accent.Render(glyph.Here.Of(t.ASCII))
	}
	return d.m.stepSignOf(s)
}

// stepSignOf is the sign of a step's state, wherever one is.
func (pn *pen) stepSignOf(s *run.StepView) string {
	t := pn.th
	sign := glyph.Step(s.State).Of(t.ASCII)
	switch s.State {
	case run.Done:
		return t.Good.Render(sign)
	case run.Stale, run.Waiting:
		return t.Warn.Render(sign)
	default:
		return t.Dim.Render(sign)
	}
}

// stateWords says a step's state, and until when it waits.
func (d drawing) stateWords(s *run.StepView) string {
	word := d.m.t.State(string(s.State))
	if s.State == run.Open && s.Step.ID != d.View().Current {
		word = ""
	}
	if s.Due != nil {
		word += " " + fmt.Sprintf(d.m.t.Desk.Until, d.m.day(*s.Due))
	}
	if s.Round > 1 {
		word += " " + fmt.Sprintf(d.m.t.Wizard.Round, s.Round)
	}
	return strings.TrimSpace(word)
}

func (o *outlineOver) keys(m *model) []hint {
	return []hint{{"enter", m.t.Help.Jump}, {"up/down", m.t.Help.Move}, {"esc", m.t.Help.Close}}
}
