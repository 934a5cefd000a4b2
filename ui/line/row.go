package line

import (
	"slices"
	"strconv"
	"strings"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/flows/words"
	"lotse/ui/walk"
)

// takeCellTask ticks the task of a row.
func (w *dialogue) takeCellTask(text string) error {
	if text == "" {
		return w.way.nextCell()
	}
	if !words.IsYes(text, w.l.Yes) && !words.IsNo(text, w.l.No) {
		w.say(w.l.YesOrNo)
		return nil
	}
	t, err := w.carrier.carry(w.walk.Tick(words.IsYes(text, w.l.Yes), walk.Stay))
	if err != nil || !t.Done {
		return err
	}
	return w.way.nextCell()
}

// edit goes through the cells of a row, or to one of them.
func (w *dialogue) edit(args string) error {
	iv := w.item()
	if iv == nil || iv.Item.Kind != flows.KindList {
		w.teller.noList()
		return nil
	}
	number, name, _ := strings.Cut(strings.TrimSpace(args), " ")
	row := walk.RowOf(iv, number)
	if row == "" {
		w.teller.noRow(iv, number)
		return nil
	}
	column := iv.Item.List.Columns[0].ID
	if name = strings.TrimSpace(name); name != "" {
		if column = columnOf(iv, name); column == "" {
			w.sayf(w.l.NoColumn, name, strings.Join(columnNames(iv), ", "))
			return nil
		}
	}
	if iv.Rows[rowAt(iv, row)].Hidden[column] {
		w.sayf(w.l.ColumnHidden, labelOf(iv.Column(column)))
		return nil
	}
	w.toCell(row, column)
	w.one = name != ""
	return nil
}

// columnOf finds a column by its number, its id, or a beginning of its label;
// "" for none.
func columnOf(iv *run.ItemView, name string) string {
	columns := iv.Item.List.Columns
	if n, err := strconv.Atoi(name); err == nil && n >= 1 && n <= len(columns) {
		return columns[n-1].ID
	}
	for i := range columns {
		if columns[i].ID == name {
			return name
		}
	}
	at := slices.IndexFunc(columns, func(c flows.Item) bool { return hasPrefix(labelOf(&c), name) })
	if at < 0 {
		return ""
	}
	return columns[at].ID
}

func columnNames(iv *run.ItemView) []string {
	var names []string
	for i := range iv.Item.List.Columns {
		names = append(names, labelOf(&iv.Item.List.Columns[i]))
	}
	return names
}

// remove removes a row by its number or id; undo brings it back.
func (w *dialogue) remove(t flows.Address, iv *run.ItemView, name string) error {
	row := walk.RowOf(iv, name)
	if row == "" {
		w.teller.noRow(iv, name)
		return nil
	}
	_, err := w.carrier.do(run.RemoveRow{At: t.In(row, "")})
	return err
}
