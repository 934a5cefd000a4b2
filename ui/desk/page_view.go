package desk

import (
	"fmt"
	"slices"
	"strings"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/ui/face"
	"lotse/ui/theme"
	"lotse/ui/zone"
)

// The widths of the columns: outline and help stand beside the page where there
// is room, and the page is never so wide that its lines are hard to read.
const (
	outlineWidth = 28
	pageWidth    = 84
	wideFrom     = 120
	threeFrom    = 160
)

// drawing draws a page and what is beside it.
type drawing struct{ *page }

// columns are the widths of outline, page and help; 0 for one that is not
// shown.
func (pn *pen) columns() (outline, page, help int) {
	switch {
	case pn.w >= threeFrom:
		return outlineWidth, pageWidth, pn.w - outlineWidth - pageWidth - 6
	case pn.w >= wideFrom:
		return outlineWidth, min(pageWidth, pn.w-outlineWidth-3), 0
	default:
		return 0, min(pn.w, pageWidth), 0
	}
}

// frame is the wizard:
//
//	Lotse  customer · procedure                    saved · 6/11
//	✓✓✓●○○  step 4 of 11
//	───────────────────────────────────────────────────────────
//	outline │ page                                    │ help
//	status
//	───────────────────────────────────────────────────────────
//	enter next  ...
func (d drawing) frame() []string {
	m := d.m
	height := m.bodyHeight()
	outline, width, help := m.columns()
	body, more := d.pageBody(width, height)
	if m.over != nil {
		more = beyond{} // the page is not what the keys scroll
	}
	body = d.beside(body, outline, width, help, height)
	if m.over != nil {
		body = m.overBody(m.over, body, height-m.statusRoom())
	}
	lines := []string{d.runHeader(), d.progress()}
	if !m.low() {
		lines = append(lines, m.th.HLine(m.w))
	}
	status := m.statusLines()
	lines = append(append(lines, body[:height-m.statusRoom()]...), status...)
	if m.low() {
		return append(lines, m.helpLine(m.moreSigns(more)))
	}
	return append(lines, d.moreRule(more), m.helpLine(""))
}

// moreRule is the lower rule; it says where the page continues.
func (d drawing) moreRule(where beyond) string {
	m := d.m
	if where == (beyond{}) {
		return m.th.HLine(m.w)
	}
	more := m.moreWords(where) + "  pgup/pgdn"
	return m.th.HLine(m.w-theme.Width(more)-2) + " " + m.th.Dim.Render(more) + " "
}

// beside puts the columns beside each other.
func (d drawing) beside(body []string, outline, width, help, height int) []string {
	for len(body) < height {
		body = append(body, "")
	}
	body = body[:height]
	if outline == 0 {
		return body
	}
	t := d.m.th
	left := d.outlineColumn(outline, height)
	var right []string
	if help > 0 {
		right = d.helpColumn(help, height)
	}
	out := make([]string, height)
	for i := range out {
		out[i] = t.Pad(at(left, i), outline) + zone.None.Mark(0) + " " + t.Rule.Render(t.Column) + " " + t.Pad(body[i], width)
		if help > 0 {
			out[i] += zone.None.Mark(0) + " " + t.Rule.Render(t.Column) + " " + t.Fit(at(right, i), help)
		}
	}
	return out
}

func at(lines []string, i int) string {
	if i < len(lines) {
		return lines[i]
	}
	return ""
}

// outlineColumn lists the steps; a long title continues on the next line if
// the window is high enough for all titles.
func (d drawing) outlineColumn(w, h int) []string {
	lines, from, to := d.outlineLines(w, true)
	if len(lines) > h {
		lines, from, to = d.outlineLines(w, false)
	}
	shown, top := window(lines, 0, h, from, to, true)
	if d.turned != 0 {
		at := max(min(top+d.turned, len(lines)-len(shown)), 0)
		shown, d.turned = lines[at:at+len(shown)], at-top
		top = at
	}
	return d.m.pointOn(shown, beyond{top > 0, top+len(shown) < len(lines)}, w)
}

// pointOn puts a sign at the end of the first and the last line, where there is more
// above and below.
func (pn *pen) pointOn(lines []string, b beyond, w int) []string {
	lines = slices.Clone(lines)
	sign := func(i int, sign string) {
		lines[i] = pn.th.Ends(pn.th.Fit(lines[i], w-2), pn.th.Faint.Render(sign), w)
	}
	if b.above {
		sign(0, pn.th.Up)
	}
	if b.below {
		sign(len(lines)-1, pn.th.Down)
	}
	return lines
}

func (d drawing) outlineLines(w int, whole bool) (lines []string, from, to int) {
	t := d.m.th
	for i := range d.View().Steps {
		s := &d.View().Steps[i]
		if s.State == run.NotNeeded || d.m.share && s.Step.Internal {
			continue
		}
		here, first := s.Step.ID == d.At().Step, len(lines)
		if here {
			from = first
		}
		head := d.stepHead(s)
		if whole {
			lines = append(lines, theme.Hang(head, d.stepTitleOf(s, here), w)...)
		} else {
			lines = append(lines, t.Fit(head+d.stepTitleOf(s, here), w))
		}
		if s.State == run.Waiting || s.State == run.Stale || s.State == run.Skipped || s.Warned > 0 || s.Due != nil {
			indent := strings.Repeat(" ", theme.Width(head))
			lines = append(lines, theme.Hang(indent, t.Warn.Render(d.stateWords(s)), w)...)
		}
		if here {
			to = len(lines) - 1
		}
		zone.Step.Over(i, lines[first:])
	}
	if n := d.View().Progress.NotNeeded; n > 0 {
		lines = append(lines, t.Faint.Render(t.Fit("     "+fmt.Sprintf(d.m.t.Wizard.NotNeeded, n), w)))
	}
	return lines, from, to
}

// helpColumn shows what is folded on the page and, at its foot, the newest
// events.
func (d drawing) helpColumn(w, h int) []string {
	foot := d.m.eventLines(d.recent(), w, max(h/3, 8))
	room := h - len(foot) - 1
	lines := d.pageHelp(w)
	if len(lines) > room {
		lines = append(lines[:max(room-1, 0)], d.m.th.Faint.Render(d.m.t.Wizard.Folded))
	}
	for len(lines) < h-len(foot) {
		lines = append(lines, "")
	}
	return append(lines, foot...)
}

// pageBody is the step: its title, which stays, and its items, which scroll.
func (d drawing) pageBody(w, h int) (body []string, more beyond) {
	sv := d.Step()
	if sv == nil {
		return d.lastPage(w, h)
	}
	if d.IsHidden(sv) {
		return append([]string{d.m.th.Title.Render(d.m.t.Wizard.InternalStep), ""}, theme.Hang("  ", d.m.t.Wizard.Veiled, w)...), more
	}
	if d.phone.on {
		return d.phoneBody(sv, w, h), more
	}
	body, out := d.pagePart(sv, w)
	d.top = out.top
	return append(body, out.lines...), out.beyond
}

// pagePart is the head of a step's page, which stays, and the part of its
// items that is in view.
func (d drawing) pagePart(sv *run.StepView, w int) (head []string, out part) {
	s := d.layout(sv, w, d.m.bodyHeight())
	rows := s.room() - d.m.newsHeight()
	out = s.part(&d.viewport, max(rows, 0))
	if low := s.room() - d.m.statusRoom(); low < rows && d.follow && s.last-out.top >= out.rows-(rows-low) {
		out = s.part(&d.viewport, max(low, 0)) // a status of two lines must not hide the focus
	}
	return s.title, out
}

// stepTitle is the title, and who acts and how long it takes: on one line where
// there is room for both.
func (pn *pen) stepTitle(sv *run.StepView, learned *run.Experience, w int) []string {
	t := pn.th
	times := face.StepTime(pn.t, learned, sv)
	right := pn.stepFacts(sv, times)
	if theme.Width(right) > w && len(times) > 1 {
		right = pn.stepFacts(sv, times[1:])
	}
	return endsBelow(t, t.Title.Render(flows.CleanLine(sv.Step.Title)), t.Dim.Render(right), w)
}

// stepFacts are what there is to know of a step beside its title.
func (pn *pen) stepFacts(sv *run.StepView, times []string) string {
	var facts []string
	if sv.State != run.Open {
		facts = append(facts, pn.stepSignOf(sv)+" "+pn.t.State(string(sv.State)))
	}
	if sv.Round > 1 {
		facts = append(facts, fmt.Sprintf(pn.t.Wizard.Round, sv.Round))
	}
	if word := pn.actor(sv.Step.Actor); word != "" {
		facts = append(facts, word)
	}
	facts = append(facts, times...)
	if sv.Step.Internal {
		facts = append(facts, pn.t.Wizard.Internal)
	}
	return strings.Join(facts, pn.th.Dot)
}

// endsBelow sets left and right to the two ends of a line; left is wrapped where
// it is too long for that, and right stands behind or below it.
func endsBelow(t *theme.Theme, left, right string, w int) []string {
	if theme.Width(left)+1+theme.Width(right) <= w {
		return []string{t.Ends(left, right, w)}
	}
	lines := theme.Wrap(left, w)
	if len(lines) == 0 {
		return nil
	}
	if last := len(lines) - 1; theme.Width(lines[last])+1+theme.Width(right) <= w {
		lines[last] = t.Ends(lines[last], right, w)
		return lines
	}
	if theme.Width(right) == 0 {
		return lines
	}
	return append(lines, t.Ends("", right, w))
}

func (pn *pen) actor(a flows.Actor) string {
	switch a {
	case flows.Consultant:
		return pn.t.Wizard.Consultant
	case flows.Customer:
		return pn.t.Wizard.Customer
	case flows.Vendor:
		return pn.t.Wizard.Vendor
	default:
		return ""
	}
}
