package walk

import (
	"slices"

	"lotse/flows"
	"lotse/flows/run"
)

// GoTo goes to a step, where it is to be gone on with; to no step ("") at the
// end of the run.
func (w *course) GoTo(step string) {
	if step != w.at.Step {
		w.leave()
	}
	w.at = flows.Address{Step: step}
	if sv := w.Step(); sv != nil && !w.Veiled(sv) {
		w.at.Item = w.First(sv)
	}
}

// To goes to an item of the step; to its end with "".
func (w *course) To(item string) {
	if item != w.at.Item {
		w.leave()
	}
	w.at = flows.Address{Step: w.at.Step, Item: item}
}

// ToEnd goes to the end of a step, without looking at what stands in it.
func (w *course) ToEnd(step string) {
	w.leave()
	w.at = flows.Address{Step: step}
}

// settle goes on from what is not there any more, or asks for nothing: to the
// next item, from a row to its list, from the end of a run that goes on again to
// its step.
func (w *course) settle() {
	iv := w.Item()
	switch {
	case w.at.Step == "":
		if w.view.Current != "" {
			w.GoTo(w.view.Current)
		}
	case w.at.Item == "":
	case iv == nil || !w.Stops(iv):
		id := w.Neighbour(w.at.Item, 1)
		if id == "" && !w.face.StopsAtEnd {
			id = w.Neighbour(w.at.Item, -1)
		}
		w.at = flows.Address{Step: w.at.Step, Item: id}
	case w.at.Row != "" && !hasCell(iv, w.at):
		w.at = w.at.Whole()
	}
}

// hasCell reports whether a row is there and its cell, where one is named, asks
// for something.
func hasCell(iv *run.ItemView, at flows.Address) bool {
	i := slices.IndexFunc(iv.Rows, func(r run.RowView) bool { return r.Row == at.Row })
	return i >= 0 && (at.Column == "" || iv.Column(at.Column) != nil && !iv.Rows[i].Hidden[at.Column])
}

// ToCell goes to a cell of the list at which the dialogue stands.
func (w *course) ToCell(row, column string) { w.at = w.at.In(row, column) }

// ToAddress goes to what a message, a problem or a cause names, in whatever
// step it is; to its step alone where the dialogue does not stop there.
func (w *course) ToAddress(a flows.Address) {
	if a.Step == "" {
		if step, _, err := w.s.Resolve(a); err == nil {
			a.Step = step.ID
		}
	}
	if a.Step != "" && a.Step != w.at.Step {
		w.GoTo(a.Step)
	}
	if iv := w.ItemAt(a); iv != nil && w.Stops(iv) {
		w.To(a.Item)
		w.at = w.at.In(a.Row, a.Column)
	}
}

// leave notes that the item is left.
func (w *course) leave() {
	if w.at.Item != "" {
		w.Visit(w.at)
	}
}

// Visit notes that somebody has been at an item: its problems are shown from now
// on.
func (w *course) Visit(a flows.Address) { w.left[a.Whole()] = true }

// ShowProblems shows all problems of the step, as when it could not be
// completed.
func (w *course) ShowProblems() { w.tried[w.at.Step] = true }

// First is the item of a step with which to begin: one with typing that was not
// taken; in a step that nothing was entered in, the first; else the first that
// holds it open, or the first. "" is none.
func (w *course) First(sv *run.StepView) string {
	first, holding, fresh := "", "", sv.State != run.Done
	for i := range sv.Items {
		iv := &sv.Items[i]
		switch {
		case !w.Stops(iv):
			continue
		case w.typedIn(sv.Step.ID, iv.Item.ID):
			return iv.Item.ID
		}
		if first == "" {
			first = iv.Item.ID
		}
		if holding == "" && iv.Holds() {
			holding = iv.Item.ID
		}
		fresh = fresh && !iv.Given()
	}
	if fresh || holding == "" {
		return first
	}
	return holding
}

// Neighbour is the item before (by -1) or after (by 1) an item of the step at
// which the dialogue stops, as the step stands now: what was just answered may
// have made or hidden some. Of no item ("") it is the last one, going back.
func (w *sight) Neighbour(item string, by int) string {
	sv := w.Step()
	if sv == nil {
		return ""
	}
	at := slices.IndexFunc(sv.Items, func(iv run.ItemView) bool { return iv.Item.ID == item })
	switch {
	case item == "":
		at = len(sv.Items)
	case at < 0:
		return ""
	}
	for i := at + by; i >= 0 && i < len(sv.Items); i += by {
		if w.Stops(&sv.Items[i]) {
			return sv.Items[i].Item.ID
		}
	}
	return ""
}

// Beside is the step before or after the one at which the dialogue stands; those
// that are not needed, or not for the eyes that look on, are passed over.
func (w *sight) Beside(by int) string {
	return w.view.AdjacentStep(w.at.Step, by, func(s *run.StepView) bool { return w.Veiled(s) })
}

// NextStep and PreviousStep go to the step beside, if a shown-once secret need
// not be asked about first.
func (w *course) NextStep() Turn { return w.toStep(1, "dialogue.last_step") }

// PreviousStep goes to the step before.
func (w *course) PreviousStep() Turn { return w.toStep(-1, "dialogue.first_step") }

// Other is the step to go on with from one that comes later: the one beside it,
// from the last one that which the run goes on with; "" for none.
func (w *sight) Other() string {
	if step := w.Beside(1); step != "" {
		return step
	}
	if w.view.Current != w.at.Step {
		return w.view.Current
	}
	return ""
}

// OtherStep goes there.
func (w *course) OtherStep() Turn {
	if step := w.Other(); step != "" {
		return w.LeaveFor(step)
	}
	return tell("dialogue.last_step")
}

func (w *course) toStep(by int, none string) Turn {
	step := w.Beside(by)
	if step == "" {
		return tell(none)
	}
	return w.LeaveFor(step)
}

// LeaveFor leaves the step for another one.
func (w *course) LeaveFor(step string) Turn {
	if at, ok := w.uncaptured(); ok {
		return Turn{Ask: Once{At: at, Then: Stay, To: step}}
	}
	w.GoTo(step)
	return Turn{Do: w.Save()}
}

// Onward goes to the step that the run goes on with; from a step that it would
// stay in, to the one after it.
func (w *course) Onward(from string) {
	if w.view.Current == from {
		w.at = flows.Address{Step: from}
		if id := w.Beside(1); id != "" {
			w.GoTo(id)
			return
		}
	}
	w.GoTo(w.view.Current)
}

// Go goes on in one of the ways; what that asks or tells is the turn.
func (w *Walk) Go(then Then) Turn {
	switch then {
	case Next:
		return w.next()
	case Forward:
		return w.beside(1, "dialogue.last_item")
	case Back:
		return w.back()
	case Finish:
		return w.Complete()
	case Pause:
		w.pause()
	case Meanwhile:
		if w.pause() {
			return tell("dialogue.meanwhile")
		}
		if iv := w.Item(); iv != nil && iv.Item.Kind == flows.KindWait {
			return w.next()
		}
	}
	return Turn{}
}

// pause goes to the step that the run goes on with, where that is another one.
func (w *course) pause() bool {
	if w.view.Current == w.at.Step || w.view.Current == "" {
		return false
	}
	w.GoTo(w.view.Current)
	return true
}

func (w *Walk) next() Turn {
	id := w.Neighbour(w.at.Item, 1)
	if id == "" && !w.face.StopsAtEnd {
		return w.Complete()
	}
	w.To(id)
	return Turn{}
}

// back goes to the item before. A dialogue that asks one thing at a time goes
// over the beginning of a step, to the last item of the one before.
func (w *Walk) back() Turn {
	if !w.face.StopsAtEnd || w.Neighbour(w.at.Item, -1) != "" {
		return w.beside(-1, "dialogue.first_item")
	}
	t := w.PreviousStep()
	if t.Ask == nil && len(t.Tell) == 0 {
		w.To(w.Neighbour("", -1))
	}
	return t
}

func (w *course) beside(by int, none string) Turn {
	id := w.Neighbour(w.at.Item, by)
	if id == "" {
		return tell(none)
	}
	w.To(id)
	return Turn{}
}
