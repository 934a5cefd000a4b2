package walk

import (
	"lotse/flows"
	"lotse/flows/run"
)

// PaperKind is a kind of what can leave the house.
type PaperKind string

// What can leave the house. A rotation is no paper; it stands in the same list,
// because that is where one looks for what remains to be done with a run.
const (
	PaperSheet    PaperKind = "sheet" // for the customer, before a run
	PaperReport   PaperKind = "report"
	PaperLetter   PaperKind = "letter"
	PaperSummary  PaperKind = "summary"  // for a ticket, by the clipboard
	PaperCalendar PaperKind = "calendar" // of the waits that have a date
	PaperHandOver PaperKind = "handover" // the whole run, for somebody else's store
	PaperRotation PaperKind = "rotation"
)

// Paper is one thing that can leave the house now.
type Paper struct {
	Kind    PaperKind
	Item    *run.ItemView // the letter, or the action that rotates; nil for what is the whole run's
	At      flows.Address // of the letter; of the secret that is rotated
	Formats []string      // the endings of the files that it can be; none: it is written to no file from here
	Langs   []string      // in which it can be written, for whoever gets it; none: it has no language of its own
}

// paperKinds are the kinds in the order in which they are offered.
var paperKinds = []struct {
	kind    PaperKind
	formats []string
	inLangs bool
	offered func(w *position) bool // nil: always
	each    func(w *position) []Paper
}{
	{kind: PaperSheet, formats: []string{"html", "pdf", "md", "txt"}, inLangs: true, offered: (*position).isUnderWay},
	{kind: PaperReport, formats: []string{"html", "pdf", "md", "txt", "csv", "json"}, inLangs: true},
	{kind: PaperLetter, each: (*position).letters},
	{kind: PaperSummary, inLangs: true},
	{kind: PaperCalendar, formats: []string{"ics"}, inLangs: true, offered: (*position).hasDate},
	{kind: PaperHandOver, formats: []string{"lotse"}},
	{kind: PaperRotation, each: (*position).rotationPapers},
}

// Papers are what can leave the house now, in the order in which it is offered.
// Those who look on see nothing of what is internal.
func (w *position) Papers() []Paper {
	var all []Paper
	for _, k := range paperKinds {
		switch {
		case k.each != nil:
			all = append(all, k.each(w)...)
		case k.offered == nil || k.offered(w):
			p := Paper{Kind: k.kind, Formats: k.formats}
			if k.inLangs {
				p.Langs = w.s.Procedure().Languages
			}
			all = append(all, p)
		}
	}
	return all
}

func (w *position) isUnderWay() bool {
	return w.view.Status == run.StatusOpen || w.view.Status == run.StatusWaiting
}

// hasDate reports whether something is waited for until a day that is known.
func (w *position) hasDate() bool {
	dated := false
	w.eachShown(func(_ *run.StepView, iv *run.ItemView) {
		dated = dated || iv.Item.Wait != nil && !iv.Done && iv.Until != nil
	})
	return dated && w.isUnderWay()
}

// letters are the letters of the steps that are needed.
func (w *position) letters() []Paper {
	var all []Paper
	w.eachShown(func(sv *run.StepView, iv *run.ItemView) {
		if iv.Item.Kind == flows.KindDraft && sv.State != run.NotNeeded {
			all = append(all, Paper{Kind: PaperLetter, Item: iv, At: flows.Address{Step: sv.Step.ID, Item: iv.Item.ID}})
		}
	})
	return all
}

func (w *position) rotationPapers() []Paper {
	var all []Paper
	for _, at := range w.Rotatable() {
		if iv := w.RotationAction(at); iv != nil {
			all = append(all, Paper{Kind: PaperRotation, Item: iv, At: at})
		}
	}
	return all
}

// eachShown visits the items that apply, without those that others must not see.
func (w *position) eachShown(visit func(sv *run.StepView, iv *run.ItemView)) {
	for i := range w.view.Steps {
		sv := &w.view.Steps[i]
		if w.IsHidden(sv) {
			continue
		}
		for k := range sv.Items {
			if iv := &sv.Items[k]; w.IsShown(iv) {
				visit(sv, iv)
			}
		}
	}
}

// Label names a paper.
func (p Paper) Label() flows.Message {
	if p.Item != nil {
		return flows.Msg("papers.name_"+string(p.Kind), "item", p.Item.Label())
	}
	return flows.Msg("papers.name_" + string(p.Kind))
}

// Purpose says what a paper is for.
func (p Paper) Purpose() flows.Message { return flows.Msg("papers.for_" + string(p.Kind)) }
