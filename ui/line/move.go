package line

import (
	"slices"

	"lotse/flows"
	"lotse/flows/run"
)

// goTo goes to a step, where it is to be gone on with; to no step ("") at the
// end of the run.
func (w *walk) goTo(step string) {
	w.at, w.headed = flows.Address{Step: step}, ""
	w.one, w.brief, w.quiet = false, false, false
	if sv := w.step(); sv != nil {
		w.at.Item = w.first(sv)
	}
	w.told = false
}

// first is the item of a step with which to begin: one with typing that was not
// taken, which would not be heard of else, or where every face begins.
func (w *walk) first(sv *run.StepView) string {
	typed := func(item string) bool {
		_, ok := w.drafts[flows.Address{Step: sv.Step.ID, Item: item}]
		return ok
	}
	for i := range sv.Items {
		if iv := &sv.Items[i]; asks(iv) && typed(iv.Item.ID) {
			return iv.Item.ID
		}
	}
	return sv.Begin(asks, typed)
}

// toItem goes to an item of the step; to its end with "".
func (w *walk) toItem(item string) {
	w.at, w.told, w.one, w.brief, w.quiet = flows.Address{Step: w.at.Step, Item: item}, false, false, false, false
}

// next goes to the next item, or to the end of the step.
func (w *walk) next() error {
	w.toItem(w.neighbour(1))
	return nil
}

// back goes to the item before, or to the step before.
func (w *walk) back() error {
	if w.at.Row != "" {
		w.backCell()
		return nil
	}
	if item := w.neighbour(-1); item != "" {
		w.toItem(item)
		w.brief = true
		return nil
	}
	step := w.v.Beside(w.at.Step, -1, none)
	if step == "" {
		w.say(w.t.Wizard.FirstStep)
		return nil
	}
	w.goTo(step)
	w.toItem(w.neighbourOf("", -1))
	return nil
}

// neighbour is the item before or after the present one that asks for something,
// as the step stands now.
func (w *walk) neighbour(by int) string { return w.neighbourOf(w.at.Item, by) }

func (w *walk) neighbourOf(item string, by int) string {
	sv := w.step()
	if sv == nil {
		return ""
	}
	at := slices.IndexFunc(sv.Items, func(iv run.ItemView) bool { return iv.Item.ID == item })
	if item == "" {
		at = len(sv.Items)
	}
	for i := at + by; i >= 0 && i < len(sv.Items); i += by {
		if asks(&sv.Items[i]) {
			return sv.Items[i].Item.ID
		}
	}
	return ""
}

func none(*run.StepView) bool { return false }

// onward goes to the step that the run goes on with; from a step that the run
// would stay in, to the one after it.
func (w *walk) onward(from string) {
	if w.v.Current == from {
		if id := w.v.Beside(from, 1, none); id != "" {
			w.goTo(id)
			return
		}
	}
	w.goTo(w.v.Current)
}
