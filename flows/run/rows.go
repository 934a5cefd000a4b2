package run

import (
	"fmt"
	"slices"
	"strings"

	"lotse/flows"
)

// Every change of a list's rows goes through these functions, which keep the count
// of duplicate values up to date.

func (r *rows) insert(i int, row *row) {
	r.order = slices.Insert(r.order, min(i, len(r.order)), row)
	r.count(row, 1)
}

func (r *rows) remove(id string) {
	if i := r.at(id); i >= 0 {
		r.count(r.order[i], -1)
		r.order = slices.Delete(r.order, i, i+1)
	}
}

// put replaces the row at i.
func (r *rows) put(i int, row *row) {
	r.count(r.order[i], -1)
	r.order[i] = row
	r.count(row, 1)
}

// become replaces all rows.
func (r *rows) become(order []*row) { r.order, r.values = order, nil }

// values counts how often each value stands in a column.
type values struct {
	column     string
	times      map[string]int
	duplicates int // how many values stand more than once
}

func (r *rows) count(row *row, by int) {
	for _, v := range r.values {
		v.add(uniqueKey(row.cell(v.column).value), by)
	}
}

func (v *values) add(key string, by int) {
	if key == "" {
		return
	}
	was := v.times[key]
	v.times[key] = was + by
	switch {
	case by > 0 && was == 1:
		v.duplicates++
	case by < 0 && was == 2:
		v.duplicates--
	}
	if was+by == 0 {
		delete(v.times, key)
	}
}

// duplicateColumns gives the unique columns of a row whose value another row
// has too; nil if there are none.
func (f *problemFinder) duplicateColumns(it *flows.Item, r *rows, row *row) map[string]*flows.Unique {
	if r.values == nil {
		r.countAll(it.List.Unique)
	}
	var found map[string]*flows.Unique
	for i, v := range r.values {
		u := &it.List.Unique[i]
		if v.duplicates == 0 || v.times[uniqueKey(row.cell(v.column).value)] < 2 || u.When.Eval(f.evaluation) != flows.True {
			continue
		}
		if found == nil {
			found = map[string]*flows.Unique{}
		}
		found[v.column] = u
	}
	return found
}

func (r *rows) countAll(unique []flows.Unique) {
	r.values = make([]*values, len(unique))
	for i := range unique {
		r.values[i] = &values{column: unique[i].Column, times: make(map[string]int, len(r.order))}
	}
	for _, row := range r.order {
		r.count(row, 1)
	}
}

// uniqueKey is a value in the form in which values are compared: case and
// blanks at the ends do not count.
func uniqueKey(v flows.Value) string {
	s, ok := v.(string)
	if !ok {
		if v == nil {
			return ""
		}
		s = fmt.Sprint(v)
	}
	return strings.ToLower(strings.TrimSpace(s))
}
