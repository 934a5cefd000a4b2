package compare

import "lotse/flows/register"

// fields are those of a card, in their order.
var fields = [4]Field{Code, BusinessID, Name, Barred}

// indexes are the columns that fill the fields; -1 where none does.
func (l *layout) indexes() (at [len(fields)]int) {
	for k, f := range fields {
		at[k] = -1
		if i, ok := l.column[f]; ok {
			at[k] = i
		}
	}
	return at
}

// cell is what a row has in a column.
func cell(cells []string, column int) string {
	if column < 0 || column >= len(cells) {
		return ""
	}
	return trim(cells[column])
}

// isHeaderAgain reports whether a row repeats the header: blanks around cells, and
// empty ones at the end, do not count.
func (l *layout) isHeaderAgain(cells []string) bool {
	for i := range max(len(cells), len(l.cells)) {
		if cell(cells, i) != cell(l.cells, i) {
			return false
		}
	}
	return true
}

// oddRows are the rows of a file that are odd as rows.
type oddRows struct {
	ragged  register.RowTally // fewer cells than the header
	surplus register.RowTally // more cells than the header, and not empty
	quote   register.RowTally // a quote where none belongs
	again   register.RowTally // the header again; left out
}

// look looks at a row of data.
func (o *oddRows) look(rec *register.Record, l *layout) {
	switch n, width := len(rec.Cells), len(l.cells); {
	case n < width && l.kind != "xlsx": // a sheet does not keep empty cells
		o.ragged.Add(rec.Row)
	case n > width && !register.IsBlankRow(rec.Cells[width:]):
		o.surplus.Add(rec.Row)
	}
	if rec.Odd {
		o.quote.Add(rec.Row)
	}
}
