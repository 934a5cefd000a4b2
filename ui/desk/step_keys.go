package desk

import (
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/ui/field"
)

// completeNow takes what is typed and completes the step.
func (m *model) completeNow() tea.Cmd {
	if t, ok := m.page.widget.(*field.Table); ok {
		if _, typed := t.Typed(); typed {
			return tea.Batch(m.widgetKey(tea.KeyPressMsg{Code: tea.KeyTab}), m.completeIfFree())
		}
	}
	return m.take(m.complete)
}

// completeIfFree completes the step unless an overlay asks something first.
func (m *model) completeIfFree() tea.Cmd {
	if m.over != nil {
		return nil
	}
	return m.complete()
}

// complete completes the step and goes to the one to go on with. Where
// something holds it open the focus goes there, and the status line says what.
func (m *model) complete() tea.Cmd { return m.leavingStep(m.completeStep) }

func (m *model) completeStep() tea.Cmd {
	p := m.page
	sv := p.stepView()
	if sv == nil {
		m.say(m.t.Typing.NoStep)
		return nil
	}
	if p.keeping > 0 {
		p.after = m.complete // an answer is on its way
		return nil
	}
	if m.veiled(sv) {
		m.say(m.t.Wizard.Veiled)
		return nil
	}
	title := flows.CleanLine(sv.Step.Title)
	if sv.State == run.Done {
		return m.onward(p.step)
	}
	p.tried[p.step] = true
	if cmd, stopped := m.stopToRead(sv); stopped {
		return cmd
	}
	step := p.step
	return m.do(func() tea.Cmd {
		cmd := m.onward(step)
		m.say(fmt.Sprintf(m.t.Wizard.StepDone, title))
		return cmd
	}, func(r *flows.Refusal) tea.Cmd {
		m.heldBy(r)
		return nil
	}, run.Complete{Step: step})
}

// onward goes to the step that the run goes on with; from a step that was done
// already, to the one after it.
func (m *model) onward(from string) tea.Cmd {
	p := m.page
	if p.view.Current == from {
		if id := m.neighbourStep(1); id != "" {
			return m.goTo(id)
		}
	}
	return m.goTo(p.view.Current)
}

// heldBy puts the focus on the first thing that holds the step open.
func (m *model) heldBy(r *flows.Refusal) {
	p := m.page
	sv := p.stepView()
	for i := range sv.Items {
		iv := &sv.Items[i]
		if iv.State != run.Applies {
			continue
		}
		problems := iv.AllProblems()
		at := slices.IndexFunc(problems, run.ProblemView.Holds)
		if at < 0 {
			continue
		}
		pv := problems[at]
		if m.focusable(iv) {
			m.focus(iv.Item.ID)
			if t, ok := p.widget.(*field.Table); ok && pv.Row != "" {
				t.Go(pv.Row, pv.Column)
			}
		}
		p.visited[p.here()] = true
		m.warn(fmt.Sprintf(m.t.Wizard.HeldBy, m.label(iv)+m.th.Dot+m.tell(pv.Message)))
		return
	}
	if len(sv.BlockedBy) > 0 {
		m.warn(fmt.Sprintf(m.t.Wizard.BlockedBy, m.blockers(sv)))
		return
	}
	m.warn(m.sentence(r))
}

func (m *model) previousStep() tea.Cmd {
	if id := m.neighbourStep(-1); id != "" {
		return m.leaveFor(id)
	}
	m.say(m.t.Wizard.FirstStep)
	return nil
}

func (m *model) nextStep() tea.Cmd {
	if id := m.neighbourStep(1); id != "" {
		return m.leaveFor(id)
	}
	m.say(m.t.Wizard.LastStep)
	return nil
}

// leaveFor leaves the step for another one.
func (m *model) leaveFor(step string) tea.Cmd {
	return m.leavingStep(func() tea.Cmd { return tea.Batch(m.goTo(step), m.save()) })
}

// neighbourStep is the step before or after this one; those that are not needed
// are passed over.
func (m *model) neighbourStep(by int) string {
	return m.page.view.Beside(m.page.step, by, func(s *run.StepView) bool { return m.share && s.Step.Internal })
}

func (m *model) undo() tea.Cmd {
	return m.do(func() tea.Cmd {
		m.page.rebuild(m)
		m.say(m.t.Wizard.Undone)
		return nil
	}, nil, run.Undo{})
}

func (m *model) help() tea.Cmd {
	m.openOver(newHelp(m))
	return nil
}

func (m *model) sayLarge() tea.Cmd {
	sv := m.page.stepView()
	if sv == nil || sv.Step.Say == "" || m.veiled(sv) {
		m.say(m.t.Overlay.SayNothing)
		return nil
	}
	m.openOver(&sayOver{sv: sv})
	return nil
}

// toggleShare hides, or shows again, what is not for the other side's eyes.
func (m *model) toggleShare() tea.Cmd {
	m.share = !m.share
	if m.share {
		m.say(m.t.Wizard.SharedOn)
	} else {
		m.say(m.t.Wizard.SharedOff)
	}
	p := m.page
	if p == nil {
		return nil
	}
	iv, sv := p.item(), p.stepView()
	switch {
	case m.veiled(sv), sv != nil && p.focus == "":
		return m.goTo(p.step)
	case iv != nil && !m.focusable(iv):
		m.focus(m.first(sv))
	}
	return nil
}

func (m *model) toggleMouse() tea.Cmd {
	m.mouse = !m.mouse
	if m.mouse {
		m.say(m.t.Wizard.MouseOn)
	} else {
		m.say(m.t.Wizard.MouseOff)
	}
	return nil
}

// acceptable are the problems of the step that can be accepted with a reason,
// those of the item that has the focus first.
func (m *model) acceptable() []run.ProblemView {
	sv := m.page.stepView()
	if sv == nil || m.veiled(sv) {
		return nil
	}
	// Asked for with every frame, and a list may have 10,000 rows.
	p := m.page
	now := acceptKey{p.view, p.step, p.focus, m.share}
	if p.acceptFor != now {
		p.acceptFor, p.accept = now, m.findAcceptable(sv)
	}
	return p.accept
}

// acceptKey is what the problems that can be accepted depend on.
type acceptKey struct {
	view        *run.View
	step, focus string
	share       bool
}

func (m *model) findAcceptable(sv *run.StepView) []run.ProblemView {
	var here, others []run.ProblemView
	for i := range sv.Items {
		if !m.shown(&sv.Items[i]) {
			continue
		}
		into := &others
		if sv.Items[i].Item.ID == m.page.focus {
			into = &here
		}
		*into = appendAcceptable(*into, sv.Items[i].Problems)
		for k := range sv.Items[i].Rows {
			*into = appendAcceptable(*into, sv.Items[i].Rows[k].Problems)
		}
	}
	return append(here, others...)
}

func appendAcceptable(list, problems []run.ProblemView) []run.ProblemView {
	for i := range problems {
		if problems[i].Can && problems[i].Accepted == nil {
			list = append(list, problems[i])
		}
	}
	return list
}

func (m *model) accept() tea.Cmd {
	list := m.acceptable()
	if len(list) == 0 {
		m.say(m.t.Wizard.AcceptNothing)
		return nil
	}
	m.openOver(newAccept(m, list[0]))
	return nil
}

func (m *model) note() tea.Cmd {
	if m.page.step == "" {
		m.say(m.t.Typing.NoStep)
		return nil
	}
	m.openOver(newNote(m))
	return nil
}

func (m *model) skip() tea.Cmd {
	sv := m.page.stepView()
	switch {
	case sv == nil:
		m.say(m.t.Typing.NoStep)
		return nil
	case sv.State == run.Done:
		m.say(m.t.Wizard.NotSkipped)
		return nil
	}
	return m.leavingStep(func() tea.Cmd { m.openOver(newSkip(m)); return nil })
}
