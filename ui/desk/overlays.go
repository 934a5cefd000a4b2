package desk

import (
	tea "charm.land/bubbletea/v2"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/ui/desk/outline"
	"lotse/ui/desk/warnings"
	"lotse/ui/walk"
)

// overlays opens what lies over a page: what a key asks for, and the questions
// of the dialogue.
type overlays struct {
	p *page

	acceptFor acceptKey
	accept    bool
}

// ask shows a question of the dialogue. If no key asked for it, it ignores
// keys at first.
func (r *overlays) ask(q walk.Question) tea.Cmd {
	p, m := r.p, r.p.m
	switch q := q.(type) {
	case walk.Confirm:
		return m.openItself(newRipple(m, q.List))
	case walk.Proof:
		m.openOver(newEvidence(p, q))
	case walk.Once:
		return m.openItself(newOnce(p, q))
	case walk.WherePage:
		m.openOver(newWherePage(p, q))
	case walk.OtherHost:
		return m.openItself(newOtherHost(p, q))
	case walk.Read:
		return drawing{p}.stopToRead(q.Items)
	case walk.Warnings:
		return m.openItself(warnings.New(roomDesk{m}, q))
	case walk.Passphrase:
		return m.openItself(newVault(p))
	case walk.Rotate:
		m.openOver(newRotate(p, q))
	case walk.Unlock:
		m.openOver(newUnlock(p, q))
	case walk.Expose:
		m.openOver(newExpose(p, q))
	case *walk.Conflict:
		if o, open := m.over.(*conflictOver); open && o.of == q {
			return nil // what came to it is asked about then
		}
		return m.openNext(newConflict(m, q))
	}
	return nil
}

func (r *overlays) outline() tea.Cmd {
	d := drawing{r.p}
	r.p.m.openOver(outline.New(roomDesk{r.p.m}, outline.Page{Line: d.stepLine, State: d.stateWords, Go: r.p.leaveFor, Newer: d.newer}))
	return nil
}

// letter shows the focused draft.
func (r *overlays) letter() tea.Cmd { return r.p.showLetter(r.p.place, nil) }

func (r *overlays) wait() tea.Cmd {
	r.p.m.openOver(newWait(r.p, r.p.Item()))
	return nil
}

// waiting opens the run's wait, in whichever step it is.
func (r *overlays) waiting() tea.Cmd {
	p, v := r.p, r.p.View()
	for i := range v.Steps {
		sv := &v.Steps[i]
		if sv.State != run.Waiting && sv.Due == nil {
			continue
		}
		for k := range sv.Items {
			if iv := &sv.Items[k]; iv.Item.Wait != nil && iv.State == run.Applies && !iv.Done {
				p.ToAddress(flows.Address{Step: sv.Step.ID, Item: iv.Item.ID})
				p.arrive()
				p.m.openOver(newWait(p, iv))
				return nil
			}
		}
	}
	p.m.say(p.m.t.Desk.NoWait)
	return nil
}

func (r *overlays) gate() tea.Cmd {
	r.p.m.openOver(newGate(r.p, r.p.Item()))
	return nil
}

func (r *overlays) remark() tea.Cmd {
	r.p.m.openOver(newNote(r.p))
	return nil
}

// skip asks why the step is skipped, unless something must be asked first.
func (r *overlays) skip() tea.Cmd {
	if t := r.p.AskBeforeSkipping(); t.Ask != nil || len(t.Tell) > 0 {
		return r.p.turn(t)
	}
	r.p.m.openOver(newSkip(r.p))
	return nil
}

// acceptKey is the input of the cached result of canAccept.
type acceptKey struct {
	view  *run.View
	step  string
	share bool
}

// canAccept reports whether there are problems that can be accepted with a
// reason.
func (r *overlays) canAccept() bool {
	// Asked for with every frame, and a list may have 10,000 rows.
	p := r.p
	if now := (acceptKey{p.View(), p.At().Step, p.Shared()}); r.acceptFor != now {
		r.acceptFor, r.accept = now, len(p.Acceptable()) > 0
	}
	return r.accept
}

func (r *overlays) acceptProblem() tea.Cmd {
	r.p.m.openOver(newAccept(r.p, r.p.Acceptable()[0]))
	return nil
}
