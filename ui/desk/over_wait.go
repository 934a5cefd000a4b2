package desk

import (
	"fmt"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/ui/glyph"
	"lotse/ui/walk"
)

// capital begins a sentence.
func capital(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 {
		return s
	}
	return string(unicode.ToUpper(r)) + s[n:]
}

// newWait asks whether somebody has answered, or when to look again.
func newWait(p *page, iv *run.ItemView) overlay {
	m, w, o := p.m, iv.Item.Wait, &p.m.t.Overlay
	usual := o.WaitNoUsual
	if w.Usual != "" {
		usual = fmt.Sprintf(o.WaitUsual, w.Usual)
	}
	who := flows.CleanLine(w.For)
	intro := []string{capital(who+" "+w.Reason) + ".\n\n" + usual}
	if w.Try != "" {
		intro = append(intro, w.Try)
	}
	f := &form{heading: fmt.Sprintf(o.WaitTitle, who), intro: intro}
	at := p.At().Whole()
	f.addChoice("", m.kit.Options([]flows.Option{{Value: "later", Label: o.WaitLook}, {Value: "answered", Label: o.WaitAnswered}}, "later"), 2)
	f.add(o.WaitDate, m.kit.Date(dateOf(iv.Until)), 1)
	f.add(o.WaitWhy, m.kit.Line("", ""), 1)
	f.submit = func(m *model, f *form) tea.Cmd {
		why := strings.TrimSpace(f.text(2))
		if f.text(0) == "answered" {
			return p.submitted(f, p.Answered(at, why))
		}
		day, ok := flows.ParseDate(f.text(1), m.now())
		if !ok {
			return f.fail(1, m.t.Field.DateUnknown)
		}
		f.at = 1
		return p.submitted(f, p.WaitUntil(at, day, why))
	}
	return f
}

func dateOf(t *time.Time) string {
	if t == nil {
		return ""
	}
	return t.Format(time.DateOnly)
}

// newGate is the point of no return: what cannot be undone, what has to hold,
// the word to type, who decided.
func newGate(p *page, iv *run.ItemView) overlay {
	m, g, o := p.m, iv.Item.Gate, &p.m.t.Overlay
	f := &form{heading: o.GateTitle + ": " + m.label(iv), grave: true}
	if g.Warning != "" {
		f.intro = append(f.intro, g.Warning)
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
		f.intro = append(f.intro, strings.Join(needs, "\n\n"))
	}
	at := p.At().Whole()
	f.add(fmt.Sprintf(o.GateWord, g.Word), m.kit.Line("", ""), 1)
	f.add(o.GateBy, m.kit.Line("", ""), 1)
	f.add(o.GateWhy, m.kit.Line("", ""), 1)
	f.submit = func(_ *model, f *form) tea.Cmd {
		pass := run.PassGate{At: at, Word: strings.TrimSpace(f.text(0)), By: strings.TrimSpace(f.text(1)), Why: strings.TrimSpace(f.text(2))}
		return p.submitted(f, p.Propose(walk.Next, pass))
	}
	return f
}
