package desk

import (
	"fmt"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/ui/desk/room"
	"lotse/ui/face"
	"lotse/ui/glyph"
	"lotse/ui/walk"
)

// newWait asks whether somebody has answered, or when to look again.
func newWait(p *page, iv *run.ItemView) room.Overlay {
	m, w, o := p.m, iv.Item.Wait, &p.m.t.Overlay
	usual := o.WaitNoUsual
	if w.Usual != "" {
		usual = fmt.Sprintf(o.WaitUsual, w.Usual)
	}
	who := flows.CleanLine(w.For)
	intro := []string{face.Capital(who+" "+w.Reason) + ".\n\n" + usual}
	if w.Try != "" {
		intro = append(intro, w.Try)
	}
	f := room.NewForm(roomDesk{p.m}, fmt.Sprintf(o.WaitTitle, who), intro...)
	at := p.At().Whole()
	f.AddChoice("", m.kit.Options([]flows.Option{{Value: "later", Label: o.WaitLook}, {Value: "answered", Label: o.WaitAnswered}}, "later"), 2)
	f.AddKept(at.InForm(walk.WaitForm, "until"), o.WaitDate, dateOf(iv.Until), m.kit.Date, 1)
	f.AddKept(at.InForm(walk.WaitForm, "why"), o.WaitWhy, "", m.line, 1)
	f.Submit = func(f *room.Form) tea.Cmd {
		why := strings.TrimSpace(f.Text(2))
		if f.Text(0) == "answered" {
			return f.Answered(p.WaitAnswered(at, why))
		}
		day, ok := flows.ParseDate(f.Text(1), m.now())
		if !ok {
			return f.Fail(1, m.t.Field.DateUnknown)
		}
		f.At = 1
		return f.Answered(p.WaitUntil(at, day, why))
	}
	return f
}

func dateOf(t *time.Time) string {
	if t == nil {
		return ""
	}
	return t.Format(time.DateOnly)
}

// newGate shows the point of no return: what cannot be undone, what must hold,
// the word to type, and who decided. The word is typed anew each time.
func newGate(p *page, iv *run.ItemView) room.Overlay {
	m, g, o := p.m, iv.Item.Gate, &p.m.t.Overlay
	f := room.NewForm(roomDesk{p.m}, o.GateTitle+": "+m.label(iv))
	f.Irreversible = true
	if g.Warning != "" {
		f.Intro = append(f.Intro, g.Warning)
	}
	var needs []string
	for i, r := range g.Requires {
		sign, word := glyph.Step(run.Open), o.GateUnmet
		if iv.Met[i] {
			sign, word = glyph.Step(run.Done), o.GateMet
		}
		needs = append(needs, sign.Of(m.th.ASCII)+" "+r.Text+" ("+word+")")
	}
	if len(needs) > 0 {
		f.Intro = append(f.Intro, strings.Join(needs, "\n\n"))
	}
	at := p.At().Whole()
	f.Add(fmt.Sprintf(o.GateWord, g.Word), m.kit.Line("", ""), 1)
	f.AddKept(at.InForm(walk.GateForm, "by"), o.GateBy, "", m.line, 1)
	f.AddKept(at.InForm(walk.GateForm, "why"), o.GateWhy, "", m.line, 1)
	f.Submit = func(f *room.Form) tea.Cmd {
		pass := run.PassGate{At: at, Word: strings.TrimSpace(f.Text(0)), By: strings.TrimSpace(f.Text(1)), Why: strings.TrimSpace(f.Text(2))}
		return f.Answered(p.Propose(walk.Next, pass))
	}
	return f
}
