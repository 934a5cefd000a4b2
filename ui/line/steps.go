package line

import (
	"fmt"
	"slices"
	"strings"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/ui/walk"
)

// steps says a step: its heading, what is to be read before what is asked for,
// what holds it, and the end of the run. It knows which changes it has said.
type steps struct {
	*wording
	teller    *teller
	sinceTold map[string]string // by step: which changes were said
}

// announce says what stands at the spot before it is asked for: the step's
// heading where it was entered, what is to be read before the item, and the
// item itself.
func (w *steps) announce() {
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
			w.teller.describe(&w.between(sv)[i])
		}
	}
	if iv := w.item(); iv != nil {
		w.teller.announceItem(iv)
		return
	}
	w.announceEnd(sv)
}

// between are the items that stand between the one before and the present one.
func (w *steps) between(sv *run.StepView) []run.ItemView {
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
func (w *steps) heading(sv *run.StepView) {
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
func (w *steps) since(sv *run.StepView) {
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
func (w *steps) untold(sv *run.StepView) []string {
	if id := w.walk.SinceID(sv); id != w.sinceTold[sv.Step.ID] && id != "" {
		return []string{id}
	}
	return nil
}

// see is what the other side sees; short leaves out what to do otherwise.
func (w *steps) see(sv *run.StepView, short bool) {
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

// announceEnd says what stands at the end of a step.
func (w *steps) announceEnd(sv *run.StepView) {
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
func (w *steps) stillOpen(held []run.ProblemView) {
	for _, m := range w.walk.Holding(held) {
		w.say(w.message(m))
	}
}

// tellEnd says that a run came to its end.
func (w *steps) tellEnd() {
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
func (w *steps) finished() {
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

func (w *steps) actor(a flows.Actor) string {
	return map[flows.Actor]string{flows.Consultant: w.l.Consultant, flows.Customer: w.l.Customer, flows.Vendor: w.l.Vendor}[a]
}
