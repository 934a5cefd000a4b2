package line

import (
	"errors"
	"fmt"
	"strings"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/flows/words"
)

// do decides commands and saves them. What they change is said, and asked about,
// before they are done. It is false where nothing was done, which was said then.
func (w *walk) do(commands ...run.Command) (bool, error) { return w.decide(false, commands) }

// doSure does what needs no confirming.
func (w *walk) doSure(commands ...run.Command) (bool, error) { return w.decide(true, commands) }

func (w *walk) decide(confirmed bool, commands []run.Command) (bool, error) {
	out, err := w.s.Do(confirmed, commands...)
	var r *flows.Refusal
	if errors.As(err, &r) && r.Kind == flows.ErrRipple {
		yes, asked := w.confirm(out.Ripple)
		if asked != nil {
			return false, asked
		}
		if !yes {
			w.say(w.l.Left)
			return false, nil
		}
		_, err = w.s.Do(true, commands...)
	}
	switch {
	case errors.As(err, &r):
		w.refused(r)
		return false, nil
	case err != nil:
		return false, err
	}
	if err := w.save(commands); err != nil {
		return false, err
	}
	w.look()
	return true, nil
}

// refused says why nothing was done.
func (w *walk) refused(r *flows.Refusal) {
	m := r.Message
	if at, ok := r.At.(flows.Address); ok {
		if iv := itemOf(w.v, at); iv != nil {
			m = m.Map(func(s string) string { return strings.ReplaceAll(s, at.ItemName(), iv.Label()) })
		}
	}
	w.sayf(w.l.Refused, sentence(capital(words.Say(w.Lang, m))))
}

// confirm says what a change does to what stands already, and asks for a yes.
func (w *walk) confirm(list []run.Consequence) (bool, error) {
	n := 0
	for _, c := range list {
		if c.Effect != run.Keep {
			n += max(len(c.Items), 1)
		}
	}
	if n == 1 {
		w.sayf("%s:", w.t.Overlay.RippleOne)
	} else {
		w.sayf(w.t.Overlay.RippleTitle+":", n)
	}
	words := map[run.Effect]string{run.Void: w.l.Void, run.LookAgain: w.l.LookAgain, run.Keep: w.l.Kept}
	for _, effect := range []run.Effect{run.Void, run.LookAgain, run.Keep} {
		for _, c := range list {
			if c.Effect != effect {
				continue
			}
			names := strings.Join(w.v.Names(c), ", ")
			if names == "" {
				names = w.t.Overlay.RippleStep
			}
			w.sayf("%s: %s: %s.", words[effect], flows.CleanLine(c.Title), names)
		}
	}
	return w.agrees(w.l.Confirm)
}

// complete completes the step and goes on; where something holds it open, that
// is said and gone to.
func (w *walk) complete() error {
	step := w.at.Step
	sv := w.step()
	if sv == nil {
		return nil
	}
	title := flows.CleanLine(sv.Step.Title)
	if sv.State == run.Done {
		w.onward(step)
		return nil
	}
	held := w.holding(sv)
	if len(held) > 0 || len(sv.BlockedBy) > 0 {
		w.heldBy(sv, held)
		return nil
	}
	if done, err := w.do(run.Complete{Step: step}); err != nil || !done {
		return err
	}
	w.say(sentence(fmt.Sprintf(w.t.Wizard.StepDone, title)))
	w.onward(step)
	return nil
}

// heldBy says what holds a step open, and goes to the first of it.
func (w *walk) heldBy(sv *run.StepView, held []run.ProblemView) {
	if len(held) == 0 {
		w.sayf(w.t.Wizard.BlockedBy, sentence(w.v.Blockers(sv)))
		return
	}
	w.stillOpen(held)
	w.toHeld(held[0])
}

// toHeld goes to what a problem is about.
func (w *walk) toHeld(pv run.ProblemView) {
	w.toItem(pv.Item)
	w.brief = true
	if pv.Row != "" {
		w.at.Row, w.at.Column = pv.Row, pv.Column
	}
}
