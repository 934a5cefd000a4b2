package run

import (
	"slices"

	"lotse/flows"
)

// computed is what a value comes to in an evaluation.
type computed struct {
	value    flows.Value // nil: it is not decided
	invalid  bool        // a rule of its own, or its type, says that it cannot be used
	problems []flows.Problem
}

// compute works a value out, once in an evaluation. It reads only what comes
// before it, so that it never reads itself.
func (m *evaluation) compute(at place) computed {
	if c, known := m.values[at]; known {
		return c
	}
	it := m.plan.item(at)
	var c computed
	if v, ok := it.Value.Is.Eval(m); ok {
		c.value = v
		c.problems = it.Answer().Problems(v, m.now)
		c.invalid = slices.ContainsFunc(c.problems, func(p flows.Problem) bool { return p.Level == flows.Must })
	}
	if m.values == nil {
		m.values = map[place]computed{}
	}
	m.values[at] = c
	return c
}

// computeAll works out every value, and where items that repeat apply, while the
// state is what it is: an evaluation that is kept beside a change has how it was
// before.
func (m *evaluation) computeAll() {
	for _, at := range m.plan.values {
		m.compute(at)
	}
	for _, at := range m.plan.repeating {
		for _, one := range m.places(at) {
			m.rowTruth(one)
		}
	}
	m.past = true
}

// lacking names the fields that a value cannot do without and that cannot be read,
// as "step.item", each once, in the order in which its expression reads them. What
// another value lacks is named instead of that.
func (m *evaluation) lacking(at place) []string {
	var names []string
	for _, ref := range m.plan.item(at).Value.Is.Reads() {
		for _, name := range m.missingOf(ref) {
			if !slices.Contains(names, name) {
				names = append(names, name)
			}
		}
	}
	return names
}

// missingOf names what keeps a reference from being read: itself, or what a value
// lacks; none where it can be read.
func (m *evaluation) missingOf(r flows.Ref) []string {
	name, missing := m.missingItem(r)
	if !missing {
		return nil
	}
	if at, known := m.plan.fields[r.ID]; known && r.Kind == flows.RefField && m.plan.item(at).Value != nil {
		if names := m.lacking(at); len(names) > 0 {
			return names
		}
	}
	return []string{name}
}

// valueView shows what a value comes to, or what it still lacks.
func (m *evaluation) valueView(v *ItemView, at place) {
	for _, c := range m.plan.item(at).Value.Is.Choices() {
		v.Chosen = append(v.Chosen, c.Eval(m))
	}
	if v.Value = m.compute(at).value; v.Value != nil || v.State == Hidden {
		return
	}
	v.Lacks = m.lacking(at)
	if len(v.Lacks) == 0 {
		v.Pending = flows.Msg("value.none")
		return
	}
	v.Pending = flows.Msg("value.follows", "what", m.labels(v.Lacks))
}

// labels are the labels of items, by "step.item".
func (m *evaluation) labels(names []string) []string {
	labels := make([]string, len(names))
	for i, name := range names {
		labels[i] = labelOf(m.shown(m.plan.items[name]))
	}
	return labels
}

// refuseComputed refuses to enter what is worked out, and names what to change
// instead.
func (s *state) refuseComputed(at place) error {
	m, name := s.evaluate(), s.plan.name(at)
	var from []string
	for _, ref := range s.plan.item(at).Value.Is.Reads() {
		if source, known := s.plan.sourceOf(ref); known && !slices.Contains(from, s.plan.name(source)) {
			from = append(from, s.plan.name(source))
		}
	}
	if len(from) == 0 {
		return flows.Refuse(flows.ErrUsage, s.plan.address(at), "refuse.value_alone", "item", name)
	}
	return flows.Refuse(flows.ErrUsage, s.plan.address(at), "refuse.value", "item", name, "what", m.labels(from))
}

// sourceOf is the item that a reference reads.
func (pl *plan) sourceOf(r flows.Ref) (at place, known bool) {
	switch r.Kind {
	case flows.RefField, flows.RefList:
		at, known = pl.fields[r.ID]
	case flows.RefColumn:
		at, known = pl.columns[r.ID]
	default:
		at, known = pl.items[r.ID]
	}
	return at, known
}

// comesTo reports whether a value comes to the same in two evaluations.
func comesTo(before, after *evaluation, at place) (same bool) {
	was, is := before.compute(at), after.compute(at)
	usable := func(m *evaluation, c computed) bool { return c.value != nil && !c.invalid && m.applies(at) }
	if !usable(before, was) || !usable(after, is) {
		return usable(before, was) == usable(after, is)
	}
	return flows.Same(was.value, is.value)
}

// addDerived notes the checks that read what is worked out.
func (pl *plan) addDerived() {
	for _, value := range pl.values {
		for _, r := range pl.readers(pl.refsOf(value, "")[0]) {
			at := pl.items[r.ItemName()]
			if r.Use == flows.UseInput && r.Item != "" && pl.item(at).Check != nil {
				pl.derived[at] = true
			}
		}
	}
}

// markNow is the mark of the item at a place. A result that was computed from a
// value which comes to something else by now is stale, though no event says so: the
// day changes it, or the version of the procedure that a run was moved to.
func (m *evaluation) markNow(at place) *mark {
	k := m.marks[m.plan.name(at)]
	if k == nil || k.result == nil || k.stale || !m.plan.derived[at.whole()] || !m.isOutdated(at, k.result) {
		return k
	}
	stale := *k
	stale.stale = true
	return &stale
}

func (m *mark) isStale() bool { return m != nil && m.stale }
