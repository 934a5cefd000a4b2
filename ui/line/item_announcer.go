package line

import (
	"slices"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/ui/face"
)

// itemAnnouncer says items: their present state, what comes before their
// prompt, and what is wrong with them. It asks and changes nothing.
type itemAnnouncer struct {
	*wording
	armed func(at flows.Address) []flows.Message // the faults that go wrong at a check
}

// describe says an item's present state.
func (w *itemAnnouncer) describe(iv *run.ItemView) {
	if iv.State != run.Applies {
		return
	}
	switch iv.Item.Kind {
	case flows.KindText:
		switch {
		case iv.Item.Text.Fold:
			w.say(w.l.Folded)
		case iv.Item.Text.Tell:
			w.prose(w.l.Tell, iv.Item.Text.Body)
		default:
			w.prose("", iv.Item.Text.Body)
		}
	case flows.KindEnd:
		w.sayf(w.t.Overlay.EndHint, flows.CleanLine(iv.Item.End.Reason))
	case flows.KindCopy:
		w.copyRows(iv)
		w.answerWarnings(iv.From)
	case flows.KindValue:
		w.say(sentence(named(nameOf(iv), w.status(iv))))
		w.problems(iv.Problems)
	case flows.KindAction:
		w.say(w.actionLine(iv))
		w.problems(iv.Problems)
	default:
		w.say(sentence(named(nameOf(iv), w.status(iv))))
		w.answerWarnings(iv.From)
		if iv.ReadBack != nil {
			w.say(sentence(face.ReadBack(w.Lang, w.now(), iv.ReadBack)))
		}
	}
	w.attached(iv.Attachments)
}

// copyRows says what there is to copy, of an item that goes through a list for
// every row.
func (w *itemAnnouncer) copyRows(iv *run.ItemView) {
	if len(iv.Each) == 0 {
		w.say(sentence(named(nameOf(iv), w.status(iv))))
	}
	for i := range iv.Each {
		text, err := w.view().CopyRow(&iv.Each[i])
		if err != nil {
			text = face.Sentence(w.view().Lang, err)
		}
		w.say(sentence(named(iv.Each[i].Label, text)))
	}
}

// answerWarnings says which warnings the answers of fields have.
func (w *itemAnnouncer) answerWarnings(fields []string) {
	for _, m := range w.walk.AnswerWarnings(fields) {
		w.sayf("%s %s", w.l.Warning, w.message(m))
	}
}

// problems says problems with their levels, and what to do.
func (w *itemAnnouncer) problems(all []run.ProblemView) {
	for _, pv := range all {
		w.say(w.problem(pv))
	}
}

// withoutMissing are the problems that say more than that something is
// missing.
func withoutMissing(all []run.ProblemView) []run.ProblemView {
	return slices.DeleteFunc(slices.Clone(all), run.ProblemView.Missing)
}

// place finds what an argument names. If there is nothing of that name it says
// so.
func (w *itemAnnouncer) place(arg string) (flows.Address, *run.ItemView, bool) {
	p, iv, err := w.walk.Find(arg)
	if err == nil {
		return p, iv, true
	}
	words := w.message(flows.Reason(err))
	if iv == nil && p.Row == "" {
		words += " " + w.l.NoItem
	}
	w.say(words)
	return p, nil, false
}

// changed says the state of an item that a word has changed, unless its prompt
// says it.
func (w *itemAnnouncer) changed(p flows.Address) {
	iv := w.walk.ItemAt(p)
	switch {
	case iv == nil:
		return
	case w.target() == p.Whole() && w.at().Row == p.Row:
	case p.Row == "":
		w.say(sentence(named(nameOf(iv), w.status(iv))))
	default:
		if at := rowAt(iv, p.Row); at >= 0 {
			w.say(w.row(iv, &iv.Rows[at]))
		}
	}
	for _, pv := range iv.AllProblems() {
		if pv.Row == p.Row && pv.Column == p.Column && pv.Accepted == nil && !pv.Missing() {
			w.say(w.problem(pv))
		}
	}
}
