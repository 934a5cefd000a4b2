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

// add adds a row, with its cells as COLUMN=VALUE separated by semicolons.
func (w *lists) add(args string) error {
	name, rest := cut(args)
	p, iv, ok := w.announcer.place(name)
	if !ok {
		return nil
	}
	if iv.Item.Kind != flows.KindList {
		w.noList()
		return nil
	}
	cells := map[string]flows.Value{}
	for _, pair := range pairs(rest) {
		column, text, _ := strings.Cut(pair, "=")
		col := columnOf(iv, strings.TrimSpace(column))
		if col == "" {
			w.sayf(w.l.NoColumn, strings.TrimSpace(column), strings.Join(columnNames(iv), ", "))
			return nil
		}
		text, _ = unquoted(strings.TrimSpace(text))
		if f := iv.Column(col).Field; f != nil {
			cells[col] = cellValue(f, text)
		} else {
			yes, _ := flows.YesNo(text)
			cells[col] = yes || words.IsYes(text, w.l.Yes)
		}
	}
	if t, err := w.requests.handleTurn(w.walk.AddRow(p, cells, walk.Stay)); err != nil || !t.Done {
		return err
	}
	now := w.walk.ItemAt(p)
	w.sayf(w.l.RowAdded, w.rowName(now, now.Rows[len(now.Rows)-1].Row))
	w.announcer.changed(p)
	return nil
}

// pairs splits a text at semicolons outside quotes.
func pairs(text string) []string {
	var all []string
	quoted, from := false, 0
	for i, c := range text {
		switch {
		case c == '"':
			quoted = !quoted
		case c == ';' && !quoted:
			all, from = append(all, text[from:i]), i+1
		}
	}
	all = append(all, text[from:])
	var some []string
	for _, one := range all {
		if strings.TrimSpace(one) != "" {
			some = append(some, one)
		}
	}
	return some
}

// edit goes through the cells of a row, or to one of them.
func (w *lists) edit(args string) error {
	iv := w.item()
	if iv == nil || iv.Item.Kind != flows.KindList {
		w.noList()
		return nil
	}
	number, name, _ := strings.Cut(strings.TrimSpace(args), " ")
	row := walk.RowOf(iv, number)
	if row == "" {
		w.noRow(iv, number)
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
	w.onlyCell = name != ""
	return nil
}

// removeWord removes a row: of the current list by its number, or of any list
// as LIST[ROW].
func (w *lists) removeWord(args string) error {
	if iv := w.item(); iv != nil && iv.Item.Kind == flows.KindList && !strings.Contains(args, "[") {
		return w.remove(w.target(), iv, args)
	}
	if !strings.Contains(args, "[") {
		w.noList()
		return nil
	}
	p, iv, ok := w.announcer.place(args)
	if !ok {
		return nil
	}
	return w.remove(p.Whole(), iv, p.Row)
}

// remove removes a row by its number or id; undo brings it back.
func (w *lists) remove(t flows.Address, iv *run.ItemView, name string) error {
	row := walk.RowOf(iv, name)
	if row == "" {
		w.noRow(iv, name)
		return nil
	}
	_, err := w.requests.do(run.RemoveRow{At: t.In(row, "")})
	return err
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
	at := slices.IndexFunc(columns, func(c flows.Item) bool { return hasPrefixFold(labelOf(&c), name) })
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
