package line

import (
	"fmt"
	"strings"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/flows/words"
	"lotse/ui/face"
)

// help says what can be said.
func (w *dialogue) help(string) error {
	h := &w.l.Help
	for _, line := range []string{
		h.Prompt, h.Words, h.More, h.Read, h.List, h.Say, h.Back, h.Go, h.Done, h.Clear, h.Accept, h.Note, h.Edit, h.Check, h.Draft, h.Quit,
		h.Ids, h.Set, h.Add, h.Wait, h.Problem, h.Literal,
	} {
		w.say(line)
	}
	return nil
}

// more reads what is folded: the help on what is asked for, and of the step.
func (w *dialogue) more(string) error {
	sv, iv := w.walk.Step(), w.item()
	said := false
	tell := func(body string) {
		if body != "" {
			w.prose("", body)
			said = true
		}
	}
	if iv != nil {
		tell(iv.Item.Help)
		if c := iv.Column(w.at().Column); c != nil {
			tell(c.Help)
		}
		if iv.Item.Action != nil {
			tell(iv.Item.Action.Body)
		}
	}
	for i := range w.items() {
		it := &sv.Items[i]
		if it.State != run.Applies {
			continue
		}
		if it.Item.Text != nil && it.Item.Text.Fold {
			tell(it.Item.Text.Body)
		} else if it.Item.Help != "" && !w.asks(it) {
			tell(it.Item.Help)
		}
	}
	if !said {
		w.say(w.l.NoMore)
	}
	return nil
}

// readStep reads the whole step, with the answers that it has.
func (w *dialogue) readStep(string) error {
	sv := w.walk.Step()
	if sv == nil {
		w.steps.tellEnd()
		return nil
	}
	w.steps.heading(sv)
	for i := range sv.Items {
		iv := &sv.Items[i]
		if iv.State != run.Applies {
			continue
		}
		w.teller.describe(iv)
		if w.asks(iv) {
			w.teller.problems(standing(iv.Problems))
		}
	}
	for _, n := range sv.Notes {
		w.sayf(w.l.NoteBy, flows.CleanLine(n.By), w.day(n.At), flows.CleanLine(n.Text))
	}
	return nil
}

// list reads the steps, or the rows of a list.
func (w *dialogue) list(args string) error {
	if args != "" {
		name, from := cut(args)
		_, iv, err := w.walk.Find(name)
		if err != nil || iv.Item.Kind != flows.KindList {
			w.teller.noList()
			return nil
		}
		w.teller.rows(iv, from)
		return nil
	}
	for i := range w.view().Steps {
		sv := &w.view().Steps[i]
		if sv.State == run.NotNeeded {
			continue
		}
		here := ""
		if sv.Step.ID == w.at().Step {
			here = w.l.Here
		}
		w.say(strings.TrimSpace(fmt.Sprintf("%d: %s %s. %s", w.view().Number(sv.Step.ID), sentence(flows.CleanLine(sv.Step.Title)), w.state(sv), here)))
	}
	if n := w.view().Progress.NotNeeded; n > 0 {
		w.say(sentence(face.Capital(fmt.Sprintf(w.t.Wizard.NotNeeded, n))))
	}
	return nil
}

func (w *dialogue) repeatSay(string) error {
	if sv := w.walk.Step(); sv != nil && sv.Step.Say != "" {
		w.sayf(w.l.Say, flows.CleanLine(sv.Step.Say))
		return nil
	}
	w.say(w.t.Overlay.SayNothing)
	return nil
}

func (w *dialogue) repeatSee(string) error {
	sv := w.walk.Step()
	if sv == nil || sv.Step.See == "" && len(sv.Step.IfNot) == 0 {
		w.say(w.l.SeeNothing)
		return nil
	}
	w.steps.see(sv, false)
	return nil
}

// skipAhead leaves what is asked for as it is; at the end of a step it leaves
// the step open.
func (w *dialogue) skipAhead(string) error {
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
func (w *dialogue) goWord(args string) error {
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
func (w *dialogue) doneWord(args string) error {
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

// desk leaves the run for the list of all, quit leaves altogether.
func (w *dialogue) desk(string) error { return w.leaves(words.DeskWord, errDesk) }

func (w *dialogue) quit(string) error { return w.leaves(words.DeskQuit, errQuit) }

// leaves leaves the run: where something is not saved, only when it is asked
// twice, and where a secret that is shown only once is not entered, by a word.
func (w *dialogue) leaves(said string, to error) error {
	if w.talk.unsaved != nil && !w.warned {
		w.warned = true
		w.sayf(w.l.QuitUnsaved, face.Cause(w.t, w.talk.unsaved), said)
		return nil
	}
	t, err := w.carrier.carry(w.walk.Leaves())
	if err != nil || t.Bad {
		return err
	}
	return to
}
