package desk

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"lotse/flows"
	"lotse/flows/run"
)

// newAccept asks why a problem is accepted.
func newAccept(m *model, pv run.ProblemView) overlay {
	p := m.page
	step := p.step
	f := &form{heading: m.t.Overlay.AcceptTitle, intro: []string{m.tell(pv.Message)}}
	f.submit = func(m *model, f *form) tea.Cmd {
		why := strings.TrimSpace(f.text(0))
		if why == "" {
			return f.fail(0, m.t.Overlay.WhyMissing)
		}
		return m.doOver(f, run.Accept{Step: step, Problem: pv.ID, Why: why})
	}
	return f.add(m.t.Overlay.AcceptWhy, m.kit.Line("", ""), 1)
}

// newSkip asks why a step is left undone.
func newSkip(m *model) overlay {
	step := m.page.step
	f := &form{heading: m.t.Overlay.SkipTitle, intro: []string{m.t.Overlay.SkipHint}}
	f.submit = func(m *model, f *form) tea.Cmd {
		why := strings.TrimSpace(f.text(0))
		if why == "" {
			return f.fail(0, m.t.Overlay.WhyMissing)
		}
		return m.doOverThen(f, func() tea.Cmd {
			cmd := m.onward(step)
			m.say(m.t.Wizard.Skipped)
			return cmd
		}, run.Skip{Step: step, Why: why})
	}
	return f.add(m.t.Overlay.SkipWhy, m.kit.Line("", ""), 1)
}

// newNote takes a remark on the step.
func newNote(m *model) overlay {
	step := m.page.step
	f := &form{heading: m.t.Overlay.NoteTitle}
	f.submit = func(m *model, f *form) tea.Cmd {
		return m.doOverThen(f, func() tea.Cmd { m.say(m.t.Wizard.Noted); return nil }, run.Note{Step: step, Text: f.text(0)})
	}
	return f.add(m.t.Overlay.NoteText, m.kit.Area("", ""), 4)
}

// newEvidence asks a task for its proof: a sentence or a file.
func newEvidence(m *model, iv *run.ItemView, next then) overlay {
	target, at := m.page.target(), m.page.here()
	f := &form{heading: m.label(iv)}
	if iv.Item.Task.Evidence == flows.FileEvidence {
		f.submit = func(m *model, f *form) tea.Cmd {
			path := f.text(0)
			if strings.TrimSpace(path) == "" {
				return f.fail(0, m.t.Overlay.ProofMissing)
			}
			m.closeOver()
			return tea.Batch(m.putFile(path, flows.MaxEvidence, at, true), proceed(next))
		}
		return f.add(m.t.Overlay.ProofFile, m.kit.Line("", m.t.Field.FileHint), 1)
	}
	f.submit = func(m *model, f *form) tea.Cmd {
		note := strings.TrimSpace(f.text(0))
		if note == "" {
			return f.fail(0, m.t.Overlay.ProofMissing)
		}
		return m.doOverThen(f, next, run.Tick{At: target, Note: note})
	}
	return f.add(m.t.Overlay.ProofSentence, m.kit.Line(iv.Note, ""), 1)
}

// doOver does a command of an overlay and closes it; a refusal stays in it.
func (m *model) doOver(f *form, c run.Command) tea.Cmd { return m.doOverThen(f, nil, c) }

func (m *model) doOverThen(f *form, next then, c run.Command) tea.Cmd {
	m.closeOver()
	return m.do(next, func(r *flows.Refusal) tea.Cmd {
		m.over = f
		return f.fail(f.at, m.sentence(r))
	}, c)
}
