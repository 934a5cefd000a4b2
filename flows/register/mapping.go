package register

import (
	"slices"
	"strings"

	"lotse/flows"
)

// Mapping says, for each field of the list, which column of the file fills it.
type Mapping []Match

// Match is the column that fills a field.
type Match struct {
	From int // index of the file's column; -1: none
	Sure Confidence
}

// Propose proposes which columns fill the list's fields: by their names where
// there is a header, else by position. A column fills one field at most.
func (t *Table) Propose() Mapping {
	m := make(Mapping, len(t.list.Fields))
	for i := range m {
		m[i].From = -1
		if t.Header < 0 && i < len(t.Columns) {
			m[i] = Match{From: i, Sure: Guess}
		}
	}
	if t.Header < 0 {
		return m
	}
	heads := make([]headerName, len(t.Columns))
	for c := range heads {
		heads[c] = headerNameOf(t.Columns[c])
	}
	for sure := Certain; sure >= Guess; sure-- {
		for i := range m {
			if m[i].From >= 0 || m[i].Sure == doubtful {
				continue
			}
			switch at := t.named(m, i, heads, sure); {
			case len(at) > 1 && sure == Likely && !t.alike(at):
				m[i].Sure = doubtful
			case len(at) > 0:
				m[i] = Match{From: at[0], Sure: sure}
			}
		}
	}
	for i := range m {
		if m[i].Sure == doubtful {
			m[i].Sure = None
		}
	}
	return m
}

// doubtful is how sure it is where several columns are likely.
const doubtful Confidence = -1

// named are the columns that fill nothing and name a field with that confidence.
func (t *Table) named(m Mapping, field int, heads []headerName, sure Confidence) []int {
	var at []int
	for c, h := range heads {
		if h.key != "" && !m.uses(c) && t.list.names[field].match(h) == sure {
			at = append(at, c)
		}
	}
	return at
}

// inDoubt are the columns of which each may fill a field as well as the others,
// where nothing was taken and nobody chose.
func (t *Table) inDoubt(m Mapping, field int) []string {
	if t.Header < 0 || m[field].From >= 0 || m[field].Sure == Chosen {
		return nil
	}
	heads := make([]headerName, len(t.Columns))
	for c := range heads {
		heads[c] = headerNameOf(t.Columns[c])
	}
	at := t.named(m, field, heads, Likely)
	if len(at) < 2 || t.alike(at) {
		return nil
	}
	names := make([]string, len(at))
	for k, c := range at {
		names[k] = t.Columns[c]
	}
	return names
}

// alike reports whether columns are called the same.
func (t *Table) alike(at []int) bool {
	return !slices.ContainsFunc(at, func(c int) bool { return Fold(t.Columns[c]) != Fold(t.Columns[at[0]]) })
}

// fillsAny reports whether any field is filled.
func (m Mapping) fillsAny() bool {
	return slices.ContainsFunc(m, func(x Match) bool { return x.From >= 0 })
}

func (m Mapping) uses(column int) bool {
	return slices.ContainsFunc(m, func(x Match) bool { return x.From == column })
}

// With is the mapping with one field filled by another column, -1 by none; a
// field that the column filled before goes without.
func (m Mapping) With(field, column int) Mapping {
	m = slices.Clone(m)
	for i := range m {
		if column >= 0 && m[i].From == column {
			m[i] = Match{From: -1, Sure: Chosen}
		}
	}
	m[field] = Match{From: column, Sure: Chosen}
	return m
}

// Choose applies what a person says, as "field" -> "header" or the number of a
// column; "" leaves the field empty. A header is found as it stands, else by
// its letters and digits.
func (t *Table) Choose(m Mapping, chosen map[string]string) (Mapping, error) {
	taken := map[int]string{}
	for _, id := range sortedKeys(chosen) {
		field := t.list.Field(id)
		if field < 0 {
			return nil, t.refused(notThere(0, 0, "register.no_field", "field", flows.Short(id), "fields", strings.Join(t.list.ids(), ", ")))
		}
		column := -1
		if chosen[id] != "" {
			var err error
			if column, err = FindColumn(t.Columns, t.HeaderRow(), chosen[id]); err != nil {
				return nil, t.refused(err)
			}
			if other, twice := taken[column]; twice {
				return nil, t.refused(notThere(0, 0, FilledTwice, "first", other, "second", id, "column", flows.Short(chosen[id])))
			}
			taken[column] = id
		}
		m = m.With(field, column)
	}
	return m, nil
}

func sortedKeys(m map[string]string) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

func (l *List) ids() []string {
	ids := make([]string, len(l.Fields))
	for i := range l.Fields {
		ids[i] = l.Fields[i].ID
	}
	return ids
}

// Left lists the file's columns that fill nothing.
func (t *Table) Left(m Mapping) []string {
	left := []string{}
	for c, name := range t.Columns {
		if !m.uses(c) {
			left = append(left, name)
		}
	}
	return left
}

// Unfilled lists the required fields that nothing fills, and that every row
// needs.
func (t *Table) Unfilled(m Mapping) []string {
	var ids []string
	for i, f := range t.list.Fields {
		if m[i].From < 0 && f.Field.Required && f.When == nil && f.Field.Default == nil {
			ids = append(ids, f.ID)
		}
	}
	return ids
}
