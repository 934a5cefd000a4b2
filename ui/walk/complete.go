package walk

import (
	"slices"
	"strings"
	"time"

	"lotse/flows"
	"lotse/flows/run"
)

// MustProblems are the must problems that hold a step open, in the order of
// its items. Warnings are not among them.
func MustProblems(sv *run.StepView) []run.ProblemView {
	var all []run.ProblemView
	for i := range sv.Items {
		if sv.Items[i].State != run.Applies {
			continue
		}
		for _, pv := range sv.Items[i].AllProblems() {
			if pv.Holds() && pv.Level != flows.Warn {
				all = append(all, pv)
			}
		}
	}
	return all
}

// Complete completes the step and goes to the next one to do. If something
// holds the step open, the dialogue goes there and tells what it is.
func (w *Walk) Complete() Turn {
	sv := w.Step()
	switch {
	case sv == nil:
		return tell("dialogue.no_step")
	case w.files > 0: // an answer is on its way
		w.afterFiles = Finish
		return Turn{}
	case w.IsHidden(sv):
		return tell("dialogue.veiled")
	}
	if at, ok := w.missingOnceSecret(); ok {
		return Turn{Ask: Once{At: at, Then: Finish}}
	}
	if t := w.blockingTurn(sv); t.Bad || t.Ask != nil {
		return t
	}
	if q := w.warningsQuestion(sv); len(q.List) > 0 {
		return Turn{Ask: q}
	}
	if sv.State == run.Done {
		w.Continue(w.at.Step)
		return Turn{}
	}
	return w.finish(run.Complete{})
}

// blockingTurn is the turn that tells what holds a step open, or asks to read
// what must be read; the zero Turn if, apart from warnings, the step can be
// completed.
func (w *navigator) blockingTurn(sv *run.StepView) Turn {
	if sv.State == run.Done {
		return Turn{}
	}
	w.tried[sv.Step.ID] = true
	if held := MustProblems(sv); len(held) > 0 {
		return w.goToHeld(held)
	}
	if len(sv.BlockedBy) > 0 {
		return warn(flows.Msg("dialogue.blocked", "missing", w.Missing(sv)))
	}
	if w.face.Unread != nil {
		if items := w.face.Unread(sv); len(items) > 0 {
			return Turn{Ask: Read{items}}
		}
	}
	return Turn{}
}

// finish completes the step, tells what there is to tell, and goes on.
func (w *Walk) finish(c run.Complete, tell ...flows.Message) Turn {
	sv := w.Step()
	if sv == nil {
		return Turn{}
	}
	c.Step = sv.Step.ID
	tell = append(tell, flows.Msg("dialogue.step_done", "title", sv.Step.Title))
	t := w.propose(proposal{commands: []run.Command{c}})
	if !t.Done {
		return t
	}
	w.Continue(c.Step)
	t.Tell = append(t.Tell, slices.DeleteFunc(tell, flows.Message.IsZero)...)
	return t
}

// goToHeld goes to the first item that holds the step open, and tells why.
func (w *navigator) goToHeld(held []run.ProblemView) Turn {
	first := held[0]
	w.ToAddress(flows.Address{Step: w.at.Step, Item: first.Item, Row: first.Row, Column: first.Column})
	w.left[flows.Address{Step: w.at.Step, Item: first.Item}] = true
	return Turn{Tell: w.MustMessages(held), Bad: true}
}

// MustMessages tell what holds the step open, at most as many problems as the
// face tells at once.
func (w *position) MustMessages(held []run.ProblemView) []flows.Message {
	var list []flows.Message
	for _, pv := range held[:min(len(held), max(w.face.MaxMustMessages, 1))] {
		what := w.PublicName(flows.Address{Step: w.at.Step, Item: pv.Item, Row: pv.Row, Column: pv.Column})
		list = append(list, flows.Msg("dialogue.held", "what", what, "text", pv.Message))
	}
	if n := len(held) - len(list); n > 0 && w.face.MaxMustMessages > 0 {
		list = append(list, flows.Msg("dialogue.held_more", "n", n))
	}
	return list
}

// missingOnceSecret is the step's secret that is shown only once, was visited
// and is not sealed.
func (w *navigator) missingOnceSecret() (flows.Address, bool) {
	sv := w.Step()
	if sv == nil {
		return flows.Address{}, false
	}
	for i := range sv.Items {
		iv := &sv.Items[i]
		at := flows.Address{Step: sv.Step.ID, Item: iv.Item.ID}
		once := iv.Item.Field != nil && iv.Item.Field.Once && iv.State == run.Applies && !iv.Set
		if once && !w.forgone[at] && (w.left[at] || w.at.Item == iv.Item.ID) {
			return at, true
		}
	}
	return flows.Address{}, false
}

// GoWithout answers Once: the person goes without the secret, and the dialogue
// goes on. The question is asked only once.
func (w *Walk) GoWithout(q Once) Turn {
	w.forgone[q.At] = true
	if q.To != "" {
		return w.LeaveFor(q.To)
	}
	return w.Go(q.Then)
}

// AskBeforeLeaving asks, before the run is left for the list, whether the
// person goes without a secret that is shown only once; the zero Turn if there
// is none.
func (w *navigator) AskBeforeLeaving() Turn {
	if at, ok := w.missingOnceSecret(); ok {
		return Turn{Ask: Once{At: at, Then: Leave}}
	}
	return Turn{}
}

// AskBeforeSkipping tells why the step cannot be skipped, or asks whether the
// person goes without a secret that is shown only once; the zero Turn if it
// can be skipped. After the answer the dialogue goes on with Skipping.
func (w *navigator) AskBeforeSkipping() Turn {
	switch sv := w.Step(); {
	case sv == nil:
		return tell("dialogue.no_step")
	case sv.State == run.Done:
		return tell("dialogue.not_skipped")
	}
	if at, ok := w.missingOnceSecret(); ok {
		return Turn{Ask: Once{At: at, Then: Skipping}}
	}
	return Turn{}
}

// BlockedBySkip says which steps stay blocked if the step is skipped, by their
// titles, before the reason is asked for. Hidden steps are not named.
func (w *position) BlockedBySkip() []flows.Message {
	return BlockedBySkipMessages(w.s, w.at.Step, w.face.Now(), w.IsHidden)
}

// BlockedBySkipMessages say which steps of a run stay blocked while a step is
// skipped, hidden ones excepted; none if there are none.
func BlockedBySkipMessages(s Session, step string, now time.Time, veiled func(*run.StepView) bool) []flows.Message {
	var titles []string
	v := s.View(now)
	for _, id := range s.BlockedBySkip(step, now) {
		if sv := v.Step(id); !veiled(sv) {
			titles = append(titles, flows.CleanLine(sv.Step.Title))
		}
	}
	if len(titles) == 0 {
		return nil
	}
	return []flows.Message{flows.Msg("dialogue.skip_blocks", "n", len(titles), "steps", titles)}
}

// Skip leaves the step undone, with a reason.
func (w *Walk) Skip(why string) Turn {
	if t := w.AskBeforeSkipping(); len(t.Tell) > 0 {
		return t
	}
	if why = strings.TrimSpace(why); why == "" {
		return warn(flows.Msg("dialogue.why_missing"))
	}
	step := w.at.Step
	t := w.Propose(Stay, run.Skip{Step: step, Why: why})
	if t.Done {
		w.Continue(step)
		t.Tell = append(t.Tell, flows.Msg("dialogue.skipped"))
	}
	return t
}

// Acceptable are the problems of the step that can be accepted with a reason
// and are not, those of the present row and item first.
func (w *position) Acceptable() []run.ProblemView {
	sv := w.Step()
	if sv == nil || w.IsHidden(sv) {
		return nil
	}
	var near [3][]run.ProblemView
	put := func(list []run.ProblemView) {
		for i := range list {
			if pv := &list[i]; pv.Acceptable && pv.Accepted == nil {
				n := w.distance(pv)
				near[n] = append(near[n], *pv)
			}
		}
	}
	for i := range sv.Items {
		iv := &sv.Items[i]
		if !w.IsShown(iv) {
			continue
		}
		put(iv.Problems)
		for k := range iv.Rows {
			put(iv.Rows[k].Problems)
		}
	}
	return slices.Concat(near[:]...)
}

// distance is how far a problem is from the dialogue's position: in its row or
// item, elsewhere in its item, in another item.
func (w *position) distance(pv *run.ProblemView) int {
	switch {
	case pv.Item != w.at.Item:
		return 2
	case w.at.Row != "" && pv.Row != w.at.Row:
		return 1
	}
	return 0
}

// WaitAnswered records that whoever was waited for has answered, and goes on:
// to the next item, or to the step that has to be done again. If the dialogue
// is elsewhere it stays there.
func (w *Walk) WaitAnswered(at flows.Address, why string) Turn {
	then := Stay
	if at.Whole() == w.at.Whole() {
		then = Next
	}
	if iv := w.ItemAt(at); iv != nil && iv.Item.Wait != nil && iv.Item.Wait.Then != "" && iv.Item.Wait.Then != w.at.Step {
		then = Pause
	}
	return w.Propose(then, run.WaitAnswered{At: at, Why: why})
}

// Accept accepts a problem of a step with a reason.
func (w *Walk) Accept(step, problem, why string) Turn {
	if why = strings.TrimSpace(why); why == "" {
		return warn(flows.Msg("dialogue.why_missing"))
	}
	return w.Propose(Stay, run.Accept{Step: step, Problem: problem, Why: why})
}
