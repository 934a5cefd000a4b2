package line

import (
	"lotse/flows"
	"lotse/flows/run"
	"lotse/ui/walk"
)

// spot is where in its run the dialogue stands, and what of that was told already.
// Where the address has a column and no row, a row to come is asked for. It moves
// and notes; what comes next walk decides.
type spot struct {
	s    *run.Session
	walk *walk.Walk

	stood  flows.Address // where it stood when that was looked at last
	told   bool          // what stands at the spot was said
	headed string        // the step whose heading was said last
	one    bool          // only this cell of the row is asked for
	brief  bool          // what stands before the item was said
	quiet  bool          // back from a row: the list was said, too
}

// The run as it stands, and the spot in it.
func (w *spot) view() *run.View { return w.walk.View() }

func (w *spot) at() flows.Address { return w.walk.At() }

func (w *spot) item() *run.ItemView { return w.walk.Item() }

func (w *spot) target() flows.Address { return w.at().Whole() }

// items are those of the step; none at the end of the run.
func (w *spot) items() []run.ItemView {
	if sv := w.walk.Step(); sv != nil {
		return sv.Items
	}
	return nil
}

// asks reports whether an item asks for something.
func (w *spot) asks(iv *run.ItemView) bool { return w.walk.Stops(iv) }

// arrive notes where the dialogue stands: at another spot all is to be said that
// stands there, and in another step its heading.
func (w *spot) arrive() {
	at := w.at()
	if at.Row == "" {
		at.Column = "" // a row to come is asked for at its list
	}
	if at == w.stood {
		return
	}
	if at.Step != w.stood.Step {
		w.headed = ""
	}
	w.stood = at
	w.again()
}

// again has said again what stands at the spot.
func (w *spot) again() { w.told, w.one, w.brief, w.quiet = false, false, false, false }

// goTo goes to a step, and says it from its heading on.
func (w *spot) goTo(step string) {
	w.walk.GoTo(step)
	w.arrive()
	w.again()
	w.headed = ""
}

// toItem goes to an item of the step.
func (w *spot) toItem(item string) {
	w.walk.To(item)
	w.arrive()
	w.again()
}

// toCell goes to a cell of the list at the spot.
func (w *spot) toCell(row, column string) {
	w.walk.ToCell(row, column)
	w.arrive()
	w.told = false
}

func (w *spot) rowIDs() map[string]bool {
	iv := w.item()
	ids := map[string]bool{}
	if iv != nil {
		for i := range iv.Rows {
			ids[iv.Rows[i].Row] = true
		}
	}
	return ids
}

// made goes to the row that was just made, if one was.
func (w *spot) made(before map[string]bool) {
	iv := w.item()
	if iv == nil || iv.Item.Kind != flows.KindList || w.at().Row != "" {
		return
	}
	for i := range iv.Rows {
		if !before[iv.Rows[i].Row] {
			w.toCell(iv.Rows[i].Row, w.at().Column)
		}
	}
}
