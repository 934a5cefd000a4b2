package line

import (
	"fmt"
	"slices"
	"strings"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/ui/walk"
)

// announce says what stands at the spot before it is asked for: the step's
// heading where it was entered, what is to be read before the item, and the
// item itself.
func (w *dialogue) announce() {
	sv := w.walk.Step()
	if sv == nil {
		w.tellEnd()
		return
	}
	if w.headed != sv.Step.ID {
		w.headed = sv.Step.ID
		w.heading(sv)
	}
	if w.at().Row == "" && !w.brief && !w.quiet {
		for i := range w.between(sv) {
			w.describe(&w.between(sv)[i])
		}
	}
	if iv := w.item(); iv != nil {
		w.announceItem(iv)
		return
	}
	w.announceEnd(sv)
}

// between are the items that stand between the one before and the present one.
func (w *dialogue) between(sv *run.StepView) []run.ItemView {
	to := len(sv.Items)
	if w.at().Item != "" {
		to = slices.IndexFunc(sv.Items, func(iv run.ItemView) bool { return iv.Item.ID == w.at().Item })
	}
	from := to
	for from > 0 && !w.asks(&sv.Items[from-1]) {
		from--
	}
	return sv.Items[from:to]
}

// heading is what a step begins with.
func (w *dialogue) heading(sv *run.StepView) {
	w.blank()
	words := []string{fmt.Sprintf(w.l.Step, w.view().Number(sv.Step.ID), w.view().Progress.Needed(), sentence(flows.CleanLine(sv.Step.Title)))}
	if actor := w.actor(sv.Step.Actor); actor != "" {
		words = append(words, actor)
	}
	if n := sv.Step.Minutes; n == 1 {
		words = append(words, w.l.Minute)
	} else if n > 0 {
		words = append(words, fmt.Sprintf(w.l.Minutes, n))
	}
	if sv.Step.Internal {
		words = append(words, w.l.Internal)
	}
	if sv.Round > 1 {
		words = append(words, fmt.Sprintf(w.l.Round, sv.Round))
	}
	if sv.State != run.Open {
		words = append(words, w.state(sv)+".")
	}
	w.say(strings.Join(words, " "))
	if sv.State == run.Blocked {
		w.say(w.message(flows.Msg("dialogue.blocked", "missing", w.view().Blockers(sv))))
	}
	w.since(sv)
	if sv.Step.Say != "" {
		w.sayf(w.l.Say, flows.CleanLine(sv.Step.Say))
	}
	w.see(sv, len(sv.Step.IfNot) > 0)
}

// since says what changed of what a step rests on that has to be looked at again.
func (w *dialogue) since(sv *run.StepView) {
	id := w.walk.SinceID(sv)
	if id == "" {
		return
	}
	w.say(w.t.Wizard.Since)
	for _, m := range w.walk.Since(sv) {
		w.say(w.message(m))
	}
	w.sinceTold[sv.Step.ID] = id
}

// untold names the step itself where something changed in what it rests on and
// was not said.
func (w *dialogue) untold(sv *run.StepView) []string {
	if id := w.walk.SinceID(sv); id != w.sinceTold[sv.Step.ID] && id != "" {
		return []string{id}
	}
	return nil
}

// see is what the other side sees; short leaves out what to do otherwise.
func (w *dialogue) see(sv *run.StepView, short bool) {
	words := ""
	if sv.Step.See != "" {
		words = fmt.Sprintf(w.l.See, flows.CleanLine(sv.Step.See))
	}
	if short {
		words = strings.TrimSpace(words + " " + w.l.Otherwise)
	}
	if words != "" {
		w.say(words)
	}
	if short {
		return
	}
	for _, b := range sv.Step.IfNot {
		w.sayf(w.l.If, b.Letter, flows.CleanLine(b.Text))
	}
}

// announceItem says what an item is, before its prompt.
func (w *dialogue) announceItem(iv *run.ItemView) {
	if iv.LookAgain && iv.Item.Kind != flows.KindCheck && !slices.ContainsFunc(iv.Problems, func(pv run.ProblemView) bool { return pv.Code == "look_again" }) {
		w.say(sentence(named(iv.Label(), w.t.Wizard.LookAgain)))
	}
	switch iv.Item.Kind {
	case flows.KindField:
		w.announceField(iv)
	case flows.KindList:
		w.announceList(iv)
	case flows.KindCheck:
		w.announceCheck(iv)
	case flows.KindGate:
		w.announceGate(iv)
	case flows.KindWait:
		w.announceWait(iv)
	default:
		w.problems(standing(iv.Problems))
	}
}

// standing are the problems that say more than that nothing is there.
func standing(all []run.ProblemView) []run.ProblemView {
	return slices.DeleteFunc(slices.Clone(all), run.ProblemView.Missing)
}

// announceEnd says what stands at the end of a step.
func (w *dialogue) announceEnd(sv *run.StepView) {
	if slices.ContainsFunc(sv.Items, func(iv run.ItemView) bool { return iv.State == run.UndecidedItem && !iv.Item.Internal }) {
		w.say(w.t.Wizard.Undecided)
	}
	if held := walk.Held(sv); len(held) > 0 {
		w.stillOpen(held)
	}
}

// mostOpen is how many problems are said at a time.
const mostOpen = 5

// stillOpen says what holds a step open.
func (w *dialogue) stillOpen(held []run.ProblemView) {
	for _, m := range w.walk.Holding(held) {
		w.say(w.message(m))
	}
}

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
		return w.acts(w.walk.NextStep())
	case sv.State != run.Done && len(walk.Held(sv)) > 0: // that was said
		t := w.walk.Complete()
		t.Tell = nil
		t, err := w.carry(t)
		w.held(t)
		return err
	}
	return w.complete()
}

// tellEnd says that a run came to its end.
func (w *dialogue) tellEnd() {
	w.blank()
	switch w.view().Status {
	case run.StatusEnded:
		w.sayf(w.t.Wizard.EndedAs, flows.CleanLine(w.view().Why))
	case run.StatusAbandoned:
		w.sayf(w.t.Wizard.AbandonedAs, flows.CleanLine(w.view().Why))
	default:
		w.finished()
	}
}

// finished says that every step was taken, and over which warnings.
func (w *dialogue) finished() {
	remains := w.walk.Remains(mostWarnings)
	if len(remains) == 0 {
		w.say(w.t.Wizard.Finished)
		return
	}
	w.say(w.message(flows.Msg("dialogue.done_warned", "n", *w.view().Progress.Warnings)))
	for _, m := range remains {
		w.sayf("%s %s", w.l.Warning, w.message(m))
	}
}

// takeOver is asked on a run that had come to its end when it was opened.
func (w *dialogue) takeOver(text string) error {
	if text != "" {
		w.say(w.l.NotUnderstood)
		return nil
	}
	return errDesk
}
