package line

import (
	"lotse/flows"
	"lotse/flows/run"
	"lotse/flows/words"
	"lotse/ui/face"
	"lotse/ui/walk"
)

// moves takes the words that go somewhere else: to what stands before or behind, to
// another step, over the end of one, and out of the run.
type moves struct {
	*wording
	talk    *talk
	carrier *carrier
	way     *way
	warned  bool // that quitting loses something
}

// back goes to the item before, or to the step before.
func (w *moves) back(string) error {
	if w.at().Row != "" {
		w.way.backCell()
		return nil
	}
	step := w.at().Step
	if err := w.carrier.acts(w.walk.Go(walk.Back)); err != nil {
		return err
	}
	w.brief = w.at().Step == step && !w.told
	return nil
}

// skipAhead leaves what is asked for as it is; at the end of a step it leaves
// the step open.
func (w *moves) skipAhead(string) error {
	switch {
	case w.at().Step == "":
		return nil
	case w.at().Item == "":
		return w.carrier.acts(w.walk.NextStep())
	case w.at().Row != "":
		return w.way.nextCell()
	}
	return w.way.next()
}

// goWord goes to a step by its number, its id or a beginning of its title.
func (w *moves) goWord(args string) error {
	step := w.walk.FindStep(args)
	if step == "" {
		w.sayf(w.l.NoStep, args)
		return nil
	}
	t, err := w.carrier.carry(w.walk.LeaveFor(step))
	if err == nil && !t.Bad {
		w.again()
		w.headed = ""
	}
	return err
}

// doneWord completes the present step, or another.
func (w *moves) doneWord(args string) error {
	if args != "" {
		step := w.walk.FindStep(args)
		if step == "" {
			w.sayf(w.l.NoStep, args)
			return nil
		}
		if w.view().Step(step).State == run.Done {
			w.sayf(w.l.IsDone, sentence(flows.CleanLine(w.view().Step(step).Step.Title)))
			return nil
		}
		w.walk.ToEnd(step)
		w.arrive()
		w.headed = step
	}
	return w.way.complete()
}

func (w *moves) endPrompt() string {
	sv := w.walk.Step()
	switch {
	case sv.State == run.Done:
		return w.l.EndDone
	case len(sv.BlockedBy) > 0 && w.walk.Other() == "":
		return w.l.EndStuck
	case len(sv.BlockedBy) > 0:
		return w.l.EndBlocked
	case len(walk.Held(sv)) > 0:
		return w.l.EndHeld
	case len(sv.Warnings()) > 0:
		return w.l.EndWarned
	}
	return w.l.End
}

// takeStepEnd completes the step where nothing holds it.
func (w *moves) takeStepEnd(text string) error {
	if text != "" {
		w.say(w.l.NotUnderstood)
		return nil
	}
	switch sv := w.walk.Step(); {
	case sv.State != run.Done && len(sv.BlockedBy) > 0:
		return w.carrier.acts(w.walk.OtherStep())
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
func (w *moves) takeOver(text string) error {
	if text != "" {
		w.say(w.l.NotUnderstood)
		return nil
	}
	return errDesk
}

// desk leaves the run for the list of all, quit leaves altogether.
func (w *moves) desk(string) error { return w.leaves(words.DeskWord, errDesk) }

func (w *moves) quit(string) error { return w.leaves(words.DeskQuit, errQuit) }

// leaves leaves the run: where something is not saved, only when it is asked
// twice, and where a secret that is shown only once is not entered, by a word.
func (w *moves) leaves(said string, to error) error {
	if w.talk.unsaved != nil && !w.warned {
		w.warned = true
		w.sayf(w.l.QuitUnsaved, face.UnsavedReason(w.t, w.talk.unsaved), said)
		return nil
	}
	t, err := w.carrier.carry(w.walk.Leaves())
	if err != nil || t.Bad {
		return err
	}
	return to
}
