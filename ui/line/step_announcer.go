package line

import (
	"fmt"
	"slices"
	"strings"

	"lotse/flows"
	"lotse/flows/document/report"
	"lotse/flows/run"
	"lotse/flows/words"
	"lotse/ui/face"
	"lotse/ui/walk"
)

// stepAnnouncer says a step: its heading, what is to be read before the
// current item, what holds it open, and the end of the run. It knows which
// changes it has said.
type stepAnnouncer struct {
	*wording
	announcer *itemAnnouncer
	sinceTold map[string]string // by step: which changes were said
}

// announce says what comes before the prompt: the step's heading if the step
// was just entered, what is to be read before the item, and the item itself.
func (w *stepAnnouncer) announce() {
	sv := w.walk.Step()
	if sv == nil {
		w.tellEnd()
		return
	}
	if w.headingSaid != sv.Step.ID {
		w.headingSaid = sv.Step.ID
		w.heading(sv)
	}
	if w.at().Row == "" && !w.skipBefore && !w.skipList {
		for i := range w.between(sv) {
			w.announcer.describe(&w.between(sv)[i])
		}
	}
	if iv := w.item(); iv != nil {
		w.announcer.announceItem(iv)
		return
	}
	w.announceEnd(sv)
}

// between are the items between the previous and the current one.
func (w *stepAnnouncer) between(sv *run.StepView) []run.ItemView {
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
func (w *stepAnnouncer) heading(sv *run.StepView) {
	w.emptyLine()
	said := []string{fmt.Sprintf(w.l.Step, w.view().Number(sv.Step.ID), w.view().Progress.Needed(), sentence(flows.CleanLine(sv.Step.Title)))}
	if actor := w.actor(sv.Step.Actor); actor != "" {
		said = append(said, actor)
	}
	said = append(said, w.time(sv)...)
	if sv.Step.Internal {
		said = append(said, w.l.Internal)
	}
	if sv.Round > 1 {
		said = append(said, fmt.Sprintf(w.l.Round, sv.Round))
	}
	if sv.State != run.Open {
		said = append(said, w.state(sv)+".")
	}
	w.say(strings.Join(said, " "))
	if sv.State == run.Blocked {
		w.say(w.message(flows.Msg("dialogue.blocked", "missing", w.view().Blockers(sv))))
	}
	w.since(sv)
	w.attached(sv.Attachments)
	if sv.Step.Say != "" {
		w.sayf(w.l.Say, flows.CleanLine(sv.Step.Say))
	}
	w.see(sv, len(sv.Step.IfNot) > 0)
}

// time says how long a step takes: as its procedure has it, and as it went here; of
// one that is completed, how long it took.
func (w *stepAnnouncer) time(sv *run.StepView) (said []string) {
	if word := face.StepTook(sv); !word.IsZero() {
		return []string{w.message(word)}
	}
	if n := sv.Step.Minutes; n == 1 {
		said = append(said, w.l.Minute)
	} else if n > 0 {
		said = append(said, fmt.Sprintf(w.l.Minutes, n))
	}
	if here := w.walk.Experience().Steps[sv.Step.ID]; here > 0 {
		said = append(said, w.message(flows.Msg("spent.line_here", "n", run.Minutes(here))))
	}
	return said
}

// since says what has changed for a step that has to be looked at again.
func (w *stepAnnouncer) since(sv *run.StepView) {
	id := w.walk.ChangesID(sv)
	if id == "" {
		return
	}
	w.say(w.t.Wizard.Since)
	for _, m := range w.walk.ChangeMessages(sv) {
		w.say(w.message(m))
	}
	w.sinceTold[sv.Step.ID] = id
}

// unsaidChanges names the step itself if it has changes that were not said
// yet.
func (w *stepAnnouncer) unsaidChanges(sv *run.StepView) []string {
	if id := w.walk.ChangesID(sv); id != w.sinceTold[sv.Step.ID] && id != "" {
		return []string{id}
	}
	return nil
}

// see is what the other side sees; short leaves out what to do otherwise.
func (w *stepAnnouncer) see(sv *run.StepView, short bool) {
	said := ""
	if sv.Step.See != "" {
		said = fmt.Sprintf(w.l.See, flows.CleanLine(sv.Step.See))
	}
	if short {
		said = strings.TrimSpace(said + " " + w.l.Otherwise)
	}
	if said != "" {
		w.say(said)
	}
	if short {
		return
	}
	for _, b := range sv.Step.IfNot {
		w.sayf(w.l.If, b.Letter, flows.CleanLine(b.Text))
	}
}

// announceEnd says what comes at the end of a step.
func (w *stepAnnouncer) announceEnd(sv *run.StepView) {
	if slices.ContainsFunc(sv.Items, func(iv run.ItemView) bool { return iv.State == run.UndecidedItem && !iv.Item.Internal }) {
		w.say(w.t.Wizard.Undecided)
	}
	if held := walk.MustProblems(sv); len(held) > 0 {
		w.stillOpen(held)
	}
}

// mostOpen is how many problems are said at a time.
const mostOpen = 5

// stillOpen says what holds a step open.
func (w *stepAnnouncer) stillOpen(held []run.ProblemView) {
	for _, m := range w.walk.MustMessages(held) {
		w.say(w.message(m))
	}
}

// tellEnd says what came of a run, what is open, and what can go out.
func (w *stepAnnouncer) tellEnd() {
	w.emptyLine()
	w.say(w.message(report.Achieved(w.view())))
	open := face.Open(w.view(), false, w.now(), mostWarnings)
	if len(open) > 0 {
		w.sayf("%s:", words.Say(w.Lang, flows.Msg("report.open")))
	}
	for _, m := range open {
		w.say(w.message(m))
	}
	if all := w.walk.Papers(); len(all) > 0 {
		w.sayf("%s:", w.t.Papers.Lead)
		w.sayPapers(all)
	}
}

func (w *stepAnnouncer) actor(a flows.Actor) string {
	return map[flows.Actor]string{flows.Consultant: w.l.Consultant, flows.Customer: w.l.Customer, flows.Vendor: w.l.Vendor}[a]
}
