package line

import (
	"lotse/flows"
	"lotse/flows/run"
	"lotse/flows/words"
	"lotse/ui/face"
	"lotse/ui/walk"
)

// moveWords has the words that move: to the item before or after, to another
// step, past the end of a step, and out of the run.
type moveWords struct {
	*wording
	session   *lineSession
	requests  *requestRunner
	navigator *navigator
	warned    bool // that quitting loses something
}

// back goes to the item before, or to the step before.
func (w *moveWords) back(string) error {
	if w.at().Row != "" {
		w.navigator.backCell()
		return nil
	}
	step := w.at().Step
	if err := w.requests.handle(w.walk.Go(walk.Back)); err != nil {
		return err
	}
	w.skipBefore = w.at().Step == step && !w.announced
	return nil
}

// skipAhead leaves the current item as it is; at the end of a step it leaves
// the step open.
func (w *moveWords) skipAhead(string) error {
	switch {
	case w.at().Step == "":
		return nil
	case w.at().Item == "":
		return w.requests.handle(w.walk.NextStep())
	case w.at().Row != "":
		return w.navigator.nextCell()
	}
	return w.navigator.next()
}

// goWord goes to a step by its number, its id or a beginning of its title.
func (w *moveWords) goWord(args string) error {
	step := w.walk.FindStep(args)
	if step == "" {
		w.sayf(w.l.NoStep, args)
		return nil
	}
	t, err := w.requests.handleTurn(w.walk.LeaveFor(step))
	if err == nil && !t.Bad {
		w.reset()
		w.headingSaid = ""
	}
	return err
}

// doneWord completes the present step, or another.
func (w *moveWords) doneWord(args string) error {
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
		w.headingSaid = step
	}
	return w.navigator.complete()
}

func (w *moveWords) endPrompt() string {
	sv := w.walk.Step()
	switch {
	case sv.State == run.Done:
		return w.l.EndDone
	case len(sv.BlockedBy) > 0 && w.walk.SuggestedStep() == "":
		return w.l.EndStuck
	case len(sv.BlockedBy) > 0:
		return w.l.EndBlocked
	case len(walk.MustProblems(sv)) > 0:
		return w.l.EndHeld
	case len(sv.Warnings()) > 0:
		return w.l.EndWarned
	}
	return w.l.End
}

// takeStepEnd completes the step if nothing holds it open.
func (w *moveWords) takeStepEnd(text string) error {
	if text != "" {
		w.say(w.l.NotUnderstood)
		return nil
	}
	switch sv := w.walk.Step(); {
	case sv.State != run.Done && len(sv.BlockedBy) > 0:
		return w.requests.handle(w.walk.GoToSuggestedStep())
	case sv.State != run.Done && len(walk.MustProblems(sv)) > 0: // that was said
		t := w.walk.Complete()
		t.Tell = nil
		t, err := w.requests.handleTurn(t)
		w.navigator.repeatHeld(t)
		return err
	}
	return w.navigator.complete()
}

// takeOver handles the prompt of a run that was already at its end when it was
// opened.
func (w *moveWords) takeOver(text string) error {
	if text != "" {
		w.say(w.l.NotUnderstood)
		return nil
	}
	return errDesk
}

// desk leaves the run for the list of runs, quit leaves the program.
func (w *moveWords) desk(string) error { return w.leaves(words.DeskWord, errDesk) }

func (w *moveWords) quit(string) error { return w.leaves(words.DeskQuit, errQuit) }

// leaves leaves the run: if something is not saved only when asked twice, and
// if a secret that is shown only once is missing only after a word.
func (w *moveWords) leaves(said string, to error) error {
	if w.session.unsaved != nil && !w.warned {
		w.warned = true
		w.sayf(w.l.QuitUnsaved, face.UnsavedReason(w.t, w.session.unsaved), said)
		return nil
	}
	t, err := w.requests.handleTurn(w.walk.AskBeforeLeaving())
	if err != nil || t.Bad {
		return err
	}
	return to
}
