package desk

import (
	"fmt"
	"strings"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/flows/words"
	"lotse/ui/face"
	"lotse/ui/glyph"
	"lotse/ui/theme"
	"lotse/ui/zone"
)

// mark is a task, check, draft, wait, gate or action: a sign, its label, and
// its status in words.
func (s *stepLayout) mark(iv *run.ItemView, live bool) []string {
	if r := s.atWork(iv); r != nil {
		return s.working(iv, r)
	}
	t := s.t
	sign, word, ink := s.markState(iv)
	label := s.m.label(iv)
	if iv.Item.Label == "" && iv.Item.Wait != nil {
		label = fmt.Sprintf(s.m.t.Wizard.WaitOpen, flows.CleanLine(iv.Item.Wait.For))
	}
	if live {
		label = t.Bold.Render(label)
	}
	right := ink.Render(word)
	if len(s.p.rehearsal.activeAt(iv)) > 0 {
		right = t.Warn.Render(words.Say(s.m.cfg.Lang, flows.Msg("fault.sign"))) + t.Dot + right
	}
	if live && iv.Item.Kind == flows.KindTask && !iv.Done {
		right += t.Faint.Render(t.Dot + s.m.t.Wizard.TickKey)
	}
	lines := s.marked("  "+zone.Sign.Mark(1)+ink.Render(sign)+zone.Sign.Mark(0)+" ", label, right)
	if note := flows.CleanLine(iv.Note); note != "" && iv.Item.Kind != flows.KindDraft {
		if iv.Item.Kind == flows.KindGate {
			note = s.m.t.Overlay.GateBy + " " + note
		}
		lines = append(lines, theme.Hang("    ", t.Dim.Render(note), s.w)...)
	}
	if found := (drawing{s.p}).checkFound(iv); found != "" {
		lines = append(lines, theme.Hang("    ", t.Dim.Render(found), s.w)...)
	}
	for _, try := range face.Tries(s.m.t, s.m.now(), iv.Wait) {
		for _, l := range t.Prose(try, s.w-4) {
			lines = append(lines, "    "+l)
		}
	}
	for _, f := range iv.Evidence {
		lines = append(lines, t.Fit("    "+t.Dim.Render(flows.CleanLine(f.Name)), s.w))
	}
	return lines
}

// marked puts the status to the right of the label, or below it if there is
// too little space.
func (s *stepLayout) marked(head, label, right string) []string {
	n := theme.Width(right)
	if n <= s.w*2/5 || theme.Width(head)+theme.Width(label)+2+n <= s.w {
		lines := theme.Hang(head, label, s.w-n-2)
		lines[0] = s.t.Ends(lines[0], right, s.w)
		return lines
	}
	lines := theme.Hang(head, label, s.w)
	return append(lines, theme.Hang(strings.Repeat(" ", theme.Width(head)), right, s.w)...)
}

// actionSign is the sign of an action that stands so.
func actionSign(how face.Status) glyph.Sign {
	switch how {
	case face.StatusDone:
		return glyph.Step(run.Done)
	case face.StatusWaiting:
		return glyph.Step(run.Waiting)
	}
	return glyph.Step(run.Blocked)
}

func (s *stepLayout) markState(iv *run.ItemView) (sign, word string, ink theme.Ink) {
	if iv.Item.Kind == flows.KindCheck {
		return s.m.checkState(iv)
	}
	how, word := face.StatusOf(s.m.t, s.m.now(), iv)
	is := glyph.Step(run.Open)
	switch iv.Item.Kind {
	case flows.KindTask:
		is = glyph.Box
		if how == face.StatusDone {
			is = glyph.Ticked
		}
	case flows.KindWait, flows.KindGate, flows.KindDraft:
		switch how {
		case face.StatusDone:
			is = glyph.Step(run.Done)
		case face.StatusWaiting:
			is = glyph.Step(run.Waiting)
		}
	default:
		is = actionSign(how)
	}
	return is.Of(s.t.ASCII), word, s.m.ink(how)
}
