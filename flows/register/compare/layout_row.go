package compare

import (
	"lotse/flows/register"
)

// cell is what a row has in a field.
func (l *layout) cell(cells []string, f Field) string {
	i, ok := l.column[f]
	if !ok || i >= len(cells) {
		return ""
	}
	return trim(cells[i])
}

// fields are those of a card, in the order in which Scan gives them.
var fields = [4]Field{Code, BusinessID, Name, Barred}

// wanted is what Scan has to give.
func (l *layout) wanted() register.Wanted {
	w := register.Wanted{After: l.skip, Header: l.cells}
	for k, f := range fields {
		w.Columns[k] = -1
		if i, ok := l.column[f]; ok {
			w.Columns[k] = i
		}
	}
	return w
}

// again reports whether a row repeats the header.
func (l *layout) again(cells []string) bool { return register.IsHeaderAgain(cells, l.cells) }
