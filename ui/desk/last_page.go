package desk

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"lotse/flows"
	"lotse/flows/document/report"
	"lotse/flows/run"
	"lotse/flows/words"
	"lotse/ui/face"
	"lotse/ui/theme"
)

// lastKeys are the keys of the page behind the last step. It is left on purpose:
// enter does what is chosen there.
func lastKeys(t *words.Strings, here func(string, func(*page) bool, ...binding) keyGroup, desk binding) keyGroup {
	p := &t.Papers
	return here(t.Help.OnLast, onLast,
		binding{key: "enter", does: p.Choose, act: onPageDo(func(p *page) tea.Cmd { return p.papers.Choose() })},
		binding{key: "up/down", also: "k j tab shift+tab", does: t.Help.Move, act: papersMove},
		binding{letter: "c", does: p.CopySummary, act: onPageDo(func(p *page) tea.Cmd { return p.papers.CopySummary() }), applies: whenPage(hasSummary)},
		binding{letter: "o", does: p.OpenWritten, act: onPageDo(func(p *page) tea.Cmd { return p.papers.OpenWritten() }), applies: whenPage(hasWritten), whyNot: words.Say(t.Lang, flows.Msg("papers.none_written"))},
		desk)
}

func hasSummary(p *page) bool { return p.papers.HasSummary() }

func hasWritten(p *page) bool { return p.papers.HasWritten() }

// papersMove moves the pointer by one.
func papersMove(m *model, k string) tea.Cmd {
	by := 1
	if k == "up" || k == "k" || k == "shift+tab" {
		by = -1
	}
	return m.page.movePaper(by)
}

// movePaper moves the pointer among what can go out, or says that it ends there.
func (p *page) movePaper(by int) tea.Cmd {
	p.followFocus(false)
	switch {
	case p.papers.Move(by):
	case by > 0:
		p.m.say(p.m.t.Typing.AtEnd)
	default:
		p.m.say(p.m.t.Typing.AtBegin)
	}
	return nil
}

// spacious is the height from which the last page has empty lines and headings.
const spacious = 16

// lastPage is shown when no step is left to continue with: what was achieved, what
// is open, what can go out, and the steps where there is room for them.
func (d drawing) lastPage(w, h int) ([]string, beyond) {
	t := d.m.th
	var apart []string
	if h >= spacious {
		apart = []string{""}
	}
	lines := d.achieved(w)
	if open := d.openLines(w, max(h/4, 1)); len(open) > 0 {
		if h >= spacious {
			lines = append(lines, "", t.Dim.Render(d.dialogueText(flows.Msg("report.open"))))
		}
		lines = append(lines, open...)
	}
	lines = append(append(lines, apart...), t.Dim.Render(d.m.t.Papers.Lead))
	out, at := d.papers.Lines(w)
	here := len(lines) + at
	lines = append(lines, out...)
	if beside, _, _ := d.m.columns(); beside == 0 {
		lines = append(lines, d.stepLines(w, h-len(lines)-2)...)
	}
	if hint := theme.Hang("  ", t.Dim.Render(d.m.t.Wizard.FinishedHint), w); len(lines)+1+len(hint) <= h {
		lines = append(append(lines, ""), hint...)
	}
	return d.inView(lines, here, at == 0, h)
}

// inView is the part of the last page that has room, with the line here in it; the
// first of what can be chosen is shown with all that stands above it, if that fits.
func (d drawing) inView(lines []string, here int, first bool, h int) ([]string, beyond) {
	if first && here < h && d.follow {
		d.top = 0
		return lines[:min(h, len(lines))], beyond{below: len(lines) > h}
	}
	shown, top := window(lines, d.top, h, here, here, d.follow)
	d.top = top
	return shown, beyond{top > 0, top+len(shown) < len(lines)}
}

// achieved says in one sentence what came of the run.
func (d drawing) achieved(w int) []string {
	t, v := d.m.th, d.View()
	ink := t.Bold
	switch {
	case v.Status != run.StatusDone:
	case v.Progress.Warnings != nil && *v.Progress.Warnings > 0:
		ink = t.Warn
	default:
		ink = t.Done
	}
	return theme.Wrap(ink.Render(d.dialogueText(report.Achieved(v))), w)
}

// openLines say what is open, at most most points of it.
func (d drawing) openLines(w, most int) []string {
	var lines []string
	for _, m := range face.Open(d.View(), d.m.share, d.m.now(), most) {
		lines = append(lines, theme.Hang("  "+d.m.th.Warn.Render("! "), d.dialogueText(m), w)...)
	}
	return lines
}

// stepLines are the steps, where there are lines for all of them.
func (d drawing) stepLines(w, room int) []string {
	t, v := d.m.th, d.View()
	lines := []string{""}
	for i := range v.Steps {
		if s := &v.Steps[i]; s.State != run.NotNeeded && !d.IsHidden(s) {
			lines = append(lines, t.Ends("  "+d.stepLine(s, false), t.Dim.Render(d.stateWords(s)), w))
		}
	}
	if n := v.Progress.NotNeeded; n > 0 {
		lines = append(lines, t.Faint.Render("    "+fmt.Sprintf(d.m.t.Wizard.NotNeeded, n)))
	}
	if len(lines) > room {
		return nil
	}
	return lines
}
