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

// nextCell goes to the next cell of the row that can be answered; behind the
// last one it says what is wrong with the row, and asks for the next row.
func (w *dialogue) nextCell() error {
	iv := w.item()
	if iv == nil || rowAt(iv, w.at().Row) < 0 {
		return w.next()
	}
	if column := w.columnBeside(iv, 1); column != "" && !w.one {
		w.toCell(w.at().Row, column)
		return nil
	}
	row := w.at().Row
	w.toItem(w.at().Item)
	w.quiet = true
	w.teller.problems(standing(w.rowProblems(iv, row)))
	return nil
}

// backCell goes to the cell before, or to the list.
func (w *dialogue) backCell() {
	iv := w.item()
	if column := w.columnBeside(iv, -1); column != "" && !w.one {
		w.toCell(w.at().Row, column)
		return
	}
	w.toItem(w.at().Item)
	w.quiet = true
}

// columnBeside is the column before or after the present one that is open in the
// row; "" for none.
func (w *dialogue) columnBeside(iv *run.ItemView, by int) string {
	columns, at := iv.Item.List.Columns, rowAt(iv, w.at().Row)
	if at < 0 {
		return ""
	}
	i := slices.IndexFunc(columns, func(c flows.Item) bool { return c.ID == w.at().Column })
	for i += by; i >= 0 && i < len(columns); i += by {
		if !iv.Rows[at].Hidden[columns[i].ID] {
			return columns[i].ID
		}
	}
	return ""
}

// takeCellTask ticks the task of a row.
func (w *dialogue) takeCellTask(text string) error {
	if text == "" {
		return w.nextCell()
	}
	if !words.IsYes(text, w.l.Yes) && !words.IsNo(text, w.l.No) {
		w.say(w.l.YesOrNo)
		return nil
	}
	t, err := w.carry(w.walk.Tick(words.IsYes(text, w.l.Yes), walk.Stay))
	if err != nil || !t.Done {
		return err
	}
	return w.nextCell()
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
	_, err := w.do(run.RemoveRow{At: t.In(row, "")})
	return err
}
