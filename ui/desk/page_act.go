package desk

import (
	tea "charm.land/bubbletea/v2"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/ui/desk/findings"
	"lotse/ui/desk/letter"
	"lotse/ui/desk/outline"
	"lotse/ui/walk"
)

func (p *page) tickNext() tea.Cmd { return p.turn(p.Tick(true, walk.Next)) }

func (p *page) tick() tea.Cmd { return p.turn(p.Tick(!p.Item().Done, walk.Stay)) }

func (p *page) runCheck() tea.Cmd { return p.turn(p.Check(p.place)) }

func (p *page) lookAtCheck() tea.Cmd {
	p.m.openOver(newCheckOver(p.m, p.Item()))
	return nil
}

func (p *page) wait() tea.Cmd {
	p.m.openOver(newWait(p, p.Item()))
	return nil
}

func (p *page) gate() tea.Cmd {
	p.m.openOver(newGate(p, p.Item()))
	return nil
}

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

func (p *page) outline() tea.Cmd {
	p.m.openOver(outline.New(ground{p.m}, outline.Page{Line: drawing{p}.stepLine, State: drawing{p}.stateWords, Go: p.leaveFor}))
	return nil
}

// findings opens the table of what the check that has the focus found.
func (p *page) findings() tea.Cmd {
	return findings.Open(ground{p.m}, findings.Check{
		Label: p.m.label(p.Item()), Results: run.Results(p.s.Events(), p.place), Kept: p.m.cfg.Archive, Lang: p.View().Lang,
	})
}

// openLetter shows the draft that has the focus.
func (p *page) openLetter() tea.Cmd {
	o, err := letter.New(ground{p.m}, p.place, p.m.cfg.Env.By)
	if err != nil {
		p.m.warn(p.m.sentence(err))
		return nil
	}
	p.m.openOver(o)
	return nil
}

func (p *page) sayLarge() tea.Cmd {
	p.m.openOver(&sayOver{m: p.m, sv: p.Step()})
	return nil
}

// acceptKey is what it depends on whether a problem can be accepted.
type acceptKey struct {
	view  *run.View
	step  string
	share bool
}

// canAccept reports whether there are problems that can be accepted with a
// reason.
func canAccept(p *page) bool {
	// Asked for with every frame, and a list may have 10,000 rows.
	if now := (acceptKey{p.View(), p.At().Step, p.Shared()}); p.acceptFor != now {
		p.acceptFor, p.accept = now, len(p.Acceptable()) > 0
	}
	return p.accept
}

func (p *page) acceptProblem() tea.Cmd {
	p.m.openOver(newAccept(p, p.Acceptable()[0]))
	return nil
}

func (p *page) remark() tea.Cmd {
	p.m.openOver(newNote(p))
	return nil
}

func (p *page) skip() tea.Cmd {
	if t := p.Skips(); t.Ask != nil || len(t.Tell) > 0 {
		return p.turn(t)
	}
	p.m.openOver(newSkip(p))
	return nil
}

// toTyped goes to the cell of the step in which something was typed and not
// taken, as after a kill in the middle of a list.
func (p *page) toTyped() {
	if at, ok := p.TypedHere(); ok && at.Column != "" {
		p.ToAddress(at)
	}
}
