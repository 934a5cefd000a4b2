package register

import (
	"runtime"
	"slices"
)

// Cell is what a row has in one column.
type Cell struct {
	Row      int
	Text     string // what it stands for
	IsUnread bool   // it is what a sheet shows for an error, or has a sign that could not be read
}

// Filled reports whether a column fills a field by its name, or because a person
// says so: a guess is none.
func (m Mapping) Filled(field int) bool { return m[field].From >= 0 && m[field].Sure >= Likely }

// Cells are what all rows of data have in a field under a mapping, nothing too,
// and what a person has to know of that column.
func (t *Table) Cells(m Mapping, field int) ([]Cell, []Issue) {
	s := t.normalize(m)
	cells := make([]Cell, 0, len(t.data))
	for n := range t.data {
		if n%yieldEvery == 0 {
			runtime.Gosched()
		}
		text := s.read(n, field)
		cells = append(cells, Cell{Row: t.Row(n).Row, Text: text, IsUnread: IsErrorValue(text) || IsUnread(text)})
	}
	issues := append(append(t.lead(), t.notes...), s.issues...)
	return cells, slices.DeleteFunc(issues, func(i Issue) bool { return i.Code == IssueBlank }) // of a row that has other values
}
