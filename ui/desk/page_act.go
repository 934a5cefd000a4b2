package desk

import (
	tea "charm.land/bubbletea/v2"

	"lotse/flows"
	"lotse/ui/walk"
)

func (p *page) tickNext() tea.Cmd { return p.turn(p.Tick(true, walk.Next)) }

func (p *page) tick() tea.Cmd { return p.turn(p.Tick(!p.Item().Done, walk.Stay)) }

// passAction says why an action cannot be done now, and goes on.
func (p *page) passAction() tea.Cmd {
	says := p.m.t.Wizard.LaterAction
	if p.Item().Item.Action.Run == flows.RotateSecret {
		says = p.m.t.Rotate.Nothing
	}
	p.m.say(says)
	return p.takeNext()
}

// rotateHere opens the rotation that the action offers.
func (p *page) rotateHere() tea.Cmd { return p.turn(p.Rotate(p.Item())) }

// resumeEditing gives the keys back to the item.
func (p *page) resumeEditing() tea.Cmd {
	p.engage()
	return nil
}

// takeNext submits the answer and goes on; after the last item the step is
// completed.
func (p *page) takeNext() tea.Cmd { return p.take(walk.Next) }

// take submits the content of the widget as the answer, and goes on.
func (p *page) take(then walk.Then) tea.Cmd {
	if p.reads {
		if then != walk.Back {
			then = walk.Forward
		}
		return p.turn(p.Go(then))
	}
	if iv := p.Item(); p.widget == nil || iv == nil || iv.Item.Kind != flows.KindField {
		return p.turnAndEngage(p.Go(then))
	}
	p.note()
	return p.turnAndEngage(p.Answer(p.widget.Value(), then))
}

// turnAndEngage is turn, and gives the keys to the item where the dialogue
// stops.
func (p *page) turnAndEngage(t walk.Turn) tea.Cmd {
	cmd := p.turn(t)
	if t.Bad {
		p.engage()
	}
	return cmd
}

func (p *page) tab() tea.Cmd {
	if p.reads {
		return p.take(walk.Forward)
	}
	if !p.engaged {
		return p.reenter(1)
	}
	return p.take(walk.Forward)
}

func (p *page) shiftTab() tea.Cmd {
	if p.reads {
		return p.take(walk.Back)
	}
	if !p.engaged {
		return p.reenter(-1)
	}
	return p.take(walk.Back)
}

// reenter gives the keys back to the page's item; a page without items
// scrolls.
func (p *page) reenter(by int) tea.Cmd {
	if p.At().Item == "" {
		return drawing{p}.scroll(by)
	}
	p.engage()
	return nil
}

// escape goes one level up: from the field to the page, from the page to the
// list of runs. What is typed stays.
func (p *page) escape() tea.Cmd {
	if p.engaged && p.At().Item != "" {
		p.keep()
		p.Visit(p.At())
		p.engaged = false
		return p.carrier.runAll(p.Save())
	}
	if t := p.AskBeforeLeaving(); t.Ask != nil {
		return p.turn(t)
	}
	return p.close()
}

// completeNow submits what is typed and completes the step.
func (p *page) completeNow() tea.Cmd {
	if t, ok := p.table(); ok {
		if _, typed := t.Typed(); typed {
			cmd := p.widgetKey(tea.KeyPressMsg{Code: tea.KeyTab})
			if p.m.over != nil { // it asks something first
				return cmd
			}
			return tea.Batch(cmd, p.complete())
		}
	}
	return p.take(walk.Finish)
}

func (p *page) complete() tea.Cmd { return p.turnAndEngage(p.Complete()) }

func (p *page) previousStep() tea.Cmd { p.note(); return p.turn(p.PreviousStep()) }

func (p *page) nextStep() tea.Cmd { p.note(); return p.turn(p.NextStep()) }

// leaveFor leaves the step for another one, or starts it again.
func (p *page) leaveFor(step string) tea.Cmd {
	p.note()
	t := p.LeaveFor(step)
	p.anew = t.Ask == nil
	return p.turn(t)
}

func (p *page) undo() tea.Cmd { return p.turn(p.Undo()) }

// toTyped goes to the cell of the step that has unsubmitted input, as after
// the program was killed in the middle of a list.
func (p *page) toTyped() {
	if at, ok := p.TypedHere(); ok && at.Column != "" {
		p.ToAddress(at)
	}
}
