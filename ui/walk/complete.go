package walk

import (
	"slices"
	"strings"
	"time"

	"lotse/flows"
	"lotse/flows/run"
)

// Held are the problems that hold a step open whatever a person says, in the order
// of its items: no warnings.
func Held(sv *run.StepView) []run.ProblemView {
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
	if t := w.holds(sv); t.Bad || t.Ask != nil {
		return t
	}
	if q := w.asks(sv); len(q.List) > 0 {
		return Turn{Ask: q}
	}
	if sv.State == run.Done {
		w.Onward(w.at.Step)
		return Turn{}
	}
	return w.finish(run.Complete{})
}

// holds tells what holds a step open, or asks for what has to be read; nothing
// where it can be completed, but for its warnings.
func (w *course) holds(sv *run.StepView) Turn {
	if sv.State == run.Done {
		return Turn{}
	}
	w.tried[sv.Step.ID] = true
	if held := Held(sv); len(held) > 0 {
		return w.toHeld(held)
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
	w.Onward(c.Step)
	t.Tell = append(t.Tell, slices.DeleteFunc(tell, flows.Message.IsZero)...)
	return t
}

// toHeld goes to what holds the step first, and tells of what holds it.
func (w *course) toHeld(held []run.ProblemView) Turn {
	first := held[0]
	w.ToAddress(flows.Address{Step: w.at.Step, Item: first.Item, Row: first.Row, Column: first.Column})
	w.left[flows.Address{Step: w.at.Step, Item: first.Item}] = true
	return Turn{Tell: w.Holding(held), Bad: true}
}

// Holding tells of what holds the step open, of as much as the face tells at
// once.
func (w *sight) Holding(held []run.ProblemView) []flows.Message {
	var list []flows.Message
	for _, pv := range held[:min(len(held), max(w.face.Holding, 1))] {
		what := w.called(flows.Address{Step: w.at.Step, Item: pv.Item, Row: pv.Row, Column: pv.Column})
		list = append(list, flows.Msg("dialogue.held", "what", what, "text", pv.Message))
	}
	if n := len(held) - len(list); n > 0 && w.face.Holding > 0 {
		list = append(list, flows.Msg("dialogue.held_more", "n", n))
	}
	return list
}

// uncaptured is the secret of the step that is shown only once, was come to and
// is not sealed.
func (w *course) uncaptured() (flows.Address, bool) {
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
	if q.To != "" {
		return w.LeaveFor(q.To)
	}
	return w.Go(q.Then)
}

// Leaves asks, before the run is left for the list, whether the person goes
// without a secret that is shown only once.
func (w *course) Leaves() Turn {
	if at, ok := w.uncaptured(); ok {
		return Turn{Ask: Once{At: at, Then: Leave}}
	}
	return Turn{}
}

// Skips tells why the step cannot be skipped, or asks whether the person goes
// without a secret that is shown only once; nothing where it can. Once that is
// answered, Skipping is what is gone on with.
func (w *course) Skips() Turn {
	switch sv := w.Step(); {
	case sv == nil:
		return tell("dialogue.no_step")
	case sv.State == run.Done:
		return tell("dialogue.not_skipped")
	}
	if at, ok := w.uncaptured(); ok {
		return Turn{Ask: Once{At: at, Then: Skipping}}
	}
	return Turn{}
}

// Hindered says which steps stay blocked where the step is skipped, by their
// titles: before the reason is asked for. Those that are not for the eyes that
// look on are not named.
func (w *sight) Hindered() []flows.Message {
	return Hindered(w.s, w.at.Step, w.face.Now(), w.Veiled)
}

// Hindered says which steps of a run stay blocked as long as a step is skipped,
// but for those that are veiled; nothing where there are none.
func Hindered(s Session, step string, now time.Time, veiled func(*run.StepView) bool) []flows.Message {
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
	if t := w.Skips(); len(t.Tell) > 0 {
		return t
	}
	if why = strings.TrimSpace(why); why == "" {
		return warn(flows.Msg("dialogue.why_missing"))
	}
	step := w.at.Step
	t := w.Propose(Stay, run.Skip{Step: step, Why: why})
	if t.Done {
		w.Onward(step)
		t.Tell = append(t.Tell, flows.Msg("dialogue.skipped"))
	}
	return t
}

// Acceptable are the problems of the step that can be accepted with a reason and
// were not, those of the row and of the item where the dialogue stands first.
func (w *sight) Acceptable() []run.ProblemView {
	sv := w.Step()
	if sv == nil || w.Veiled(sv) {
		return nil
	}
	var near [3][]run.ProblemView
	put := func(list []run.ProblemView) {
		for i := range list {
			if pv := &list[i]; pv.Acceptable && pv.Accepted == nil {
				n := w.far(pv)
				near[n] = append(near[n], *pv)
			}
		}
	}
	for i := range sv.Items {
		iv := &sv.Items[i]
		if !w.Shown(iv) {
			continue
		}
		put(iv.Problems)
		for k := range iv.Rows {
			put(iv.Rows[k].Problems)
		}
	}
	return slices.Concat(near[:]...)
}

// far is how far a problem of the step is from where the dialogue stands: of its
// row or item, elsewhere in its item, in another one.
func (w *sight) far(pv *run.ProblemView) int {
	switch {
	case pv.Item != w.at.Item:
		return 2
	case w.at.Row != "" && pv.Row != w.at.Row:
		return 1
	}
	return 0
}

// Answered says that whoever was waited for has answered, and goes where that
// leads: to the next item, or to the step that is gone through again. Where the
// dialogue stands elsewhere, it stays.
func (w *Walk) Answered(at flows.Address, why string) Turn {
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
