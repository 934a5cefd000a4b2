// Package outline is the overlay that lists a run's steps: typing filters the
// list, enter goes to a step.
package outline

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/ui/desk/room"
	"lotse/ui/field"
	"lotse/ui/theme"
	"lotse/ui/zone"
)

// Page is what the outline needs of the page below it: it draws a step in a
// line, says its state, leaves its step for another one, and says that there is a newer
// version of the procedure, where there is.
type Page struct {
	Line  func(s *run.StepView, here bool) string
	State func(s *run.StepView) string
	Go    func(step string) tea.Cmd
	Newer func() flows.Message
}

// Over lists the steps.
type Over struct {
	d        room.Desk
	page     Page
	input    field.Widget
	at       int
	maxLines int // lines that it had at most
}

// New is the outline of the run that is shown.
func New(d room.Desk, p Page) *Over {
	o := &Over{d: d, page: p, input: d.Kit().Line("", "")}
	o.input.Focus()
	for i, s := range o.steps() {
		if s.Step.ID == d.Walk().At().Step {
			o.at = i
		}
	}
	return o
}

// steps are the steps that pass the filter.
func (o *Over) steps() []*run.StepView {
	words := strings.ToLower(field.Format(o.input.Value()))
	var out []*run.StepView
	for i := range o.d.Walk().View().Steps {
		s := &o.d.Walk().View().Steps[i]
		if s.State == run.NotNeeded || o.d.Shared() && s.Step.Internal {
			continue
		}
		if strings.Contains(strings.ToLower(s.Step.Title+" "+s.Step.ID), words) {
			out = append(out, s)
		}
	}
	return out
}

// Title names where the procedure was taken from, too, unless it came with Lotse.
func (o *Over) Title() string {
	title := o.d.Words().Overlay.OutlineTitle
	if from := o.d.Walk().View().Provenance.Message(); !from.IsZero() {
		title += o.d.Theme().Dot + o.d.DialogueText(from)
	}
	return title
}

func (o *Over) Key(msg tea.KeyPressMsg) tea.Cmd {
	steps := o.steps()
	switch msg.String() {
	case "up", "shift+tab":
		o.move(-1)
	case "down", "tab":
		o.move(1)
	case "enter":
		if o.at >= len(steps) {
			return nil
		}
		id := steps[o.at].Step.ID
		o.d.Close()
		return o.page.Go(id)
	case "ctrl+o":
		o.d.Close()
	default:
		o.input.Key(msg)
		o.at = min(o.at, max(len(o.steps())-1, 0))
	}
	return nil
}

func (o *Over) move(by int) { o.at = min(max(o.at+by, 0), max(len(o.steps())-1, 0)) }

// Wheeled implements room.Wheeler: it moves the pointer.
func (o *Over) Wheeled(by int) { o.move(by / 3) }

// Pointed implements room.Pointed: it goes to a step.
func (o *Over) Pointed(at zone.At) tea.Cmd {
	n, ok := at(zone.Entry)
	if !ok {
		return nil
	}
	o.at = n
	return o.Key(tea.KeyPressMsg{Code: tea.KeyEnter})
}

func (o *Over) Paste(s string) tea.Cmd {
	if say := o.input.Paste(s); say != "" {
		o.d.Warn(say)
	}
	return nil
}

func (o *Over) Lines(w, _ int) (lines []string, at int) {
	t := o.d.Theme()
	head := t.Dim.Render(o.d.Words().Overlay.OutlineFilter) + "  "
	o.input.SetSize(max(w-theme.Width(head), 8), 1)
	lines = []string{head + o.input.Lines()[0], ""}
	steps := o.steps()
	if len(steps) == 0 {
		lines = append(lines, t.Warn.Render(o.d.Words().Overlay.OutlineNone))
	}
	for i, s := range steps {
		point := "  "
		if i == o.at {
			point, at = t.Accent.Render(t.Arrow)+" ", len(lines)
		}
		lines = append(lines, zone.Entry.Mark(i)+t.Ends(point+o.page.Line(s, i == o.at), t.Dim.Render(o.page.State(s)), w))
	}
	if n := o.d.Walk().View().Progress.NotNeeded; n > 0 {
		lines = append(lines, t.Faint.Render("  "+fmt.Sprintf(o.d.Words().Wizard.NotNeeded, n)))
	}
	if newer := o.page.Newer(); !newer.IsZero() {
		lines = append(append(lines, ""), theme.Wrap(t.Accent.Render(o.d.DialogueText(newer)), w)...)
	}
	o.maxLines = max(o.maxLines, len(lines)+1)
	for len(lines) < o.maxLines {
		lines = append(lines, "") // the frame stays as high as it was, whatever is typed
	}
	return lines, at
}

func (o *Over) Keys() []room.Hint {
	return []room.Hint{{"enter", o.d.Words().Help.Jump}, {"up/down", o.d.Words().Help.Move}, {"esc", o.d.Words().Help.Close}}
}
