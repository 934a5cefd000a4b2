package walk

import (
	"time"

	"lotse/flows"
	"lotse/flows/run"
)

// MeanwhileSteps are the steps that can be done while a step waits: those that
// are open or to be looked at again, and may be seen now.
func (w *position) MeanwhileSteps(waits string) []*run.StepView {
	var steps []*run.StepView
	for i := range w.view.Steps {
		sv := &w.view.Steps[i]
		if sv.Step.ID != waits && !w.IsHidden(sv) && (sv.State == run.Open || sv.State == run.Stale) {
			steps = append(steps, sv)
		}
	}
	return steps
}

// NextTry is the rung of an open wait that comes after the one that is due; nil
// where none is due, or none comes.
func (w *position) NextTry(at flows.Address) *run.RungView {
	iv, now := w.ItemAt(at), w.face.Now()
	if iv == nil || iv.Wait == nil || iv.Wait.Rung(now) < 0 {
		return nil
	}
	return iv.Wait.Next(now)
}

// Tried records that the due try of a wait has brought nothing: it is looked at
// again when the next one is due.
func (w *Walk) Tried(at flows.Address) Turn {
	next := w.NextTry(at)
	if next == nil {
		return tell("wait.no_next")
	}
	return w.Propose(Meanwhile, run.WaitUntil{At: at, Until: next.At})
}

// Waits is the open wait of a step that is due first; nil for none.
func Waits(sv *run.StepView) *run.ItemView {
	var first *run.ItemView
	for i := range sv.Items {
		iv := &sv.Items[i]
		if iv.Wait == nil || iv.Wait.Due == nil {
			continue
		}
		if first == nil || iv.Wait.Due.Before(*first.Wait.Due) {
			first = iv
		}
	}
	return first
}

// DueBetween is whether a wait of the run becomes due after one time and by
// another, however long the view has been there.
func DueBetween(v *run.View, after, by time.Time) bool {
	return v.Due != nil && v.Due.After(after) && !v.Due.After(by)
}
