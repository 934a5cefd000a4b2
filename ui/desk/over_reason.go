package desk

import (
	tea "charm.land/bubbletea/v2"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/ui/desk/room"
	"lotse/ui/field"
	"lotse/ui/walk"
)

// questionForm is a form of one row, whose text answers the dialogue.
func questionForm(f *room.Form, label string, w field.Widget, lines int, answer func(text string) walk.Turn) room.Overlay {
	f.Submit = func(f *room.Form) tea.Cmd { return f.Answered(answer(f.Text(0))) }
	return f.Add(label, w, lines)
}

// newAccept asks why a problem is accepted.
func newAccept(p *page, pv run.ProblemView) room.Overlay {
	o, step := &p.m.t.Overlay, p.At().Step
	f := room.NewForm(roomDesk{p.m}, o.AcceptTitle, p.runText(pv.Message))
	return questionForm(f, o.AcceptWhy, p.m.kit.Line("", ""), 1, func(why string) walk.Turn { return p.Accept(step, pv.ID, why) })
}

// newSkip asks why a step is skipped, and says what stays blocked by that.
func newSkip(p *page) room.Overlay {
	o := &p.m.t.Overlay
	intro := []string{o.SkipHint}
	for _, m := range p.BlockedBySkip() {
		intro = append(intro, p.dialogueText(m))
	}
	return questionForm(room.NewForm(roomDesk{p.m}, o.SkipTitle, intro...), o.SkipWhy, p.m.kit.Line("", ""), 1, p.Skip)
}

// newNote asks for a remark on the step.
func newNote(p *page) room.Overlay {
	o := &p.m.t.Overlay
	return questionForm(room.NewForm(roomDesk{p.m}, o.NoteTitle), o.NoteText, p.m.kit.Area("", ""), 4, p.Note)
}

// newEvidence asks for the evidence of a task: a sentence or a file.
func newEvidence(p *page, q walk.Proof) room.Overlay {
	iv, o := p.ItemAt(q.At), &p.m.t.Overlay
	f, proved := room.NewForm(roomDesk{p.m}, p.m.label(iv)), func(proof string) walk.Turn { return p.Proved(q.At, proof) }
	if q.Kind == flows.FileEvidence {
		return questionForm(f, o.ProofFile, p.m.kit.Line("", p.m.t.Field.FileHint), 1, proved)
	}
	return questionForm(f, o.ProofSentence, p.m.kit.Line(iv.Note, ""), 1, proved)
}
