package run

import (
	"slices"

	"lotse/flows"
)

// ripple is the effect of a change on what is there already.
type ripple struct {
	Effects
	list         []Consequence
	needsConfirm bool   // something that stands is void by it, or has to be looked at again
	row          string // that changes; "" where more than one do
}

// losesWork reports whether somebody loses something when what is at a place
// becomes void or has to be looked at again. For a check that is so only if
// its result is good and about the current answers.
func (m *evaluation) losesWork(at place) bool {
	switch {
	case at.item < 0:
		return m.steps[at.step].done && !m.steps[at.step].stale
	case m.plan.item(at).Kind != flows.KindCheck:
		return true
	}
	mark := m.marks[m.plan.name(at)]
	return mark != nil && mark.result != nil && !mark.stale && (mark.result.Status == statusPassed || mark.result.Status == statusWarned)
}

// newRipple compares what applied before a change with what applies after it.
func newRipple(before, after *evaluation, d decision) *ripple {
	r, from, refs := &ripple{row: d.row}, d.at, d.refs
	groups := map[string]*Consequence{}
	r.compareApplicability(before, after, from, groups)
	r.addReaders(before, after, from, refs, groups)
	r.list = sortedConsequences(after.plan, groups)
	for i := range r.list {
		r.list[i].Title = after.shownStep(after.plan.steps[r.list[i].Step]).Title
	}
	return r
}

// compareApplicability finds the items that the change hides or shows again.
func (r *ripple) compareApplicability(before, after *evaluation, from place, groups map[string]*Consequence) {
	for i := range after.item {
		shown := false
		for _, at := range after.placesWith(before, i) {
			was, is := before.truth(at) == flows.True, after.truth(at) == flows.True
			if was == is {
				continue
			}
			shown = shown || is
			if after.plan.item(at).Value != nil {
				r.addReaders(before, after, from, after.plan.refsOf(at, ""), groups)
			}
			if at == from || !before.hasAnswer(at) {
				continue
			}
			r.addTurned(after, at, is, groups)
		}
		if shown && after.steps[i].done && i != from.step {
			r.addStale(after, i, groups)
		}
	}
}

// addTurned adds an item that is shown again, or hidden.
func (r *ripple) addTurned(m *evaluation, at place, shown bool, groups map[string]*Consequence) {
	name := m.plan.name(at)
	if shown && m.isAgain(at) {
		return
	}
	if shown {
		r.Again = append(r.Again, name) // what comes back costs nothing
		addToGroup(groups, m.plan, at, LookAgain)
		return
	}
	r.Void = append(r.Void, name)
	r.needsConfirm = r.needsConfirm || m.losesWork(at)
	addToGroup(groups, m.plan, at, Void)
}

// addReaders adds everything that reads the changed thing and still applies.
func (r *ripple) addReaders(before, m *evaluation, from place, refs []flows.Ref, groups map[string]*Consequence) {
	for _, ref := range refs {
		for _, p := range m.plan.proc.Readers(ref) {
			if p.Use == flows.UseValue {
				r.addComputed(before, m, m.plan.items[p.Step+"."+p.Item], from, groups)
				continue
			}
			at := place{step: m.plan.steps[p.Step], item: -1}
			if p.Item != "" {
				at = m.plan.items[p.Step+"."+p.Item]
			}
			for _, one := range m.readersAt(at, p.Use) {
				if one != from && m.truth(one) == flows.True {
					r.addReader(m, one, p.Use, from, groups)
				}
			}
			if p.Use == flows.UseInput && m.follows(at) {
				r.addReaders(before, m, from, m.plan.refsOf(at, ""), groups)
			}
		}
		for _, at := range m.sentWith(ref, r.row) {
			if m.truth(at) == flows.True {
				r.addLookAgain(m, at, from, groups)
			}
		}
	}
}

// addComputed adds everything that rests on a value, where the change makes it
// come to something else. The value itself is no answer: there is nothing to keep
// or to look at again.
func (r *ripple) addComputed(before, m *evaluation, at, from place, groups map[string]*Consequence) {
	if !comesTo(before, m, at) {
		r.addReaders(before, m, from, m.plan.refsOf(at, ""), groups)
	}
}

// addReader adds one reader of the changed thing, by what the change means for
// it.
func (r *ripple) addReader(m *evaluation, at place, use flows.Use, from place, groups map[string]*Consequence) {
	switch {
	case m.requiredByPassedGate(at), m.requiredByPassedGate(from):
		if m.hasAnswer(at) {
			addToGroup(groups, m.plan, at, Keep)
		}
	case at.item < 0:
		if m.steps[at.step].done && at.step != from.step {
			addToGroup(groups, m.plan, at, Keep)
		}
	case use == flows.UseOffer && m.isWithheld(at):
		r.addLookAgain(m, at, from, groups)
	case use == flows.UseInput && m.marks[m.plan.name(at)].isSet(), use == flows.UseGate && m.hasAnswer(at):
		r.addLookAgain(m, at, from, groups)
	case use == flows.UseInput && m.plan.item(at).Copy != nil && m.steps[at.step].done:
		r.addLookAgain(m, at, from, groups) // what was pasted elsewhere is no longer the answer
	case use == flows.UseRule && m.steps[at.step].done && at.step != from.step:
		r.addLookAgain(m, at, from, groups)
	case m.hasAnswer(at):
		addToGroup(groups, m.plan, at, Keep)
	}
}

// addLookAgain adds an item that has to be looked at again, and its step if
// that was completed.
func (r *ripple) addLookAgain(m *evaluation, at place, from place, groups map[string]*Consequence) {
	name := m.plan.name(at)
	if slices.Contains(r.Again, name) || m.isAgain(at) {
		return
	}
	r.Again = append(r.Again, name)
	r.needsConfirm = r.needsConfirm || m.losesWork(at)
	addToGroup(groups, m.plan, at, LookAgain)
	if m.steps[at.step].done && at.step != from.step {
		r.addStale(m, at.step, groups)
	}
}

func (r *ripple) addStale(m *evaluation, step int, groups map[string]*Consequence) {
	id := m.plan.proc.Steps[step].ID
	if slices.Contains(r.Stale, id) {
		return
	}
	r.Stale = append(r.Stale, id)
	r.needsConfirm = r.needsConfirm || m.losesWork(place{step: step, item: -1})
	addToGroup(groups, m.plan, place{step: step, item: -1}, LookAgain)
}

// addToGroup puts a place into its step's group of one effect.
func addToGroup(groups map[string]*Consequence, p *plan, at place, e Effect) {
	s := p.step(at)
	key := s.ID + "/" + string(e)
	if groups[key] == nil {
		groups[key] = &Consequence{Step: s.ID, Effect: e, Items: []string{}}
	}
	if at.item < 0 {
		return
	}
	if id := p.id(at); !slices.Contains(groups[key].Items, id) {
		groups[key].Items = append(groups[key].Items, id)
	}
}

// sortedConsequences lists the groups by step, and within a step void before
// look again before keep. What is void or has to be looked at again is not
// also listed as kept.
func sortedConsequences(p *plan, groups map[string]*Consequence) []Consequence {
	list := []Consequence{}
	for i := range p.proc.Steps {
		told := map[string]bool{}
		for _, e := range []Effect{Void, LookAgain, Keep} {
			c := groups[p.proc.Steps[i].ID+"/"+string(e)]
			if c == nil {
				continue
			}
			items := slices.DeleteFunc(slices.Clone(c.Items), func(id string) bool { return told[id] })
			if len(items) == 0 && len(c.Items) > 0 {
				continue
			}
			for _, id := range items {
				told[id] = true
			}
			c.Items = items
			list = append(list, *c)
		}
	}
	return list
}

// rounds finds the steps that the answer of a wait opens again: the step that
// it leads back to, and every entered step that depends on that. A step whose
// gate was passed is not among them: what was done there cannot be done again.
func (s *state) rounds(then string) *ripple {
	r := &ripple{}
	x, ok := s.plan.steps[then]
	if !ok {
		return r
	}
	r.Rounds = map[string]int{}
	again, opened := s.plan.dependents(x), map[int]bool{}
	for i := range s.steps {
		if again[i] && (i == x || s.steps[i].entered && !s.hasPassedGate(i)) {
			opened[i] = true
			r.Rounds[s.plan.proc.Steps[i].ID] = s.steps[i].round + 1
		}
	}
	for i := range s.steps {
		if s.steps[i].done && !again[i] && s.needs(i, opened) && !s.hasPassedGate(i) {
			r.Stale = append(r.Stale, s.plan.proc.Steps[i].ID)
		}
	}
	return r
}

func (s *state) needs(i int, steps map[int]bool) bool {
	for _, id := range s.plan.proc.Steps[i].Needs {
		if steps[s.plan.steps[id]] {
			return true
		}
	}
	return false
}
