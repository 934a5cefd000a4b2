package walk

import (
	"lotse/flows"
	"lotse/flows/run"
)

// FailureHere is where the present item, or else the present step, did not work;
// false where nothing of it is said. Where it is false, at is what can be said not to
// work: the present item, else the step.
func (w *position) FailureHere() (at flows.Address, failed bool) {
	sv := w.Step()
	if sv == nil {
		return flows.Address{}, false
	}
	if iv := w.Item(); iv != nil && iv.NotWorked != nil {
		return w.at.Whole(), true
	}
	if w.Item() != nil {
		return w.at.Whole(), false
	}
	for i := range sv.Items {
		if sv.Items[i].NotWorked != nil {
			return flows.Address{Step: sv.Step.ID, Item: sv.Items[i].Item.ID}, true
		}
	}
	return flows.AtStep(sv.Step.ID), false
}

// Fail says that an item, or a step, did not work.
func (w *Walk) Fail(at flows.Address, why string) Turn {
	return w.Propose(Stay, run.Fail{At: at, Why: why})
}

// Resolve says that it works now; why may be empty.
func (w *Walk) Resolve(at flows.Address, why string) Turn {
	return w.Propose(Stay, run.Resolve{At: at, Why: why})
}
