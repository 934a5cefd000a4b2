package line

import (
	"fmt"
	"strconv"
	"strings"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/ui/face"
)

// help says what can be said.
func (w *walk) help(string) error {
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
func (w *walk) more(string) error {
	sv, iv := w.step(), w.item()
	said := false
	tell := func(body string) {
		if body != "" {
			w.prose("", body)
			said = true
		}
	}
	if iv != nil {
		tell(iv.Item.Help)
		if c := iv.Column(w.at.Column); c != nil {
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
		} else if it.Item.Help != "" && !asks(it) {
			tell(it.Item.Help)
		}
	}
	if !said {
		w.say(w.l.NoMore)
	}
	return nil
}

// readStep reads the whole step, with the answers that it has.
func (w *walk) readStep(string) error {
	sv := w.step()
	if sv == nil {
		w.tellEnd()
		return nil
	}
	w.heading(sv)
	for i := range sv.Items {
		iv := &sv.Items[i]
		if iv.State != run.Applies {
			continue
		}
		w.describe(iv)
		if asks(iv) {
			w.problems(standing(iv.Problems))
		}
	}
	for _, n := range sv.Notes {
		w.sayf(w.l.NoteBy, flows.CleanLine(n.By), w.day(n.At), flows.CleanLine(n.Text))
	}
	return nil
}

// list reads the steps, or the rows of a list.
func (w *walk) list(args string) error {
	if args != "" {
		name, from := cut(args)
		at, _ := flows.ParseItem(name)
		iv := itemOf(w.v, at)
		if iv == nil || iv.Item.Kind != flows.KindList {
			w.say(w.l.NoList)
			return nil
		}
		w.rows(iv, from)
		return nil
	}
	for i := range w.v.Steps {
		sv := &w.v.Steps[i]
		if sv.State == run.NotNeeded {
			continue
		}
		here := ""
		if sv.Step.ID == w.at.Step {
			here = w.l.Here
		}
		w.say(strings.TrimSpace(fmt.Sprintf("%d: %s %s. %s", w.v.Number(sv.Step.ID), sentence(flows.CleanLine(sv.Step.Title)), w.state(sv), here)))
	}
	if n := w.v.Progress.NotNeeded; n > 0 {
		w.say(sentence(capital(fmt.Sprintf(w.t.Wizard.NotNeeded, n))))
	}
	return nil
}

func (w *walk) readRows(from string) error {
	iv := w.item()
	if iv == nil || iv.Item.Kind != flows.KindList {
		w.say(w.l.NoList)
		return nil
	}
	w.rows(iv, from)
	return nil
}

func (w *walk) repeatSay(string) error {
	if sv := w.step(); sv != nil && sv.Step.Say != "" {
		w.sayf(w.l.Say, flows.CleanLine(sv.Step.Say))
		return nil
	}
	w.say(w.t.Overlay.SayNothing)
	return nil
}

func (w *walk) repeatSee(string) error {
	sv := w.step()
	if sv == nil || sv.Step.See == "" && len(sv.Step.IfNot) == 0 {
		w.say(w.l.SeeNothing)
		return nil
	}
	w.see(sv, false)
	return nil
}

// skipAhead leaves what is asked for as it is; at the end of a step it leaves
// the step open.
func (w *walk) skipAhead() error {
	switch {
	case w.at.Step == "":
		return nil
	case w.at.Item == "":
		return w.nextStep()
	case w.at.Row != "":
		return w.nextCell()
	}
	return w.next()
}

func (w *walk) nextStep() error {
	if id := w.v.Beside(w.at.Step, 1, none); id != "" {
		w.goTo(id)
		return nil
	}
	w.say(w.t.Wizard.LastStep)
	return nil
}

// goWord goes to a step by its number, its id or a beginning of its title.
func (w *walk) goWord(args string) error {
	step := w.stepNamed(args)
	if step == "" {
		w.sayf(w.l.NoStep, args)
		return nil
	}
	w.goTo(step)
	return nil
}

// stepNamed finds a step; "" for none.
func (w *walk) stepNamed(name string) string {
	if w.v.Step(name) != nil {
		return name
	}
	n, err := strconv.Atoi(name)
	for i := range w.v.Steps {
		sv := &w.v.Steps[i]
		if err == nil && sv.State != run.NotNeeded && w.v.Number(sv.Step.ID) == n || err != nil && hasPrefix(flows.CleanLine(sv.Step.Title), name) {
			return sv.Step.ID
		}
	}
	return ""
}

// doneWord completes the present step, or another.
func (w *walk) doneWord(args string) error {
	if args != "" {
		step := w.stepNamed(args)
		if step == "" {
			w.sayf(w.l.NoStep, args)
			return nil
		}
		if w.v.Step(step).State == run.Done {
			w.sayf(w.l.IsDone, sentence(flows.CleanLine(w.v.Step(step).Step.Title)))
			return nil
		}
		w.at, w.told, w.headed = flows.Address{Step: step}, false, step
	}
	if w.at.Step == "" {
		w.say(w.l.NoStepHere)
		return nil
	}
	return w.complete()
}

// quit leaves; where something is not saved, only when it is asked twice.
func (w *walk) quit(string) error {
	if w.unsaved != nil && !w.warned {
		w.warned = true
		w.sayf(w.l.QuitUnsaved, face.Cause(w.t, w.unsaved))
		return nil
	}
	return errQuit
}
