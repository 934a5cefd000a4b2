package line

import (
	"fmt"
	"reflect"
	"slices"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/ui/face"
	"lotse/ui/walk"
)

// announceItem says what an item is, before its prompt.
func (w *itemAnnouncer) announceItem(iv *run.ItemView) {
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
		w.problems(withoutMissing(iv.Problems))
	}
	if w.at().Row == "" {
		w.attached(iv.Attachments)
	}
}

// announceField says what comes before a field's prompt.
func (w *itemAnnouncer) announceField(iv *run.ItemView) {
	if flows.Empty(iv.Value) && !flows.Empty(iv.Previous) {
		w.sayf("%s: %s.", iv.Label(), fmt.Sprintf(w.t.Wizard.Previous, show(iv.Item.Field, iv.Previous)))
	}
	w.problems(withoutMissing(iv.Problems))
	w.earlierAnswer(iv)
	f := iv.Item.Field
	if f.Type != flows.TypeChoice && f.Type != flows.TypeChoices {
		return
	}
	w.say(sentence(iv.Label()))
	for i, o := range f.Options {
		w.sayf("%d: %s", i+1, flows.CleanLine(o.Label))
	}
}

// earlierAnswer says what another run of the customer answered.
func (w *itemAnnouncer) earlierAnswer(iv *run.ItemView) {
	if e := w.walk.Earlier(); e != nil {
		w.say(w.message(face.EarlierMessage(w.t, w.now(), e, show(iv.Item.Field, e.Value), "earlier.offer")))
	}
}

// announceList says how many rows there are, and what a row is called.
func (w *itemAnnouncer) announceList(iv *run.ItemView) {
	if w.at().Row != "" || w.skipList {
		return
	}
	words := sentence(iv.Label()) + " " + sentence(face.Capital(w.rowCount(len(iv.Rows))))
	if least := iv.Item.List.Min; least > len(iv.Rows) {
		words += " " + fmt.Sprintf(w.l.AtLeast, least)
	}
	if len(iv.Rows) > 0 {
		words += " " + w.l.RowsReads
	}
	w.say(words)
	w.problems(withoutMissing(iv.Problems))
}

// announceCheck says the result, and where to look.
func (w *itemAnnouncer) announceCheck(iv *run.ItemView) {
	w.describe(iv)
	for _, m := range w.armed(w.target()) {
		w.say(w.message(m))
	}
	for _, pv := range iv.Problems {
		told := walk.ToRun(iv) || reflect.DeepEqual(pv.Message, iv.Result.Message) // by how it stands
		switch {
		case !told || pv.Accepted != nil:
			w.say(w.problem(pv))
		case pv.Acceptable && !walk.ToRun(iv):
			w.say(w.l.CanAccept)
		}
	}
	w.otherCauses(iv)
	for i, c := range walk.Causes(iv) {
		if i == 0 {
			w.sayf("%s:", w.t.Check.Causes)
		}
		w.sayf("%d: %s", i+1, w.runText(c.Message))
	}
}

// otherCauses says the causes that name no answer, so that there is nothing to
// go to.
func (w *itemAnnouncer) otherCauses(iv *run.ItemView) {
	if walk.ToRun(iv) {
		return
	}
	said := false
	for _, c := range iv.Result.Causes {
		if !c.Item.IsZero() {
			continue
		}
		if !said {
			said = true
			w.sayf("%s:", w.t.Check.Behind)
		}
		w.say(w.runText(c.Message))
	}
}

// announceWait says who does what, and how long it usually takes.
func (w *itemAnnouncer) announceWait(iv *run.ItemView) {
	wait := iv.Item.Wait
	w.say(w.plain(sentence(face.Capital(flows.CleanLine(wait.For) + " " + wait.Reason))))
	if wait.Usual != "" {
		w.say(w.plain(sentence(fmt.Sprintf(w.t.Overlay.WaitUsual, wait.Usual))))
	}
	if wait.Try != "" {
		w.prose("", wait.Try)
	}
	for _, try := range face.Tries(w.t, w.now(), iv.Wait) {
		w.prose("", try)
	}
	if iv.Done || iv.Until != nil || iv.Wait != nil && iv.Wait.Due != nil {
		w.say(sentence(face.Capital(w.status(iv))))
	}
	if when := face.WaitClock(w.t, w.now(), iv.Wait); when != "" {
		w.say(sentence(face.Capital(when)))
	}
}

// announceGate says what cannot be undone, and what must hold first.
func (w *itemAnnouncer) announceGate(iv *run.ItemView) {
	w.sayf("%s: %s", w.t.Overlay.GateTitle, sentence(iv.Label()))
	g := iv.Item.Gate
	if g.Warning != "" {
		w.prose("", g.Warning)
	}
	for i, r := range g.Requires {
		word := w.t.Overlay.GateUnmet
		if iv.Met[i] {
			word = w.t.Overlay.GateMet
		}
		w.sayf("%s %s.", sentence(flows.CleanLine(r.Text)), face.Capital(word))
	}
}
