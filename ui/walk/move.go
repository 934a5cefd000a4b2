package walk

import (
	"slices"

	"lotse/flows"
	"lotse/flows/run"
)

// GoTo goes to a step, to the item with which to continue; with "" to the end
// of the run.
func (w *navigator) GoTo(step string) {
	if step != w.at.Step {
		w.leave()
	}
	w.at = flows.Address{Step: step}
	if sv := w.Step(); sv != nil && !w.IsHidden(sv) {
		w.at.Item = w.First(sv)
	}
}

// To goes to an item of the step; with "" to its end.
func (w *navigator) To(item string) {
	if item != w.at.Item {
		w.leave()
	}
	w.at = flows.Address{Step: w.at.Step, Item: item}
}

// ToEnd goes to the end of a step without looking at its items.
func (w *navigator) ToEnd(step string) {
	w.leave()
	w.at = flows.Address{Step: step}
}

// moveOn leaves a position that no longer exists or asks for nothing: to the
// next item, from a row to its list, from the end of a run that goes on again
// to its step.
func (w *navigator) moveOn() {
	iv := w.Item()
	switch {
	case w.at.Step == "":
		if w.view.Current != "" {
			w.GoTo(w.view.Current)
		}
	case w.at.Item == "":
	case iv == nil || !w.Stops(iv):
		id := w.AdjacentItem(w.at.Item, 1)
		if id == "" && !w.face.StopsAtEnd {
			id = w.AdjacentItem(w.at.Item, -1)
		}
		w.at = flows.Address{Step: w.at.Step, Item: id}
	case w.at.Row != "" && !hasCell(iv, w.at):
		w.at = w.at.Whole()
	}
}

// hasCell reports whether a row exists and its cell, if one is named, asks for
// something.
func hasCell(iv *run.ItemView, at flows.Address) bool {
	i := slices.IndexFunc(iv.Rows, func(r run.RowView) bool { return r.Row == at.Row })
	return i >= 0 && (at.Column == "" || iv.Column(at.Column) != nil && !iv.Rows[i].Hidden[at.Column])
}

// ToCell goes to a cell of the present list.
func (w *navigator) ToCell(row, column string) { w.at = w.at.In(row, column) }

// ToAddress goes to the item that a message, a problem or a cause names, in
// whichever step it is; only to its step if the dialogue does not stop at the
// item.
func (w *navigator) ToAddress(a flows.Address) {
	if a.Step == "" {
		if step, _, err := w.s.Resolve(a); err == nil {
			a.Step = step.ID
		}
	}
	if a.Step != "" && a.Step != w.at.Step {
		w.GoTo(a.Step)
	}
	iv := w.ItemAt(a)
	if iv == nil || !w.Stops(iv) {
		return
	}
	w.To(iv.Item.ID)
	if iv.Row == "" {
		w.at = w.at.In(a.Row, a.Column)
	}
}

// leave notes that the item was left.
func (w *navigator) leave() {
	if w.at.Item != "" {
		w.Visit(w.at)
	}
}

// Visit notes that the person has been at an item: its problems are shown from
// now on.
func (w *navigator) Visit(a flows.Address) { w.left[a.Whole()] = true }

// ShowProblems shows all problems of the step, as after a failed attempt to
// complete it.
func (w *navigator) ShowProblems() { w.tried[w.at.Step] = true }

// First is the item at which a step begins: one with unsubmitted input; in a
// step without any answer the first; else the first that holds the step open,
// or the first. "" for none.
func (w *navigator) First(sv *run.StepView) string {
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

// AdjacentItem is the nearest item after (by 1) or before (by -1) an item at
// which the dialogue stops, in the present state of the step: the last answer
// may have shown or hidden items. From the step's end ("") it is the last
// item, going back.
func (w *position) AdjacentItem(item string, by int) string {
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

// AdjacentStep is the step after or before the present one; steps that are not
// needed, and hidden ones, are passed over.
func (w *position) AdjacentStep(by int) string {
	return w.view.AdjacentStep(w.at.Step, by, func(s *run.StepView) bool { return w.IsHidden(s) })
}

// NextStep goes to the next step, unless a shown-once secret must be asked
// about first.
func (w *navigator) NextStep() Turn { return w.toStep(1, "dialogue.last_step") }

// PreviousStep goes to the step before, under the same condition.
func (w *navigator) PreviousStep() Turn { return w.toStep(-1, "dialogue.first_step") }

// SuggestedStep is the step to offer in place of one that cannot be done yet:
// the next one, or from the last step the one that the run continues with; ""
// for none.
func (w *position) SuggestedStep() string {
	if step := w.AdjacentStep(1); step != "" {
		return step
	}
	if w.view.Current != w.at.Step {
		return w.view.Current
	}
	return ""
}

// GoToSuggestedStep goes to the suggested step.
func (w *navigator) GoToSuggestedStep() Turn {
	if step := w.SuggestedStep(); step != "" {
		return w.LeaveFor(step)
	}
	return tell("dialogue.last_step")
}

func (w *navigator) toStep(by int, none string) Turn {
	step := w.AdjacentStep(by)
	if step == "" {
		return tell(none)
	}
	return w.LeaveFor(step)
}

// LeaveFor leaves the step for another one.
func (w *navigator) LeaveFor(step string) Turn {
	if at, ok := w.missingOnceSecret(); ok {
		return Turn{Ask: Once{At: at, Then: Stay, To: step}}
	}
	w.GoTo(step)
	return Turn{Do: w.Save()}
}

// Continue goes to the step that the run continues with; if that is the step
// it comes from, to the one after it.
func (w *navigator) Continue(from string) {
	if w.view.Current == from {
		w.at = flows.Address{Step: from}
		if id := w.AdjacentStep(1); id != "" {
			w.GoTo(id)
			return
		}
	}
	w.GoTo(w.view.Current)
}

// Go goes on in one of the ways; the turn has what that asks or tells.
func (w *Walk) Go(then Then) Turn {
	switch then {
	case Next:
		return w.next()
	case Forward:
		return w.toAdjacent(1, "dialogue.last_item")
	case Back:
		return w.back()
	case Finish:
		return w.Complete()
	case Pause:
		w.goToCurrent()
	case Meanwhile:
		if w.goToCurrent() {
			return tell("dialogue.meanwhile")
		}
		if iv := w.Item(); iv != nil && iv.Item.Kind == flows.KindWait {
			return w.next()
		}
	}
	return Turn{}
}

// goToCurrent goes to the step that the run continues with, if that is another
// one.
func (w *navigator) goToCurrent() bool {
	if w.view.Current == w.at.Step || w.view.Current == "" {
		return false
	}
	w.GoTo(w.view.Current)
	return true
}

func (w *Walk) next() Turn {
	id := w.AdjacentItem(w.at.Item, 1)
	if id == "" && !w.face.StopsAtEnd {
		return w.Complete()
	}
	w.To(id)
	return Turn{}
}

// back goes to the item before. A dialogue that asks one thing at a time goes
// from the beginning of a step to the last item of the step before.
func (w *Walk) back() Turn {
	if !w.face.StopsAtEnd || w.AdjacentItem(w.at.Item, -1) != "" {
		return w.toAdjacent(-1, "dialogue.first_item")
	}
	t := w.PreviousStep()
	if t.Ask == nil && len(t.Tell) == 0 {
		w.To(w.AdjacentItem("", -1))
	}
	return t
}

func (w *navigator) toAdjacent(by int, none string) Turn {
	id := w.AdjacentItem(w.at.Item, by)
	if id == "" {
		return tell(none)
	}
	w.To(id)
	return Turn{}
}
