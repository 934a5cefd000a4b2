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

// note records which event changed the item at a place last.
func (s *state) note(e *Event, at place) {
	if at.item >= 0 {
		s.changes[at] = change{e.Seq, e.At, e.By}
	}
}

// since lists what changed of a step that has to be looked at again, or of what
// it reads, since it was completed, in the order in which that came.
func (s *states) since(i int) []Change {
	if s.is[i] != Stale {
		return nil
	}
	var at []place
	for p, c := range s.changes {
		if c.seq > s.steps[i].completed && (p.step == i || s.rests(i, p)) {
			at = append(at, p)
		}
	}
	slices.SortFunc(at, func(a, b place) int { return cmp.Compare(s.changes[a].seq, s.changes[b].seq) })
	list := make([]Change, len(at))
	for k, p := range at {
		c := s.changes[p]
		list[k] = Change{flows.Address{Step: s.plan.step(p).ID, Item: s.plan.item(p).ID}, c.when, c.by}
	}
	return list
}

// rests reports whether a step, or what stands in it, reads the item at a place.
func (s *state) rests(step int, at place) bool {
	id := s.plan.proc.Steps[step].ID
	for _, ref := range s.plan.refsOf(at, "") {
		if slices.ContainsFunc(s.plan.proc.Readers(ref), func(p flows.Place) bool { return p.Step == id && p.Use != flows.UseText }) {
			return true
		}
	}
	return false
}
