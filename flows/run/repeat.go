package run

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"lotse/flows"
)

// An item that repeats is in a run once for every row of its list: an item of its
// own, called ITEM[ROW], with what was done there under that name. The item itself
// stands for all of them; only conditions read it.

// places are the places of the item at a place: of one that repeats those of its
// rows, in their order, whatever applies.
func (s *state) places(at place) []place {
	it := s.plan.item(at)
	if !it.Repeats() || at.row != "" {
		return []place{at}
	}
	var all []place
	for _, r := range s.lists[it.Each].ordered() {
		all = append(all, place{step: at.step, item: at.item, row: r.id})
	}
	return all
}

// placesWith are the places of every item of a step, with those that were there
// before a change and are gone.
func (m *evaluation) placesWith(before *evaluation, step int) []place {
	all := m.placesOf(step)
	var gone []place
	for at := range before.inRows {
		if at.step == step && m.rowAt(at) == nil {
			gone = append(gone, at)
		}
	}
	slices.SortStableFunc(gone, func(a, b place) int {
		return cmp.Or(cmp.Compare(a.item, b.item), cmp.Compare(rowNumber(a.row), rowNumber(b.row)))
	})
	return append(all, gone...)
}

// readersAt are the places at which an item reads what has changed: of one that
// repeats those whose result was computed from something else. What applies in a row
// is compared as a whole, and what a text names changes nothing that was done.
func (m *evaluation) readersAt(at place, use flows.Use) []place {
	if at.item < 0 || !m.plan.item(at).Repeats() {
		return []place{at}
	}
	return slices.DeleteFunc(m.places(at), func(one place) bool {
		k := m.marks[m.plan.name(one)]
		return use != flows.UseInput || k == nil || k.result == nil || !m.isOutdated(one, k.result)
	})
}

// placesOf are the places of every item of a step; of one that repeats those of its
// rows.
func (s *state) placesOf(step int) []place {
	items := s.plan.proc.Steps[step].Items
	all := make([]place, 0, len(items))
	for k := range items {
		if at := (place{step: step, item: k}); items[k].Repeats() {
			all = append(all, s.places(at)...)
		} else {
			all = append(all, at)
		}
	}
	return all
}

// rowAt is the row of an item that repeats, as conditions and texts read it; nil
// where the row is gone.
func (m *evaluation) rowAt(at place) *rowScope {
	it := m.plan.item(at)
	list, known := m.plan.fields[it.Each]
	rows := m.lists[it.Each]
	if !known || rows == nil {
		return nil
	}
	i, there := m.rowNumbers(it.Each, rows)[at.row]
	if !there {
		return nil
	}
	return &rowScope{evaluation: m, list: m.plan.item(list), row: rows.order[i], number: i + 1}
}

// rowNumbers are the positions of a list's rows by their ids.
func (m *evaluation) rowNumbers(list string, r *rows) map[string]int {
	if m.numbers == nil {
		m.numbers = map[string]map[string]int{}
	}
	if n := m.numbers[list]; n != nil {
		return n
	}
	n := make(map[string]int, len(r.order))
	for i, row := range r.order {
		n[row.id] = i
	}
	m.numbers[list] = n
	return n
}

// rowTruth tells whether an item that repeats applies in a row. What was asked once
// is kept, so that an evaluation beside a change tells how it was before.
func (m *evaluation) rowTruth(at place) flows.Truth {
	if t, known := m.inRows[at]; known {
		return t
	}
	t, row := flows.False, m.rowAt(at)
	if row != nil && !m.past {
		t = m.step[at.step].And(m.truth(m.plan.fields[m.plan.item(at).Each])).And(m.plan.item(at).When.Eval(row))
	}
	if m.inRows == nil {
		m.inRows = map[place]flows.Truth{}
	}
	m.inRows[at] = t
	return t
}

// repeated visits the rows in which an item that repeats applies, or may apply. It
// is decided where the list is, and has as many rows as it needs.
func (m *evaluation) repeated(at place, visit func(one place, t flows.Truth)) (decided bool) {
	decided = m.Rows(m.plan.item(at).Each, func(flows.Scope) bool { return false })
	for _, one := range m.places(at) {
		if t := m.rowTruth(one); t != flows.False {
			visit(one, t)
		}
	}
	return decided
}

// doneInAll reports whether an item is done in every row in which it applies.
func (m *evaluation) doneInAll(at place) (done, ok bool) {
	open := false
	done = true
	decided := m.repeated(at, func(one place, t flows.Truth) {
		if m.marks[m.plan.name(one)].answered() {
			return
		}
		done, open = false, open || t == flows.True
	})
	switch {
	case open:
		return false, true
	case !decided || !done:
		return false, false
	}
	return true, true
}

// worst is the least good status of a check in all of its rows. One that has failed
// decides it; else it is decided once every row has a result.
func (m *evaluation) worst(at place, status func(one place) (string, bool)) (worst string, ok bool) {
	seen := false
	all := m.repeated(at, func(one place, t flows.Truth) {
		s, known := status(one)
		if t != flows.True || !known {
			s = ""
		}
		if !seen || grades[s] > grades[worst] {
			worst = s
		}
		seen = true
	})
	return worst, worst == statusFailed || all && worst != ""
}

// grades say how bad a status is; that one is missing is worse than all but a
// failure.
var grades = map[string]int{statusPassed: 1, statusWarned: 2, statusUnknown: 3, "": 4, statusFailed: 5}

const statusFailed = "failed"

// shownIn is an item that repeats with the answers of its row in its texts, called
// as it is there.
func (m *evaluation) shownIn(at place) *flows.Item {
	if it := m.items[at]; it != nil {
		return it
	}
	own, row := m.plan.item(at), m.rowAt(at)
	if row == nil {
		return own
	}
	it := m.plan.proc.FilledItem(at.step, at.item, func(t flows.Passage, name string) string { return m.inRow(row, t, name) })
	it.ID, it.Label = m.plan.id(at), rowLabel(own, it, row)
	if m.items == nil {
		m.items = map[place]*flows.Item{}
	}
	m.items[at] = it
	return it
}

// rowLabel is what an item is called in a row: with its number behind the label,
// where that names no column.
func rowLabel(own, filled *flows.Item, row *rowScope) string {
	if namesColumn(own.Label) {
		return filled.Label
	}
	return strings.TrimSpace(filled.Label + " " + strconv.Itoa(row.number))
}
