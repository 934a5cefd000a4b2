package run

import "lotse/flows"

// evaluation is a state with the truth of the conditions of every step and
// item. One pass computes it, since a condition reads only what comes before
// it; the state keeps it until the next change.
type evaluation struct {
	*state
	step []flows.Truth
	item [][]flows.Truth
	end  flows.Truth // no end applies so far: True; one applies: False

	filled []*flows.Step         // of those that name answers what was asked for
	items  map[place]*flows.Item // likewise
	values map[place]computed    // likewise

	inRows  map[place]flows.Truth     // of items that repeat, likewise
	numbers map[string]map[string]int // of the rows of their lists, by list and row
	past    bool                      // the state has changed since: only what was asked is known
}

func (s *state) evaluate() *evaluation {
	if s.evaluated != nil {
		return s.evaluated
	}
	p := s.plan.proc
	m := &evaluation{state: s, step: make([]flows.Truth, len(p.Steps)), item: make([][]flows.Truth, len(p.Steps)), end: flows.True}
	for i := range p.Steps {
		m.evaluateStep(i)
	}
	s.evaluated = m
	return m
}

// evaluateStep computes which items of a step apply. A step after an end that
// applies is not needed; after one that may apply it is undecided.
func (m *evaluation) evaluateStep(i int) {
	st := &m.plan.proc.Steps[i]
	m.step[i] = m.end.And(st.When.Eval(m))
	truths := make([]flows.Truth, len(st.Items))
	for j := range truths {
		truths[j] = flows.Undecided
	}
	m.item[i] = truths
	for j := range st.Items {
		truths[j] = m.step[i].And(m.eachTruth(&st.Items[j]))
		if st.Items[j].Kind == flows.KindEnd {
			m.end = m.end.And(truths[j].Not())
		}
	}
}

// truth tells whether the step or item at a place applies.
func (m *evaluation) truth(p place) flows.Truth {
	switch {
	case p.item < 0:
		return m.step[p.step]
	case p.row != "":
		return m.rowTruth(p)
	}
	return m.item[p.step][p.item]
}

// applies reports whether the item at a place applies, so that others can read
// it.
func (m *evaluation) applies(p place) bool {
	return m.item[p.step] != nil && m.truth(p) == flows.True
}

// Field is a field's answer, its default where none was given, or what a value
// comes to.
func (m *evaluation) Field(id string) (flows.Value, bool) {
	p, ok := m.plan.fields[id]
	if !ok || !m.applies(p) {
		return nil, false
	}
	it := m.plan.item(p)
	switch {
	case it.Value != nil:
		c := m.compute(p)
		return c.value, c.value != nil && !c.invalid
	case it.Field == nil:
		return nil, false
	}
	a := m.answers[id]
	if a == nil || a.value == nil {
		v := m.defaultOf(it)
		return v, v != nil
	}
	return a.value, !a.invalid && it.Field.Offers(a.value, m)
}

// defaultOf is what stands as the answer of a field until another is given; nil
// where nothing does.
func (m *evaluation) defaultOf(it *flows.Item) flows.Value {
	if it.Field == nil || it.Field.Default == nil {
		return nil
	}
	it = m.plan.item(m.plan.fields[it.ID]) // as it is written, with no answers in it yet
	v := it.Field.Default
	if names := it.Field.DefaultNames(); names != nil {
		v = m.filledDefault(it, names)
	}
	if v == nil || !it.Field.Offers(v, m) {
		return nil
	}
	return v
}

// Rows gives the rows of a list that has as many as it needs.
func (m *evaluation) Rows(list string, yield func(flows.Scope) bool) bool {
	p, ok := m.plan.fields[list]
	if !ok || !m.applies(p) {
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
	scope := rowScope{evaluation: m, list: it}
	for _, row := range r.order {
		scope.row = row
		if !yield(&scope) {
			break
		}
	}
	return true
}

// Check is the status of a check's last finished result; of one that repeats the
// worst of all rows.
func (m *evaluation) Check(ref string) (string, bool) {
	p, ok := m.plan.items[ref]
	if !ok || !m.applies(p) {
		return "", false
	}
	if m.plan.item(p).Repeats() {
		return m.worst(p, m.status)
	}
	return m.status(p)
}

// status is that of the result of a check at a place.
func (m *evaluation) status(at place) (string, bool) {
	k := m.marks[m.plan.name(at)]
	if k == nil || k.result == nil {
		return "", false
	}
	return k.result.Status, true
}

// Outcome is what became of a wait.
func (m *evaluation) Outcome(ref string) (string, bool) {
	p, ok := m.plan.items[ref]
	if !ok || !m.applies(p) || m.marks[ref] == nil || !m.marks[ref].done {
		return "", false
	}
	return "answered", true
}

// Done reports whether a task is ticked; one that repeats, in every row.
func (m *evaluation) Done(ref string) (done, ok bool) {
	p, ok := m.plan.items[ref]
	if !ok || !m.applies(p) {
		return false, false
	}
	if m.plan.item(p).Repeats() {
		return m.doneInAll(p)
	}
	return m.marks[ref].answered(), true
}

// Given reports whether a field has an answer, or a default; an invalid one is
// neither there nor missing.
func (m *evaluation) Given(id string) (given, ok bool) {
	p, ok := m.plan.fields[id]
	if !ok || !m.applies(p) {
		return false, false
	}
	it := m.plan.item(p)
	if it.Value != nil {
		c := m.compute(p)
		return c.value != nil, !c.invalid
	}
	if a := m.answers[id]; a.given() {
		return true, !a.invalid && it.Field.Offers(a.value, m)
	}
	return m.defaultOf(it) != nil, true
}

// rowScope is a row: its own columns first, then what is outside.
type rowScope struct {
	*evaluation
	list   *flows.Item
	row    *row
	number int // of the row, from 1; 0 where nobody asks
}

// Field is a cell of the row, or a field outside the list.
func (r *rowScope) Field(id string) (flows.Value, bool) {
	col := r.list.Column(id)
	if col == nil {
		return r.evaluation.Field(id)
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
		return r.evaluation.Given(id)
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
