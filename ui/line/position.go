package line

import (
	"lotse/flows"
	"lotse/flows/run"
	"lotse/ui/walk"
)

// position is the dialogue's position in its run, and what was already said
// there. An address with a column and no row means a new row. It moves and
// remembers; ui/walk decides what comes next.
type position struct {
	s    *run.Session
	walk *walk.Walk

	lastAt      flows.Address // the address at the last arrive
	announced   bool          // the item at the position was said
	headingSaid string        // the step whose heading was said last
	onlyCell    bool          // only this cell of the row is asked for
	skipBefore  bool          // what comes before the item was said
	skipList    bool          // back from a row: the list was said as well
}

// The present run, and the position in it.
func (w *position) view() *run.View { return w.walk.View() }

func (w *position) at() flows.Address { return w.walk.At() }

func (w *position) item() *run.ItemView { return w.walk.Item() }

func (w *position) target() flows.Address { return w.at().Whole() }

// items are the items of the step; none at the end of the run.
func (w *position) items() []run.ItemView {
	if sv := w.walk.Step(); sv != nil {
		return sv.Items
	}
	return nil
}

// asks reports whether an item asks for something.
func (w *position) asks(iv *run.ItemView) bool { return w.walk.Stops(iv) }

// arrive compares the position with the last one: at a new position everything
// is said again, and in another step its heading as well.
func (w *position) arrive() {
	at := w.at()
	if at.Row == "" {
		at.Column = "" // a row to come is asked for at its list
	}
	if at == w.lastAt {
		return
	}
	if at.Step != w.lastAt.Step {
		w.headingSaid = ""
	}
	w.lastAt = at
	w.reset()
}

// reset has everything at the position said again.
func (w *position) reset() {
	w.announced, w.onlyCell, w.skipBefore, w.skipList = false, false, false, false
}

// goTo goes to a step, and has it said from its heading on.
func (w *position) goTo(step string) {
	w.walk.GoTo(step)
	w.arrive()
	w.reset()
	w.headingSaid = ""
}

// toItem goes to an item of the step.
func (w *position) toItem(item string) {
	w.walk.To(item)
	w.arrive()
	w.reset()
}

// toCell goes to a cell of the present list.
func (w *position) toCell(row, column string) {
	w.walk.ToCell(row, column)
	w.arrive()
	w.announced = false
}

func (w *position) rowIDs() map[string]bool {
	iv := w.item()
	ids := map[string]bool{}
	if iv != nil {
		for i := range iv.Rows {
			ids[iv.Rows[i].Row] = true
		}
	}
	return ids
}

// toNewRow goes to the row that was just made, if one was.
func (w *position) toNewRow(before map[string]bool) {
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
