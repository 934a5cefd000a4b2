package line

import (
	"fmt"
	"slices"
	"strings"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/flows/words"
	"lotse/ui/face"
	"lotse/ui/walk"
)

// deeds asks for what is done rather than typed: tasks to tick, waits that are
// over or go on, gates to pass; and takes each by its id as well.
type deeds struct {
	*wording
	ear     *ear
	teller  *teller
	carrier *carrier
	way     *way
}

func (w *deeds) taskPrompt(iv *run.ItemView) string {
	words := w.l.TaskOpen
	if iv.Done {
		words = w.l.TaskDone
	}
	if iv.Item.Help != "" {
		words += " " + w.l.MoreExplains
	}
	return sentence(iv.Label()) + " " + strings.TrimSuffix(words, ".")
}

// takeTask ticks a task with a yes and takes the tick back with a no.
func (w *deeds) takeTask(text string) error {
	switch {
	case text == "":
		return w.way.next()
	case words.IsNo(text, w.l.No):
		return w.carrier.acts(w.walk.Tick(false, walk.Next))
	case words.IsYes(text, w.l.Yes):
		if t, err := w.carrier.carry(w.walk.Tick(true, walk.Stay)); err != nil || !t.Done {
			return err
		}
		return w.way.judge(w.way.next)
	}
	w.say(w.l.YesOrNo)
	return nil
}

func (w *deeds) waitPrompt(iv *run.ItemView) string {
	if iv.Done {
		return sentence(nameOf(iv)) + " " + w.l.EnterGoesOn
	}
	return sentence(nameOf(iv)) + " " + w.l.WaitPrompt
}

// takeWait takes that somebody has answered, or the day to look again.
func (w *deeds) takeWait(text string) error {
	iv := w.item()
	switch {
	case text == "":
		return w.way.next()
	case iv.Done:
		w.say(w.l.NotUnderstood)
		return nil
	case hasPrefix(words.WaitAnswered, text) && len(text) > 1:
		return w.carrier.acts(w.walk.Answered(w.target(), ""))
	}
	return w.waitUntil(w.target(), text, "")
}

// waitUntil sets the day to look again.
func (w *deeds) waitUntil(t flows.Address, text, why string) error {
	day, ok := flows.ParseDate(text, w.now())
	if !ok {
		w.say(w.l.WaitUnknown)
		return nil
	}
	w.say(w.understood(day))
	return w.carrier.acts(w.walk.WaitUntil(t, day, why))
}

func (w *deeds) gatePrompt(iv *run.ItemView) string {
	if iv.Done {
		return sentence(iv.Label()) + " " + face.Capital(w.t.Wizard.GatePassed) + ". " + w.l.EnterGoesOn
	}
	return sentence(iv.Label()) + " " + fmt.Sprintf(w.l.GatePrompt, iv.Item.Gate.Word)
}

// takeGate passes a point of no return: after the word it asks who decided.
func (w *deeds) takeGate(text string) error {
	iv := w.item()
	switch {
	case text == "":
		return w.way.next()
	case iv.Done:
		w.say(w.l.NotUnderstood)
		return nil
	case strings.TrimSpace(text) != iv.Item.Gate.Word:
		w.sayf(w.l.GateOther, iv.Item.Gate.Word)
		return nil
	}
	if i := slices.Index(iv.Met, false); i >= 0 {
		w.sayf(w.l.GateUnmet, sentence(flows.CleanLine(iv.Item.Gate.Requires[i].Text)), w.t.Overlay.GateUnmet)
		return nil
	}
	by, err := w.ear.reply(w.t.Overlay.GateBy)
	if err != nil {
		return err
	}
	if by == "" {
		w.say(w.l.GateNobody)
		return nil
	}
	why, err := w.ear.reply(w.t.Overlay.GateWhy + ". " + w.l.OrNothing)
	if err != nil {
		return err
	}
	if done, err := w.carrier.do(run.PassGate{At: w.target(), Word: text, By: by, Why: why}); err != nil || !done {
		return err
	}
	return w.way.next()
}
