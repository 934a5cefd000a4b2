package line

import (
	"strconv"

	"lotse/flows"
	"lotse/flows/run"
)

// readNamed reads the rows of a list by its id, from a number on.
func (w *lists) readNamed(args string) error {
	name, from := cut(args)
	_, iv, err := w.walk.Find(name)
	if err != nil || iv.Item.Kind != flows.KindList {
		w.noList()
		return nil
	}
	w.rows(iv, from)
	return nil
}

// readRows reads those of the list that is asked for.
func (w *lists) readRows(from string) error {
	iv := w.item()
	if iv == nil || iv.Item.Kind != flows.KindList {
		w.noList()
		return nil
	}
	w.rows(iv, from)
	return nil
}

// noList says that there is no list.
func (w *lists) noList() { w.say(w.message(flows.Msg("dialogue.no_list"))) }

func (w *lists) noRow(iv *run.ItemView, row string) {
	w.say(w.message(flows.Msg("dialogue.no_row", "row", row, "n", len(iv.Rows))))
}

// rowsAtOnce is how many rows are read at a time.
const rowsAtOnce = 20

// rows reads the rows of a list from a number on, each in a line of its own.
func (w *lists) rows(iv *run.ItemView, from string) {
	first, err := strconv.Atoi(from)
	if err != nil || first < 1 {
		first = 1
	}
	last := min(first-1+rowsAtOnce, len(iv.Rows))
	w.say(sentence(named(iv.Label(), w.rowCount(len(iv.Rows)))))
	for i := first - 1; i < last; i++ {
		w.say(w.row(iv, &iv.Rows[i]))
	}
	if last < len(iv.Rows) && last >= first {
		w.sayf(w.l.RowsGoOn, last+1)
	}
}
