package line

import (
	"lotse/flows"
	"lotse/flows/run"
)

// describe says an item as it stands.
func (w *dialogue) describe(iv *run.ItemView) {
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
	default:
		w.say(sentence(named(nameOf(iv), w.stands(iv))))
		w.doubts(iv.From)
	}
}

// doubts says which warnings the answers of fields have.
func (w *dialogue) doubts(fields []string) {
	for _, m := range w.walk.Doubts(fields) {
		w.sayf("%s %s", w.l.Warning, w.message(m))
	}
}

// problems says problems with their levels, and the way out.
func (w *dialogue) problems(all []run.ProblemView) {
	for _, pv := range all {
		w.say(w.problem(pv))
	}
}
