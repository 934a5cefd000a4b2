package walk

import (
	"slices"

	"lotse/flows"
	"lotse/flows/run"
)

// Held are the problems that hold a step open, in the order of its items.
func Held(sv *run.StepView) []run.ProblemView {
	var all []run.ProblemView
	for i := range sv.Items {
		if sv.Items[i].State != run.Applies {
			continue
		}
		for _, pv := range sv.Items[i].AllProblems() {
			if pv.Holds() {
				all = append(all, pv)
			}
		}
	}
	return all
}

// Complete completes the step and goes to the one to go on with. Where something
// holds it open the dialogue goes there, and tells what it is.
func (w *Walk) Complete() Turn {
	sv := w.Step()
	switch {
	case sv == nil:
		return tell("dialogue.no_step")
	case w.files > 0: // an answer is on its way
		w.behind = Finish
		return Turn{}
	case w.Veiled(sv):
		return tell("dialogue.veiled")
	}
	if at, ok := w.uncaptured(); ok {
		return Turn{Ask: Once{At: at, Then: Finish}}
	}
	if sv.State == run.Done {
		w.Onward(w.at.Step)
		return Turn{}
	}
	w.tried[sv.Step.ID] = true
	if held := Held(sv); len(held) > 0 {
		return w.toHeld(held[0])
	}
	if len(sv.BlockedBy) > 0 {
		return warn(flows.Msg("dialogue.blocked", "missing", w.view.Blockers(sv)))
	}
	if w.face.Unread != nil {
		if items := w.face.Unread(sv); len(items) > 0 {
			return Turn{Ask: Read{items}}
		}
	}
	return w.completed(sv)
}

func (w *Walk) completed(sv *run.StepView) Turn {
	title := sv.Step.Title
	t := w.propose(proposal{commands: []run.Command{run.Complete{Step: sv.Step.ID}}})
	if !t.Done {
		return t
	}
	w.Onward(sv.Step.ID)
	t.Tell = append(t.Tell, flows.Msg("dialogue.step_done", "title", title))
	return t
}

// toHeld goes to what a problem is about, and tells it.
func (w *Walk) toHeld(pv run.ProblemView) Turn {
	w.ToAddress(flows.Address{Step: w.at.Step, Item: pv.Item, Row: pv.Row, Column: pv.Column})
	w.left[flows.Address{Step: w.at.Step, Item: pv.Item}] = true
	return warn(flows.Msg("dialogue.held", "what", w.Name(flows.Address{Step: w.at.Step, Item: pv.Item}), "text", pv.Message))
}

// uncaptured is the secret of the step that is shown only once, was come to and
// is not sealed.
func (w *Walk) uncaptured() (flows.Address, bool) {
	sv := w.Step()
	if sv == nil {
		return flows.Address{}, false
	}
	for i := range sv.Items {
		iv := &sv.Items[i]
		at := flows.Address{Step: sv.Step.ID, Item: iv.Item.ID}
		once := iv.Item.Field != nil && iv.Item.Field.Once && iv.State == run.Applies && !iv.Set
		if once && !w.given[at] && (w.left[at] || w.at.Item == iv.Item.ID) {
			return at, true
		}
	}
	return flows.Address{}, false
}

// Forgo answers Once: the person goes without the secret, and the dialogue goes
// on. It is asked once.
func (w *Walk) Forgo(q Once) Turn {
	w.given[q.At] = true
	return w.Go(q.Then)
}

// Leaves asks, before the run is left for the list, whether the person goes
// without a secret that is shown only once.
func (w *Walk) Leaves() Turn {
	if at, ok := w.uncaptured(); ok {
		return Turn{Ask: Once{At: at, Then: Leave}}
	}
	return Turn{}
}

// Skip leaves the step undone, with a reason.
func (w *Walk) Skip(why string) Turn {
	sv := w.Step()
	switch {
	case sv == nil:
		return tell("dialogue.no_step")
	case sv.State == run.Done:
		return tell("dialogue.not_skipped")
	case why == "":
		return warn(flows.Msg("dialogue.why_missing"))
	}
	step := sv.Step.ID
	t := w.Propose(Stay, run.Skip{Step: step, Why: why})
	if t.Done {
		w.Onward(step)
		t.Tell = append(t.Tell, flows.Msg("dialogue.skipped"))
	}
	return t
}

// Acceptable are the problems of the step that can be accepted with a reason and
// were not, those of the item where the dialogue stands first.
func (w *Walk) Acceptable() []run.ProblemView {
	sv := w.Step()
	if sv == nil || w.Veiled(sv) {
		return nil
	}
	var here, others []run.ProblemView
	for i := range sv.Items {
		iv := &sv.Items[i]
		if !w.Shown(iv) {
			continue
		}
		for _, pv := range iv.AllProblems() {
			switch {
			case !pv.Can || pv.Accepted != nil:
			case pv.Item == w.at.Item && (w.at.Row == "" || pv.Row == w.at.Row):
				here = append(here, pv)
			default:
				others = append(others, pv)
			}
		}
	}
	return slices.Concat(here, others)
}

// Answered says that whoever was waited for has answered, and goes where that
// leads: to the next item, or to the step that is gone through again.
func (w *Walk) Answered(at flows.Address, why string) Turn {
	then := Next
	if iv := w.ItemAt(at); iv != nil && iv.Item.Wait != nil && iv.Item.Wait.Then != "" && iv.Item.Wait.Then != w.at.Step {
		then = Pause
	}
	return w.Propose(then, run.WaitAnswered{At: at, Why: why})
}
