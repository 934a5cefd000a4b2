package document

import (
	"strings"

	"lotse/flows"
	"lotse/flows/run"
)

// cell is a cell of the row for which a letter is written, as .column. It compares
// and decides by what it holds; written into the letter, an empty one is a line to
// fill in.
type cell string

// String is the cell as it is written.
func (c cell) String() string {
	if c == "" {
		return blank
	}
	return string(c)
}

// ownRow are the cells of the row for which the draft is written, by their columns;
// nil where it is written once.
func (a *answers) ownRow() map[string]cell {
	if a.draft.Row == "" {
		return nil
	}
	list := a.item(a.draft.Item.Each)
	if list == nil {
		return nil
	}
	cells := map[string]cell{}
	for i := range list.Rows {
		if r := &list.Rows[i]; r.Row == a.draft.Row {
			for id, text := range cellsOf(list, r) {
				if validCell(r, id) {
					cells[id] = cell(text)
				}
			}
		}
	}
	return cells
}

// validCell reports whether no problem of a row says that a cell cannot be read.
func validCell(r *run.RowView, column string) bool {
	for i := range r.Problems {
		if p := &r.Problems[i]; p.Column == column && p.Level == flows.Must && p.Code != "required" {
			return false
		}
	}
	return true
}

// fieldOfTo is the field, or the cell, that holds the recipient's address.
func (a *answers) fieldOfTo() string {
	if column, own := strings.CutPrefix(a.to, "."); own {
		return a.cellName(column)
	}
	return a.to
}

// rowReads are the cells that a letter reads of its row, as LIST[ROW].COLUMN; those
// without an answer are missing.
func (a *answers) rowReads(l *flows.Letter) (read, missing []string) {
	own := a.ownRow()
	for _, column := range l.Cells {
		read = append(read, a.cellName(column))
	}
	for _, column := range l.Blanks {
		if own[column] == "" {
			missing = append(missing, a.cellName(column))
		}
	}
	return read, missing
}

// cellName is LIST[ROW].COLUMN of a cell of the row.
func (a *answers) cellName(column string) string {
	return flows.Address{Item: a.draft.Item.Each, Row: a.draft.Row, Column: column}.String()
}
