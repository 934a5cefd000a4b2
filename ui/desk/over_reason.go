package desk

import (
	tea "charm.land/bubbletea/v2"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/ui/desk/room"
	"lotse/ui/field"
	"lotse/ui/walk"
)

// question is the one row of a form, whose text answers the dialogue.
type question struct {
	at     flows.Address // where its text is kept
	label  string
	start  string
	widget func(text string) field.Widget
	lines  int
	answer func(text string) walk.Turn
}

func (q question) ask(f *room.Form) room.Overlay {
	f.Submit = func(f *room.Form) tea.Cmd { return f.Answered(q.answer(f.Text(0))) }
	return f.AddKept(q.at, q.label, q.start, q.widget, q.lines)
}

// line makes a text input.
func (m *model) line(text string) field.Widget { return m.kit.Line(text, "") }

// newAccept asks why a problem is accepted.
func newAccept(p *page, pv run.ProblemView) room.Overlay {
	o, step := &p.m.t.Overlay, p.At().Step
	return question{
		at: flows.AtStep(step).InForm(walk.AcceptForm, pv.ID), label: o.AcceptWhy, widget: p.m.line, lines: 1,
		answer: func(why string) walk.Turn { return p.Accept(step, pv.ID, why) },
	}.ask(room.NewForm(roomDesk{p.m}, o.AcceptTitle, p.runText(pv.Message)))
}

// newSkip asks why a step is skipped, and says what stays blocked by that.
func newSkip(p *page) room.Overlay {
	o := &p.m.t.Overlay
	intro := []string{o.SkipHint}
	for _, m := range p.BlockedBySkip() {
		intro = append(intro, p.dialogueText(m))
	}
	return question{
		at: flows.AtStep(p.At().Step).InForm(walk.SkipForm, "why"), label: o.SkipWhy, widget: p.m.line, lines: 1, answer: p.Skip,
	}.ask(room.NewForm(roomDesk{p.m}, o.SkipTitle, intro...))
}

// newNote asks for a remark on the step.
func newNote(p *page) room.Overlay {
	o := &p.m.t.Overlay
	return question{
		at: flows.AtStep(p.At().Step).InForm(walk.NoteForm, "text"), label: o.NoteText, lines: 4, answer: p.Note,
		widget: func(text string) field.Widget { return p.m.kit.Area(text, "") },
	}.ask(room.NewForm(roomDesk{p.m}, o.NoteTitle))
}

// newEvidence asks for the evidence of a task: a sentence or a file.
func newEvidence(p *page, ask walk.Proof) room.Overlay {
	iv, o := p.ItemAt(ask.At), &p.m.t.Overlay
	q := question{
		at: ask.At.InForm(walk.EvidenceForm, string(ask.Kind)), label: o.ProofSentence, start: iv.Note, widget: p.m.line, lines: 1,
		answer: func(proof string) walk.Turn { return p.Proved(ask.At, proof) },
	}
	if ask.Kind == flows.FileEvidence {
		q.label, q.start = o.ProofFile, ""
		q.widget = func(text string) field.Widget { return p.m.kit.Path(text, p.m.t.Field.FileHint) }
	}
	return q.ask(room.NewForm(roomDesk{p.m}, p.m.label(iv)))
}
