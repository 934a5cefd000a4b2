package line

import (
	"lotse/flows"
	"lotse/flows/run"
	"lotse/ui/walk"
)

// The run as it stands, and the spot in it.
func (w *dialogue) view() *run.View       { return w.walk.View() }
func (w *dialogue) at() flows.Address     { return w.walk.At() }
func (w *dialogue) item() *run.ItemView   { return w.walk.Item() }
func (w *dialogue) target() flows.Address { return w.at().Whole() }

// items are those of the step; none at the end of the run.
func (w *dialogue) items() []run.ItemView {
	if sv := w.walk.Step(); sv != nil {
		return sv.Items
	}
	return nil
}

// asks reports whether an item asks for something.
func (w *dialogue) asks(iv *run.ItemView) bool { return w.walk.Stops(iv) }

// arrive notes where the dialogue stands: at another spot all is to be said that
// stands there, and in another step its heading.
func (w *dialogue) arrive() {
	h := w.view().Header
	w.last = &h
	at := w.at()
	if at.Row == "" {
		at.Column = "" // a row to come is asked for at its list
	}
	if at == w.spot {
		return
	}
	if at.Step != w.spot.Step {
		w.headed = ""
	}
	w.spot = at
	w.again()
}

// again has said again what stands at the spot.
func (w *dialogue) again() { w.told, w.one, w.brief, w.quiet = false, false, false, false }

// goTo goes to a step, and says it from its heading on.
func (w *dialogue) goTo(step string) {
	w.walk.GoTo(step)
	w.arrive()
	w.again()
	w.headed = ""
}

// toItem goes to an item of the step.
func (w *dialogue) toItem(item string) {
	w.walk.To(item)
	w.arrive()
	w.again()
}

// toCell goes to a cell of the list at the spot.
func (w *dialogue) toCell(row, column string) {
	w.walk.ToCell(row, column)
	w.arrive()
	w.told = false
}

// next goes to the next item, or to the end of the step.
func (w *dialogue) next() error { return w.acts(w.walk.Go(walk.Next)) }

// back goes to the item before, or to the step before.
func (w *dialogue) back(string) error {
	if w.at().Row != "" {
		w.backCell()
		return nil
	}
	step := w.at().Step
	if err := w.acts(w.walk.Go(walk.Back)); err != nil {
		return err
	}
	w.brief = w.at().Step == step && !w.told
	return nil
}
