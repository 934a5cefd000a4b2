package line

import (
	"strings"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/flows/words"
)

// recordWords has the words that record something about a step, a problem or
// the run: skipped, accepted, noted, undone, reopened, abandoned.
type recordWords struct {
	*wording
	announcer *itemAnnouncer
	questions *questioner
	requests  *requestRunner
	navigator *navigator
}

// skip leaves the step undone, with a reason, after saying what stays blocked
// by that.
func (w *recordWords) skip(why string) error {
	if t := w.walk.AskBeforeSkipping(); len(t.Tell) > 0 {
		return w.requests.handle(t)
	}
	for _, m := range w.walk.BlockedBySkip() {
		w.say(w.message(m))
	}
	why, err := w.questions.why(why, w.l.SkipWhy)
	if err != nil {
		return err
	}
	return w.requests.handle(w.walk.Skip(why))
}

// note records a remark on the step.
func (w *recordWords) note(text string) error {
	if w.at().Step == "" {
		w.say(w.message(flows.Msg("dialogue.no_step")))
		return nil
	}
	text, err := w.questions.why(text, w.l.NoteText)
	if err != nil || text == "" {
		return err
	}
	_, err = w.requests.do(run.Note{Step: w.at().Step, Text: text})
	return err
}

// failed records that the present item, or the step, did not work.
func (w *recordWords) failed(why string) error {
	at, _ := w.walk.FailureHere()
	if at.Step == "" {
		w.say(w.message(flows.Msg("dialogue.no_step")))
		return nil
	}
	why, err := w.questions.why(why, words.Say(w.Lang, flows.Msg("failed.why")))
	if err != nil {
		return err
	}
	return w.requests.handle(w.walk.Fail(at, why))
}

// resolved records that it works now.
func (w *recordWords) resolved(why string) error {
	at, _ := w.walk.FailureHere()
	if at.Step == "" {
		w.say(w.message(flows.Msg("dialogue.no_step")))
		return nil
	}
	return w.requests.handle(w.walk.Resolve(at, why))
}

// undo takes back the last change, and says what is there again.
func (w *recordWords) undo(string) error {
	if t, err := w.requests.handleTurn(w.walk.Undo()); err != nil || !t.Done {
		return err
	}
	events := w.s.Events()
	w.announcer.changed(events[len(events)-1].About())
	return nil
}

// earlier takes over what another run of the customer answered, and says it.
func (w *recordWords) earlier(string) error {
	at := w.target()
	if t, err := w.requests.handleTurn(w.walk.TakeEarlier()); err != nil || !t.Done {
		return err
	}
	w.announcer.changed(at)
	w.announced = false
	return nil
}

// accept accepts a problem: the first that can be accepted, or the named one.
func (w *recordWords) accept(args string) error {
	step, problem, why := w.at().Step, "", args
	first, rest := cut(args)
	if s, p := w.walk.FindProblem(first); p != "" {
		step, problem, why = s, p, rest
	} else if looksLikeID(first) {
		w.sayf(w.l.NoProblem, first)
		return nil
	}
	if all := w.walk.Acceptable(); problem == "" && len(all) > 0 {
		problem = all[0].ID
		if why == "" {
			w.say(w.problem(all[0]))
		}
	}
	if problem == "" {
		w.say(w.message(flows.Msg("dialogue.accept_nothing")))
		return nil
	}
	why, err := w.questions.why(why, w.l.AcceptWhy)
	if err != nil {
		return err
	}
	if t, err := w.requests.handleTurn(w.walk.Accept(step, problem, why)); err != nil || !t.Done {
		return err
	}
	w.say(w.l.AcceptDone)
	return w.accepted()
}

// accepted goes on if nothing is wrong with the current item any more.
func (w *recordWords) accepted() error {
	iv := w.item()
	if iv == nil || iv.Item.Kind != flows.KindCheck && iv.Item.Kind != flows.KindField {
		return nil
	}
	for _, pv := range iv.Problems {
		if pv.Level != flows.Tell && pv.Accepted == nil {
			return nil
		}
	}
	return w.navigator.next()
}

// looksLikeID reports whether a word is meant as the id of a problem: it has a
// dot inside.
func looksLikeID(word string) bool {
	i := strings.IndexByte(word, '.')
	return i > 0 && i < len(word)-1
}
