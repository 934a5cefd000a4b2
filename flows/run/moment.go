package run

import "lotse/flows"

// moment is what applies in a state: the truth of every step and item. It is
// made in one pass, since a condition reads only what can come before it, and
// once between two changes.
type moment struct {
	*state
	step []flows.Truth
	item [][]flows.Truth
	end  flows.Truth // no end applies so far: True; one applies: False

	filled []*flows.Step         // of those that name answers what was asked for
	items  map[place]*flows.Item // likewise
}

func (s *state) moment() *moment {
	if s.now != nil {
		return s.now
	}
	p := s.plan.proc
	m := &moment{state: s, step: make([]flows.Truth, len(p.Steps)), item: make([][]flows.Truth, len(p.Steps)), end: flows.True}
	for i := range p.Steps {
		m.judge(i)
	}
	s.now = m
	return m
}

// judge finds what applies in a step. A step after an end that applies is not
// needed; after one that may apply it is undecided.
func (m *moment) judge(i int) {
	st := &m.plan.proc.Steps[i]
	m.step[i] = m.end.And(st.When.Eval(m))
	truths := make([]flows.Truth, len(st.Items))
	for j := range truths {
		truths[j] = flows.Undecided
	}
	m.item[i] = truths
	for j := range st.Items {
		truths[j] = m.step[i].And(st.Items[j].When.Eval(m))
		if st.Items[j].Kind == flows.KindEnd {
			m.end = m.end.And(truths[j].Not())
		}
	}
}

// at is the truth of a place.
func (m *moment) at(p place) flows.Truth {
	if p.item < 0 {
		return m.step[p.step]
	}
	return m.item[p.step][p.item]
}

// reads reports whether what stands at a place can be read: it applies.
func (m *moment) reads(p place) bool {
	return m.item[p.step] != nil && m.at(p) == flows.True
}

// Field is a field's answer, its default where none was given.
func (m *moment) Field(id string) (flows.Value, bool) {
	p, ok := m.plan.fields[id]
	if !ok || !m.reads(p) {
		return nil, false
	}
	it := m.plan.item(p)
	if it.Field == nil {
		return nil, false
	}
	a := m.answers[id]
	if a == nil || a.value == nil {
		return it.Field.Default, it.Field.Default != nil
	}
	return a.value, !a.invalid
}

// Rows gives the rows of a list that has as many as it needs.
func (m *moment) Rows(list string, yield func(flows.Scope) bool) bool {
	p, ok := m.plan.fields[list]
	if !ok || !m.reads(p) {
		return false
	}
	it, r := m.plan.item(p), m.lists[list]
	if it.List == nil {
		return false
	}
	if r == nil {
		return it.List.Min == 0
	}
	if len(r.order) < it.List.Min {
		return false
	}
	scope := rowScope{moment: m, list: it}
	for _, row := range r.order {
		scope.row = row
		if !yield(&scope) {
			break
		}
	}
	return true
}

// Check is the status of a check's last finished result.
func (m *moment) Check(ref string) (string, bool) {
	p, ok := m.plan.items[ref]
	if !ok || !m.reads(p) {
		return "", false
	}
	k := m.marks[ref]
	if k == nil || k.result == nil {
		return "", false
	}
	return k.result.Status, true
}

// Outcome is what became of a wait.
func (m *moment) Outcome(ref string) (string, bool) {
	p, ok := m.plan.items[ref]
	if !ok || !m.reads(p) || m.marks[ref] == nil || !m.marks[ref].done {
		return "", false
	}
	return "answered", true
}

// Done reports whether a task is ticked.
func (m *moment) Done(ref string) (done, ok bool) {
	p, ok := m.plan.items[ref]
	if !ok || !m.reads(p) {
		return false, false
	}
	k := m.marks[ref]
	return k != nil && k.done, true
}

// Given reports whether a field has an answer, or a default; an invalid one is
// neither there nor missing.
func (m *moment) Given(id string) (given, ok bool) {
	p, ok := m.plan.fields[id]
	if !ok || !m.reads(p) {
		return false, false
	}
	if a := m.answers[id]; a.given() {
		return true, !a.invalid
	}
	it := m.plan.item(p)
	return it.Field != nil && it.Field.Default != nil, true
}

// rowScope is a row: its own columns first, then what is outside.
type rowScope struct {
	*moment
	list *flows.Item
	row  *row
}

// Field is a cell of the row, or a field outside the list.
func (r *rowScope) Field(id string) (flows.Value, bool) {
	col := r.list.Column(id)
	if col == nil {
		return r.moment.Field(id)
	}
	if col.When.Eval(r) != flows.True {
		return nil, false
	}
	return r.cell(col)
}

// Given reports whether a cell of the row, or a field outside the list, has an
// answer.
func (r *rowScope) Given(id string) (given, ok bool) {
	col := r.list.Column(id)
	if col == nil {
		return r.moment.Given(id)
	}
	if col.When.Eval(r) != flows.True {
		return false, false
	}
	_, given = r.cell(col)
	return given, given || r.row.cell(col.ID).value == nil
}

func (r *rowScope) cell(col *flows.Item) (flows.Value, bool) {
	c := r.row.cell(col.ID)
	switch {
	case col.Kind == flows.KindTask:
		done, _ := c.value.(bool)
		return done, true
	case c.value == nil:
		return col.Field.Default, col.Field.Default != nil
	}
	return c.value, !c.invalid
}
