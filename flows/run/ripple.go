package run

import (
	"slices"

	"lotse/flows"
)

// ripple is what a change does to what stands already.
type ripple struct {
	Effects
	list  []Consequence
	costs bool // something that stands is void by it, or has to be looked at again
}

// confirm reports whether a person has to see the ripple first.
func (r *ripple) confirm() bool { return r.costs }

// stands reports whether anybody loses something where what is at a place is void,
// or to be looked at again: of a check only a result that is good, and about the
// answers that were there.
func (m *moment) stands(at place) bool {
	switch {
	case at.item < 0:
		return m.steps[at.step].done && !m.steps[at.step].stale
	case m.plan.item(at).Kind != flows.KindCheck:
		return true
	}
	mark := m.marks[m.plan.name(at)]
	return mark != nil && mark.result != nil && !mark.stale && (mark.result.Status == statusPassed || mark.result.Status == statusWarned)
}

// spread compares what applied before a change with what applies after it. from
// is what was changed itself, refs what others may have read of it.
func spread(before, after *moment, from place, refs []flows.Ref) *ripple {
	r := &ripple{}
	groups := map[string]*Consequence{}
	r.reveal(before, after, from, groups)
	r.disturb(after, from, refs, groups)
	r.list = inOrder(after.plan, groups)
	for i := range r.list {
		r.list[i].Title = after.shownStep(after.plan.steps[r.list[i].Step]).Title
	}
	return r
}

// reveal finds what is hidden now, and what is shown again.
func (r *ripple) reveal(before, after *moment, from place, groups map[string]*Consequence) {
	for i := range after.item {
		shown := false
		for j := range after.item[i] {
			at := place{i, j}
			was, is := before.at(at) == flows.True, after.at(at) == flows.True
			if was == is {
				continue
			}
			shown = shown || is
			if at == from || !before.holds(at) {
				continue
			}
			r.turn(after, at, is, groups)
		}
		if shown && after.steps[i].done && i != from.step {
			r.stale(after, i, groups)
		}
	}
}

// turn notes that what stands at a place is read again, or no longer.
func (r *ripple) turn(m *moment, at place, shown bool, groups map[string]*Consequence) {
	name := m.plan.name(at)
	if shown && m.isAgain(at) {
		return
	}
	if shown {
		r.Again = append(r.Again, name) // what comes back costs nothing
		add(groups, m.plan, at, LookAgain)
		return
	}
	r.Void = append(r.Void, name)
	r.costs = r.costs || m.stands(at)
	add(groups, m.plan, at, Void)
}

// disturb finds what read the changed thing and still applies.
func (r *ripple) disturb(m *moment, from place, refs []flows.Ref, groups map[string]*Consequence) {
	for _, ref := range refs {
		for _, p := range m.plan.proc.Readers(ref) {
			at := place{m.plan.steps[p.Step], -1}
			if p.Item != "" {
				at = m.plan.items[p.Step+"."+p.Item]
			}
			if at != from && m.at(at) == flows.True {
				r.reread(m, at, p.Use, from, groups)
			}
		}
		for _, at := range m.sentWith(ref) {
			if m.at(at) == flows.True {
				r.again(m, at, from, groups)
			}
		}
	}
}

// reread notes what a reader of the changed thing has to do about it.
func (r *ripple) reread(m *moment, at place, use flows.Use, from place, groups map[string]*Consequence) {
	switch {
	case m.settled(at), m.settled(from):
		if m.holds(at) {
			add(groups, m.plan, at, Keep)
		}
	case at.item < 0:
		if m.steps[at.step].done && at.step != from.step {
			add(groups, m.plan, at, Keep)
		}
	case use == flows.UseInput && m.marks[m.plan.name(at)].touched(), use == flows.UseGate && m.holds(at):
		r.again(m, at, from, groups)
	case use == flows.UseInput && m.plan.item(at).Copy != nil && m.steps[at.step].done:
		r.again(m, at, from, groups) // what was pasted elsewhere is no longer the answer
	case use == flows.UseRule && m.steps[at.step].done && at.step != from.step:
		r.again(m, at, from, groups)
	case m.holds(at):
		add(groups, m.plan, at, Keep)
	}
}

// again has an item looked at again, and its step where it was completed.
func (r *ripple) again(m *moment, at place, from place, groups map[string]*Consequence) {
	name := m.plan.name(at)
	if slices.Contains(r.Again, name) || m.isAgain(at) {
		return
	}
	r.Again = append(r.Again, name)
	r.costs = r.costs || m.stands(at)
	add(groups, m.plan, at, LookAgain)
	if m.steps[at.step].done && at.step != from.step {
		r.stale(m, at.step, groups)
	}
}

func (r *ripple) stale(m *moment, step int, groups map[string]*Consequence) {
	id := m.plan.proc.Steps[step].ID
	if slices.Contains(r.Stale, id) {
		return
	}
	r.Stale = append(r.Stale, id)
	r.costs = r.costs || m.stands(place{step, -1})
	add(groups, m.plan, place{step, -1}, LookAgain)
}

// add puts a place into its step's group of one effect.
func add(groups map[string]*Consequence, p *plan, at place, e Effect) {
	s := p.step(at)
	key := s.ID + "/" + string(e)
	if groups[key] == nil {
		groups[key] = &Consequence{Step: s.ID, Effect: e, Items: []string{}}
	}
	if at.item < 0 {
		return
	}
	if id := p.item(at).ID; !slices.Contains(groups[key].Items, id) {
		groups[key].Items = append(groups[key].Items, id)
	}
}

// inOrder lists the groups by step, and void before look again before keep. What
// is void or has to be looked at again is not said to be kept, too.
func inOrder(p *plan, groups map[string]*Consequence) []Consequence {
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

// rounds finds the steps that a wait's answer opens again: the one that it
// leads back to, and what depends on it and was entered. A step whose gate was
// passed is not among them: what was done there cannot be done again.
func (s *state) rounds(then string) *ripple {
	r := &ripple{}
	x, ok := s.plan.steps[then]
	if !ok {
		return r
	}
	r.Rounds = map[string]int{}
	again, opened := s.plan.dependents(x), map[int]bool{}
	for i := range s.steps {
		if again[i] && (i == x || s.steps[i].entered && !s.crossed(i)) {
			opened[i] = true
			r.Rounds[s.plan.proc.Steps[i].ID] = s.steps[i].round + 1
		}
	}
	for i := range s.steps {
		if s.steps[i].done && !again[i] && s.needs(i, opened) && !s.crossed(i) {
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
