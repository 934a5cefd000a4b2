package desk

import (
	tea "charm.land/bubbletea/v2"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/ui/field"
	"lotse/ui/walk"
)

// asking is a form of one row, whose text answers the dialogue.
func (p *page) asking(f *form, label string, w field.Widget, lines int, answer func(text string) walk.Turn) overlay {
	f.submit = func(_ *model, f *form) tea.Cmd { return p.submitted(f, answer(f.text(0))) }
	return f.add(label, w, lines)
}

// newAccept asks why a problem is accepted.
func newAccept(p *page, pv run.ProblemView) overlay {
	o, step := &p.m.t.Overlay, p.At().Step
	f := &form{heading: o.AcceptTitle, intro: []string{p.tell(pv.Message)}}
	return p.asking(f, o.AcceptWhy, p.m.kit.Line("", ""), 1, func(why string) walk.Turn { return p.Accept(step, pv.ID, why) })
}

// newSkip asks why a step is left undone.
func newSkip(p *page) overlay {
	o := &p.m.t.Overlay
	return p.asking(&form{heading: o.SkipTitle, intro: []string{o.SkipHint}}, o.SkipWhy, p.m.kit.Line("", ""), 1, p.Skip)
}

// newNote takes a remark on the step.
func newNote(p *page) overlay {
	o := &p.m.t.Overlay
	return p.asking(&form{heading: o.NoteTitle}, o.NoteText, p.m.kit.Area("", ""), 4, p.Note)
}

// newEvidence asks a task for its proof: a sentence or a file.
func newEvidence(p *page, q walk.Proof) overlay {
	iv, o := p.ItemAt(q.At), &p.m.t.Overlay
	f, proved := &form{heading: p.m.label(iv)}, func(proof string) walk.Turn { return p.Proved(q.At, proof) }
	if q.Kind == flows.FileEvidence {
		return p.asking(f, o.ProofFile, p.m.kit.Line("", p.m.t.Field.FileHint), 1, proved)
	}
	return p.asking(f, o.ProofSentence, p.m.kit.Line(iv.Note, ""), 1, proved)
}
