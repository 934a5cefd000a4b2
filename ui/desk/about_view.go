package desk

import (
	"fmt"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/ui/glyph"
	"lotse/ui/theme"
)

// withAbout adds what is said of the chosen run: below, or in a pane.
func (m *model) withAbout(body []string, height, about, pane int) []string {
	h := m.list.row(m.list.at)
	if h == nil || about == 0 && pane == 0 {
		return body
	}
	t := m.th
	if pane == 0 {
		for len(body) < height-about {
			body = append(body, "")
		}
		body = append(body[:height-about], "")
		for _, l := range m.about(h, m.w-4, about-1) {
			body = append(body, "  "+l)
		}
		return body
	}
	side := m.pane(h, pane-4, height)
	out := make([]string, height)
	for i := range out {
		out[i] = t.Pad(at(body, i), m.w-pane) + " " + t.Rule.Render(t.Column) + "  " + t.Fit(at(side, i), pane-4)
	}
	return out
}

// about says in n lines where a run stands and what to say next.
func (m *model) about(h *run.Header, w, n int) []string {
	if m.stranger(h) {
		return []string{m.th.Faint.Render(m.t.Wizard.Hidden)}
	}
	b := m.briefOf(h)
	where, why := m.stands(h, b)
	lines := theme.Wrap(joined(m.th.Dot, where, why), w)
	if say := b.next(); say != "" {
		next := m.t.Brief.Next + ": " + fmt.Sprintf(m.t.Brief.Quote, say)
		for _, l := range theme.Wrap(next, w) {
			lines = append(lines, m.th.Dim.Render(l))
		}
	} else if h.Current == "" {
		lines = append(lines, m.th.Dim.Render(m.t.Desk.Changed+" "+m.moment(h.Changed)))
	}
	return m.cut(lines, w, n)
}

// cut takes at most n lines; where more were there the last one says so.
func (pn *pen) cut(lines []string, w, n int) []string {
	if len(lines) <= n {
		return lines
	}
	lines = lines[:n]
	lines[n-1] = ansi.Truncate(lines[n-1], w-2, "") + " " + pn.th.Dots
	return lines
}

// pane says all there is to know of a run without opening it: where it stands,
// what to say next, what happened last.
func (m *model) pane(h *run.Header, w, height int) []string {
	t := m.th
	if m.stranger(h) {
		return []string{t.Bold.Render(m.customer(h)), t.Faint.Render(m.t.Wizard.Hidden)}
	}
	b := m.briefOf(h)
	where, why := m.stands(h, b)
	lines := []string{t.Bold.Render(t.Fit(m.customer(h), w)), t.Dim.Render(t.Fit(joined(t.Dot, m.t.Mode(string(h.Mode)), flows.CleanLine(h.Title)), w)), "", m.steps(b, w)}
	lines = append(lines, theme.Wrap(where, w)...)
	if why != "" {
		for _, l := range theme.Wrap(why, w) {
			lines = append(lines, t.Warn.Render(l))
		}
	}
	if say := b.next(); say != "" {
		lines = append(lines, "", t.Dim.Render(m.t.Brief.Next))
		for _, l := range theme.Wrap(fmt.Sprintf(m.t.Brief.Quote, say), w) {
			lines = append(lines, t.Bold.Render(l))
		}
	}
	foot := m.paneFoot(h, w)
	if b != nil {
		if last := m.happeningLines(m.happenings(b.view, b.recent, 6), w, height-len(lines)-len(foot)-2); last != nil {
			lines = append(append(lines, ""), last...)
		}
	}
	return append(append(lines, ""), foot...)
}

// paneFoot is when the run was started and changed, and its id.
func (m *model) paneFoot(h *run.Header, w int) []string {
	var lines []string
	times := fmt.Sprintf(m.t.Brief.Started, m.day(h.Started)) + m.th.Dot + m.t.Desk.Changed + " " + m.moment(h.Changed)
	for _, l := range theme.Wrap(times, w) {
		lines = append(lines, m.th.Faint.Render(l))
	}
	return append(lines, m.th.Faint.Render(m.th.Fit(h.ID, w)))
}

// steps are the signs of a run's steps; a free line until it is read.
func (m *model) steps(b *brief, w int) string {
	if b == nil {
		return ""
	}
	t := m.th
	var signs []string
	for i := range b.view.Steps {
		switch s := &b.view.Steps[i]; {
		case s.State == run.NotNeeded:
		case s.Step.ID == b.view.Current:
			signs = append(signs, t.Accent.Render(glyph.Here.Of(t.ASCII)))
		default:
			signs = append(signs, m.stepSignOf(s))
		}
	}
	if line := strings.Join(signs, ""); theme.Width(line) <= w {
		return line
	}
	return ""
}
