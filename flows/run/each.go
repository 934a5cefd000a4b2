package run

import (
	"strings"

	"lotse/flows"
)

// EachView is an item as it is there for one row of the list that it goes through.
type EachView struct {
	Row     string        // the row's id
	Label   string        // with the row's number behind it, where it names no column
	Text    string        // what is to be copied; "" where something is missing
	Missing flows.Address // the answer without which there is nothing to copy; zero: none is missing
}

// eachTruth is whether an item applies; one that goes through a list only where
// the list does and, where its condition reads the row, in any row.
func (m *evaluation) eachTruth(it *flows.Item) flows.Truth {
	if it.Each == "" {
		return it.When.Eval(m)
	}
	if list, known := m.plan.fields[it.Each]; !known || !m.applies(list) {
		return flows.Undecided.And(m.truth(list))
	}
	if !it.EachRow() {
		return it.When.Eval(m)
	}
	found := flows.False
	ok := m.Rows(it.Each, func(row flows.Scope) bool {
		found = found.Not().And(it.When.Eval(row).Not()).Not()
		return found != flows.True
	})
	if !ok && found == flows.False {
		return flows.Undecided
	}
	return found
}

// eachViews are the instances of an item, in the order of the rows.
func (m *evaluation) eachViews(at place) []EachView {
	it := m.plan.item(at)
	list, known := m.plan.fields[it.Each]
	rows := m.lists[it.Each]
	if !known || rows == nil || !m.applies(list) {
		return nil
	}
	var views []EachView
	scope := rowScope{evaluation: m, list: m.plan.item(list)}
	for i, r := range rows.order {
		scope.row, scope.number = r, i+1
		if it.EachRow() && it.When.Eval(&scope) != flows.True {
			continue
		}
		views = append(views, m.eachView(at, list, &scope))
	}
	return views
}

// eachView is an item in a row.
func (m *evaluation) eachView(at, list place, row *rowScope) EachView {
	own := m.plan.item(at)
	filled := m.plan.proc.FilledItem(at.step, at.item, func(t flows.Passage, name string) string { return m.inRow(row, t, name) })
	v := EachView{Row: row.row.id, Label: flows.CleanLine(rowLabel(own, filled, row))}
	for _, name := range sourceFields(own.Copy) {
		if v.Missing = m.missingIn(row, list, name); !v.Missing.IsZero() {
			return v
		}
	}
	v.Text = flows.Clean(filled.Copy.Value)
	if own.Copy.Of != "" {
		v.Text = m.inRow(row, flows.Passage{Use: flows.UseInput}, own.Copy.Of)
	}
	return v
}

// inRow is the answer that a text names in a row: .column is the row's own.
func (m *evaluation) inRow(row *rowScope, t flows.Passage, name string) string {
	column, is := strings.CutPrefix(name, ".")
	if !is {
		return m.answerFor(t, name)
	}
	v, ok := row.Field(column)
	col := row.list.Column(column)
	switch {
	case !ok || col == nil || col.Field == nil:
		return ""
	case t.Use == flows.UseInput:
		return pasteText(col.Field, v)
	}
	return flows.Clean(m.plan.show(t.Lang, col.Field, v))
}

// missingIn is the answer that a name means, where it cannot be read.
func (m *evaluation) missingIn(row *rowScope, list place, name string) flows.Address {
	if column, is := strings.CutPrefix(name, "."); is {
		if _, ok := row.Field(column); !ok {
			return m.plan.address(list).In(row.row.id, column)
		}
		return flows.Address{}
	}
	if m.readable(name) || name == flows.CustomerName {
		return flows.Address{}
	}
	return m.plan.address(m.plan.fields[name])
}

// namesColumn reports whether a text names a column of the row.
func namesColumn(text string) bool {
	for _, name := range flows.Placeholders(text) {
		if strings.HasPrefix(name, ".") {
			return true
		}
	}
	return false
}

// fieldsOutside are those of the names in a copy that are no column.
func fieldsOutside(names []string) []string {
	var fields []string
	for _, name := range names {
		if !strings.HasPrefix(name, ".") {
			fields = append(fields, name)
		}
	}
	return fields
}
