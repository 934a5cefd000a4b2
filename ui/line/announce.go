package line

import (
	"lotse/flows/run"
	"lotse/ui/walk"
)

func (w *dialogue) endPrompt() string {
	sv := w.walk.Step()
	switch {
	case sv.State == run.Done:
		return w.l.EndDone
	case len(sv.BlockedBy) > 0:
		return w.l.EndBlocked
	case len(walk.Held(sv)) > 0:
		return w.l.EndHeld
	}
	return w.l.End
}

// takeStepEnd completes the step where nothing holds it.
func (w *dialogue) takeStepEnd(text string) error {
	if text != "" {
		w.say(w.l.NotUnderstood)
		return nil
	}
	switch sv := w.walk.Step(); {
	case sv.State != run.Done && len(sv.BlockedBy) > 0:
		return w.carrier.acts(w.walk.NextStep())
	case sv.State != run.Done && len(walk.Held(sv)) > 0: // that was said
		t := w.walk.Complete()
		t.Tell = nil
		t, err := w.carrier.carry(t)
		w.way.held(t)
		return err
	}
	return w.way.complete()
}

// takeOver is asked on a run that had come to its end when it was opened.
func (w *dialogue) takeOver(text string) error {
	if text != "" {
		w.say(w.l.NotUnderstood)
		return nil
	}
	return errDesk
}
