package run

import (
	"cmp"
	"slices"
	"time"

	"lotse/flows"
)

// Change is the last change of an item.
type Change struct {
	At   flows.Address
	When time.Time
	By   string
}

// change is the event that changed an item last.
type change struct {
	seq  int64
	when time.Time
	by   string
}

// noteChange records the event that last changed the item at a place.
func (s *state) noteChange(e *Event, at place) {
	if at.item >= 0 {
		s.changes[at] = change{e.Seq, e.At, e.By}
	}
}

// changesSince lists, for a step that has to be looked at again, what has
// changed since it was completed, in it or in what it reads, oldest first.
func (s *stepStates) changesSince(i int) []Change {
	if s.states[i] != Stale {
		return nil
	}
	var at []place
	for p, c := range s.changes {
		if c.seq > s.steps[i].completed && (p.step == i || s.readsItem(i, p)) {
			at = append(at, p)
		}
	}
	slices.SortStableFunc(at, func(a, b place) int { return cmp.Compare(s.changes[a].seq, s.changes[b].seq) })
	list := make([]Change, len(at))
	for k, p := range at {
		c := s.changes[p]
		list[k] = Change{flows.Address{Step: s.plan.step(p).ID, Item: s.plan.id(p)}, c.when, c.by}
	}
	return list
}

// readsItem reports whether a step, or an item in it, reads the item at a
// place.
func (s *state) readsItem(step int, at place) bool {
	id := s.plan.proc.Steps[step].ID
	for _, ref := range s.plan.refsOf(at, "") {
		if slices.ContainsFunc(s.plan.readers(ref), func(p flows.Place) bool { return p.Step == id && p.Use != flows.UseText }) {
			return true
		}
	}
	return false
}
