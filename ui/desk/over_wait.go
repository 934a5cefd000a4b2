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
	intro = append(intro, face.Tries(m.t, m.now(), iv.Wait)...)
	f := room.NewForm(roomDesk{p.m}, fmt.Sprintf(o.WaitTitle, who), intro...)
	at := p.At().Whole()
	options := waitOptions(p, at)
	f.AddChoice("", m.kit.Options(options, "later"), len(options))
	f.Direct = func(f *room.Form) bool { return f.At == 0 && f.Text(0) != "later" && f.Text(0) != "answered" }
	f.AddKept(at.InForm(walk.WaitForm, "until"), o.WaitDate, dateOf(lookAgain(iv)), m.kit.Date, 1)
	f.AddKept(at.InForm(walk.WaitForm, "why"), o.WaitWhy, "", m.line, 1)
	f.Submit = func(f *room.Form) tea.Cmd {
		why := strings.TrimSpace(f.Text(2))
		step, goes := strings.CutPrefix(f.Text(0), meanwhile)
		switch {
		case goes:
			m.closeOver()
			return p.leaveFor(step)
		case f.Text(0) == "tried":
			return f.Answered(p.Tried(at))
		case f.Text(0) == "answered":
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

// meanwhile begins the option of a step that can be done while a wait lasts, and
// mostMeanwhile is how many are offered.
const (
	meanwhile     = "go:"
	mostMeanwhile = 3
)

// waitOptions are what can be done at a wait: to look again later, to take the
// answer, to go on with the ladder, and to do another step meanwhile.
func waitOptions(p *page, at flows.Address) []flows.Option {
	m, o := p.m, &p.m.t.Overlay
	options := []flows.Option{{Value: "later", Label: o.WaitLook}, {Value: "answered", Label: o.WaitAnswered}}
	if next := p.NextTry(at); next != nil {
		options = append(options, flows.Option{Value: "tried", Label: p.dialogueText(flows.Msg("wait.tried", "at", face.Moment(m.t, m.now(), next.At)))})
	}
	for i, sv := range p.MeanwhileSteps(at.Step) {
		if i == mostMeanwhile {
			break
		}
		options = append(options, flows.Option{Value: meanwhile + sv.Step.ID, Label: p.dialogueText(flows.Msg("wait.meanwhile", "step", flows.CleanLine(sv.Step.Title)))})
	}
	return options
}

// lookAgain is the day that is offered: the one that was set, else the one that
// comes from an answer.
func lookAgain(iv *run.ItemView) *time.Time {
	if iv.Until == nil && iv.Wait != nil {
		return iv.Wait.Proposed
	}
	return iv.Until
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
