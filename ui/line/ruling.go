package line

import (
	"strings"

	"lotse/flows"
	"lotse/flows/run"
)

// rulings puts on record what is decided about a step, a problem or the run, beside
// the items: skipped, accepted, noted, taken back, opened again, given up.
type rulings struct {
	*wording
	teller  *teller
	decider *decider
	carrier *carrier
	way     *way
}

// skip leaves the step undone, with a reason; what stays blocked by that is said
// before.
func (w *rulings) skip(why string) error {
	if t := w.walk.Skips(); len(t.Tell) > 0 {
		return w.carrier.acts(t)
	}
	for _, m := range w.walk.Hindered() {
		w.say(w.message(m))
	}
	why, err := w.decider.why(why, w.l.SkipWhy)
	if err != nil {
		return err
	}
	return w.carrier.acts(w.walk.Skip(why))
}

// note puts a remark on the step on record.
func (w *rulings) note(text string) error {
	if w.at().Step == "" {
		w.say(w.message(flows.Msg("dialogue.no_step")))
		return nil
	}
	text, err := w.decider.why(text, w.l.NoteText)
	if err != nil || text == "" {
		return err
	}
	_, err = w.carrier.do(run.Note{Step: w.at().Step, Text: text})
	return err
}

// undo takes back the last change, and says what stands again.
func (w *rulings) undo(string) error {
	if t, err := w.carrier.carry(w.walk.Undo()); err != nil || !t.Done {
		return err
	}
	events := w.s.Events()
	w.teller.changed(events[len(events)-1].About())
	return nil
}

// accept accepts a problem: the first that can be, or the one that is named.
func (w *rulings) accept(args string) error {
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
	why, err := w.decider.why(why, w.l.AcceptWhy)
	if err != nil {
		return err
	}
	if t, err := w.carrier.carry(w.walk.Accept(step, problem, why)); err != nil || !t.Done {
		return err
	}
	w.say(w.l.AcceptDone)
	return w.accepted()
}

// accepted goes on where nothing is wrong any more with what is asked for.
func (w *rulings) accepted() error {
	iv := w.item()
	if iv == nil || iv.Item.Kind != flows.KindCheck && iv.Item.Kind != flows.KindField {
		return nil
	}
	for _, pv := range iv.Problems {
		if pv.Level != flows.Tell && pv.Accepted == nil {
			return nil
		}
	}
	return w.way.next()
}

// looksLikeID reports whether a word is meant as the id of a problem: it has a
// dot inside.
func looksLikeID(word string) bool {
	i := strings.IndexByte(word, '.')
	return i > 0 && i < len(word)-1
}
