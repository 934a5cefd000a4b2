package desk

import (
	"fmt"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/flows/words"
	"lotse/ui/face"
	"lotse/ui/glyph"
	"lotse/ui/theme"
)

// withAbout adds details of the chosen run, below the list or in a pane beside
// it.
func (l *list) withAbout(body []string, height, about, pane int) []string {
	h := l.row(l.at)
	if h == nil || about == 0 && pane == 0 {
		return body
	}
	t := l.m.th
	if pane == 0 {
		for len(body) < height-about {
			body = append(body, "")
		}
		body = append(body[:height-about], "")
		for _, line := range l.about(h, l.m.w-4, about-1) {
			body = append(body, "  "+line)
		}
		return body
	}
	side := l.pane(h, pane-4, height)
	out := make([]string, height)
	for i := range out {
		out[i] = t.Pad(at(body, i), l.m.w-pane) + " " + t.Rule.Render(t.Column) + "  " + t.Fit(at(side, i), pane-4)
	}
	return out
}

// about says in n lines what state a run is in and what to say next.
func (l *list) about(h *run.Header, w, n int) []string {
	if l.isHidden(h) {
		return []string{l.m.th.Faint.Render(l.m.t.Wizard.Hidden)}
	}
	b := l.detailsOf(h)
	lines := l.brief(h, b, w)
	if h.Current == "" {
		lines = append(lines, l.m.th.Dim.Render(l.m.t.Desk.Changed+" "+l.m.dayAndTime(h.Changed)))
	}
	return l.m.cut(lines, w, n)
}

// brief is the brief of a run; until the run is read, what its header says. Others
// who look on see no more than what the page of the run shows.
func (l *list) brief(h *run.Header, b *runDetails, w int) []string {
	if b == nil {
		return theme.Wrap(l.summary(h), w)
	}
	var lines []string
	left := face.TimeLeft(l.m.t, b.left)
	for i, text := range face.Brief(l.m.cfg.Lang, h.Lang, b.brief) {
		ink := theme.Ink{}
		switch code := b.brief[i].Code; {
		case l.m.share && !face.SaidByPage(code):
			continue
		case code == briefSays:
			ink = l.m.th.Bold
		case !face.SaidByPage(code):
			ink = l.m.th.Warn
		case left != "": // it is said once, of where the run stands
			text, left = text+l.m.th.Dot+left, ""
		}
		for _, line := range theme.Wrap(text, w) {
			lines = append(lines, ink.Render(line))
		}
	}
	if newer := l.m.newer(b.newer); !newer.IsZero() {
		for _, line := range theme.Wrap(words.Say(l.m.cfg.Lang, flows.Msg("move.newer", "to", b.newer.Version)), w) {
			lines = append(lines, l.m.th.Accent.Render(line))
		}
	}
	return lines
}

// briefSays is the line of a brief that holds what to say next.
const briefSays = "brief.say"

// cut takes at most n lines; if there were more, the last line says so.
func (pn *pen) cut(lines []string, w, n int) []string {
	if len(lines) <= n {
		return lines
	}
	lines = lines[:n]
	lines[n-1] = ansi.Truncate(lines[n-1], w-2, "") + " " + pn.th.Dots
	return lines
}

// pane says what there is to know of a run without opening it: its state, what
// to say next, what happened last.
func (l *list) pane(h *run.Header, w, height int) []string {
	t := l.m.th
	if l.isHidden(h) {
		return []string{t.Bold.Render(l.customer(h)), t.Faint.Render(l.m.t.Wizard.Hidden)}
	}
	b := l.detailsOf(h)
	lines := []string{t.Bold.Render(t.Fit(l.customer(h), w)), t.Dim.Render(t.Fit(joined(t.Dot, l.m.t.Mode(string(h.Mode)), flows.CleanLine(h.Title)), w))}
	if b != nil {
		if from := b.view.Provenance.Message(); !from.IsZero() {
			lines = append(lines, t.Dim.Render(t.Fit(words.Say(l.m.cfg.Lang, from), w)))
		}
	}
	lines = append(lines, "", l.steps(b, w))
	lines = append(lines, l.brief(h, b, w)...)
	foot := l.paneFoot(h, w)
	if b != nil {
		if last := l.m.eventLines(l.m.describeEvents(b.view, b.recent, 6), w, height-len(lines)-len(foot)-2); last != nil {
			lines = append(append(lines, ""), last...)
		}
	}
	return append(append(lines, ""), foot...)
}

// paneFoot says when the run was started and changed, and its id.
func (l *list) paneFoot(h *run.Header, w int) []string {
	var lines []string
	times := fmt.Sprintf(l.m.t.Brief.Started, l.m.day(h.Started)) + l.m.th.Dot + l.m.t.Desk.Changed + " " + l.m.dayAndTime(h.Changed)
	for _, line := range theme.Wrap(times, w) {
		lines = append(lines, l.m.th.Faint.Render(line))
	}
	return append(lines, l.m.th.Faint.Render(l.m.th.Fit(h.ID, w)))
}

// steps are the signs of a run's steps; an empty line until the run is read.
func (l *list) steps(b *runDetails, w int) string {
	if b == nil {
		return ""
	}
	t := l.m.th
	var signs []string
	for i := range b.view.Steps {
		switch s := &b.view.Steps[i]; {
		case s.State == run.NotNeeded:
		case s.Step.ID == b.view.Current:
			signs = append(signs, t.Accent.Render(glyph.Here.Of(t.ASCII)))
		default:
			signs = append(signs, l.m.stepSignOf(s))
		}
	}
	if line := strings.Join(signs, ""); theme.Width(line) <= w {
		return line
	}
	return ""
}
