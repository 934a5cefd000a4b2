package line

import (
	"strconv"

	"lotse/flows"
	"lotse/flows/run"
)

// readNamed says the rows of a list by its id, starting at a number.
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

// readRows says the rows of the current list.
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

// rowsAtOnce is how many rows are said at a time.
const rowsAtOnce = 20

// rows says the rows of a list starting at a number, each on its own line.
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
