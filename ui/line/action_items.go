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

// actionItems has the prompts of items that are done rather than answered:
// tasks to tick, waits that end or continue, gates to pass. It also handles
// the words of line mode for them.
type actionItems struct {
	*wording
	prompter  *prompter
	announcer *itemAnnouncer
	requests  *requestRunner
	navigator *navigator
}

func (w *actionItems) taskPrompt(iv *run.ItemView) string {
	words := w.l.TaskOpen
	if iv.Done {
		words = w.l.TaskDone
	}
	if iv.Item.Help != "" {
		words += " " + w.l.MoreExplains
	}
	return sentence(iv.Label()) + " " + strings.TrimSuffix(words, ".")
}

// takeTask ticks a task with a yes, and takes the tick back with a no.
func (w *actionItems) takeTask(text string) error {
	switch {
	case text == "":
		return w.navigator.next()
	case words.IsNo(text, w.l.No):
		return w.requests.handle(w.walk.Tick(false, walk.Next))
	case words.IsYes(text, w.l.Yes):
		if t, err := w.requests.handleTurn(w.walk.Tick(true, walk.Stay)); err != nil || !t.Done {
			return err
		}
		return w.navigator.sayProblems(w.navigator.next)
	}
	w.say(w.l.YesOrNo)
	return nil
}

func (w *actionItems) waitPrompt(iv *run.ItemView) string {
	if iv.Done {
		return sentence(nameOf(iv)) + " " + w.l.EnterGoesOn
	}
	return sentence(nameOf(iv)) + " " + w.l.WaitPrompt
}

// passOver takes an empty line, which goes on, and refuses what is said at an
// item that is done. It reports whether the line is dealt with.
func (w *actionItems) passOver(text string) (taken bool, err error) {
	switch {
	case text == "":
		return true, w.navigator.next()
	case w.item().Done:
		w.say(w.l.NotUnderstood)
		return true, nil
	}
	return false, nil
}

// takeWait records that somebody has answered, or the day to look again.
func (w *actionItems) takeWait(text string) error {
	if taken, err := w.passOver(text); taken {
		return err
	}
	if hasPrefixFold(words.WaitAnswered, text) && len(text) > 1 {
		return w.requests.handle(w.walk.WaitAnswered(w.target(), ""))
	}
	return w.waitUntil(w.target(), text, "")
}

// waitUntil sets the day to look again.
func (w *actionItems) waitUntil(t flows.Address, text, why string) error {
	day, ok := flows.ParseDate(text, w.now())
	if !ok {
		w.say(w.l.WaitUnknown)
		return nil
	}
	w.say(w.understood(day))
	return w.requests.handle(w.walk.WaitUntil(t, day, why))
}

func (w *actionItems) gatePrompt(iv *run.ItemView) string {
	if iv.Done {
		return sentence(iv.Label()) + " " + face.Capital(w.t.Wizard.GatePassed) + ". " + w.l.EnterGoesOn
	}
	return sentence(iv.Label()) + " " + fmt.Sprintf(w.l.GatePrompt, iv.Item.Gate.Word)
}

// takeGate passes a point of no return: after the word it asks who decided.
func (w *actionItems) takeGate(text string) error {
	if taken, err := w.passOver(text); taken {
		return err
	}
	iv := w.item()
	if !iv.Item.Gate.Takes(text) {
		w.sayf(w.l.GateOther, iv.Item.Gate.Word)
		return nil
	}
	if i := slices.Index(iv.Met, false); i >= 0 {
		w.sayf(w.l.GateUnmet, sentence(flows.CleanLine(iv.Item.Gate.Requires[i].Text)), w.t.Overlay.GateUnmet)
		return nil
	}
	by, err := w.prompter.reply(w.t.Overlay.GateBy)
	if err != nil {
		return err
	}
	if by == "" {
		w.say(w.l.GateNobody)
		return nil
	}
	why, err := w.prompter.reply(w.t.Overlay.GateWhy + ". " + w.l.OrNothing)
	if err != nil {
		return err
	}
	if done, err := w.requests.do(run.PassGate{At: w.target(), Word: text, By: by, Why: why}); err != nil || !done {
		return err
	}
	return w.navigator.next()
}
