package desk

import (
	tea "charm.land/bubbletea/v2"

	"lotse/flows"
	"lotse/ui/walk"
)

func (p *page) tickNext() tea.Cmd { return p.turn(p.Tick(true, walk.Next)) }

func (p *page) tick() tea.Cmd { return p.turn(p.Tick(!p.Item().Done, walk.Stay)) }

// later says that an action is offered later, and goes on.
func (p *page) later() tea.Cmd {
	p.m.say(p.m.t.Wizard.LaterAction)
	return p.takeNext()
}

// edits gives the keys back to the item.
func (p *page) edits() tea.Cmd {
	p.engage()
	return nil
}

// takeNext takes the answer, and goes on; behind the last item the step is done.
func (p *page) takeNext() tea.Cmd { return p.take(walk.Next) }

// take takes what stands in the widget as the answer, and goes on.
func (p *page) take(then walk.Then) tea.Cmd {
	if iv := p.Item(); p.widget == nil || iv == nil || iv.Item.Kind != flows.KindField {
		return p.going(p.Go(then))
	}
	p.note()
	return p.going(p.Answer(p.widget.Value(), then))
}

// going is turn; what holds the dialogue up has the keys.
func (p *page) going(t walk.Turn) tea.Cmd {
	cmd := p.turn(t)
	if t.Bad {
		p.engage()
	}
	return cmd
}

func (p *page) tab() tea.Cmd {
	if !p.engaged {
		return p.backIn(1)
	}
	return p.take(walk.Forward)
}

func (p *page) shiftTab() tea.Cmd {
	if !p.engaged {
		return p.backIn(-1)
	}
	return p.take(walk.Back)
}

// backIn gives the keys back to the page's item; a page without any scrolls.
func (p *page) backIn(by int) tea.Cmd {
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
		return p.carrier.request(p.Save())
	}
	if t := p.Leaves(); t.Ask != nil {
		return p.turn(t)
	}
	return p.close()
}

// completeNow takes what is typed and completes the step.
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

func (p *page) complete() tea.Cmd { return p.going(p.Complete()) }

func (p *page) previousStep() tea.Cmd { p.note(); return p.turn(p.PreviousStep()) }

func (p *page) nextStep() tea.Cmd { p.note(); return p.turn(p.NextStep()) }

// leaveFor leaves the step for another one, or begins it anew.
func (p *page) leaveFor(step string) tea.Cmd {
	p.note()
	t := p.LeaveFor(step)
	p.anew = t.Ask == nil
	return p.turn(t)
}

func (p *page) undo() tea.Cmd { return p.turn(p.Undo()) }

// toTyped goes to the cell of the step in which something was typed and not
// taken, as after a kill in the middle of a list.
func (p *page) toTyped() {
	if at, ok := p.TypedHere(); ok && at.Column != "" {
		p.ToAddress(at)
	}
}
