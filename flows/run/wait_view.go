package run

import (
	"time"

	"lotse/flows"
)

// WaitView is what there is to know of a wait that is open, beside its item.
type WaitView struct {
	// Since is when it began: when that was answered on which it depends, else when it
	// first got a day to look again, else when the last thing was done in its step.
	// Nil: not known.
	Since *time.Time
	// Proposed is the day to look again that comes from an answer, or from Since. It
	// holds where nobody has set another.
	Proposed *time.Time
	// Rungs are what to try when, in order; empty where Since is not known.
	Rungs []RungView
	// Due is when to look at it next: the time that was set, else the first rung
	// behind what was done last in its step, else Proposed. Nil: nobody knows, or its
	// turn has not come: the step is blocked, and nobody has set a time or worked in it.
	Due *time.Time
}

// RungView is a try of a wait and when it is due.
type RungView struct {
	At  time.Time
	Try string
}

// Rung is the place of the rung that is due at a time: the last whose time has
// come; -1 before the first. The next one is the one behind it.
func (w *WaitView) Rung(now time.Time) int {
	due := -1
	for i := range w.Rungs {
		if !w.Rungs[i].At.After(now) {
			due = i
		}
	}
	return due
}

// Next is the rung that comes after a time; nil for none.
func (w *WaitView) Next(now time.Time) *RungView {
	if i := w.Rung(now) + 1; i < len(w.Rungs) {
		return &w.Rungs[i]
	}
	return nil
}

// waitView is the open wait at a place; nil where it is answered, or does not
// apply.
func (s *stepStates) waitView(at place) *WaitView {
	if !s.isWaitOpen(at) {
		return nil
	}
	it, m := s.plan.item(at), s.marks[s.plan.name(at)]
	w := &WaitView{Since: s.waitSince(at)}
	w.Proposed = s.proposedDay(it.Wait.Until, w.Since)
	if w.Since != nil {
		for _, r := range s.shown(at).Wait.Ladder {
			w.Rungs = append(w.Rungs, RungView{w.Since.Add(r.After), r.Try})
		}
	}
	switch next := w.Next(s.steps[at.step].acted); {
	case !s.hasBegun(at):
	case m.day() != nil:
		w.Due = m.until
	case next != nil:
		w.Due = &next.At
	default:
		w.Due = w.Proposed
	}
	return w
}

// hasBegun reports whether the turn of an open wait has come. A step that needs
// another is blocked until that is done, and again while that one is open once
// more: what was begun in it is waited for all the same.
func (s *stepStates) hasBegun(at place) bool {
	switch s.states[at.step] {
	case Open, Waiting, Stale:
		return true
	case Blocked:
		return s.marks[s.plan.name(at)].day() != nil || !s.steps[at.step].worked.IsZero()
	}
	return false
}

// isWaitedFor reports whether a wait counts in a list and in a brief: nothing else is
// to be done in its step, or it has a time.
func isWaitedFor(state StepState, w *WaitView) bool {
	return w != nil && (state == Waiting || w.Due != nil)
}

// waitSince is when the open wait at a place began: when that was answered on which
// it depends, else when it first got a day to look again, else when the last thing
// was done in its step.
func (s *stepStates) waitSince(at place) *time.Time {
	since := s.lastChange(s.plan.item(at).When.Reads())
	if m := s.marks[s.plan.name(at)]; since.IsZero() && m != nil {
		since = m.since
	}
	if since.IsZero() {
		since = s.steps[at.step].worked
	}
	if since.IsZero() {
		return nil
	}
	return &since
}

// lastChange is when one of some things was changed last; zero: never.
func (s *stepStates) lastChange(refs []flows.Ref) (last time.Time) {
	for p, c := range s.changes {
		for _, ref := range s.plan.refsOf(p, "") {
			for _, r := range refs {
				if r == ref && c.when.After(last) {
					last = c.when
				}
			}
		}
	}
	return last
}

// proposedDay is the morning of a relative day, in the zone of the present time.
func (s *stepStates) proposedDay(r *flows.Relative, since *time.Time) *time.Time {
	if r == nil {
		return nil
	}
	var day time.Time
	switch {
	case r.Of == "" && since == nil:
		return nil
	case r.Of == "":
		day = since.In(s.today.Location())
	default:
		text, _ := s.Field(r.Of)
		t, ok := flows.ParseDate(flows.Format(text), s.today)
		if !ok {
			return nil
		}
		day = t
	}
	morning := flows.Morning(day.AddDate(0, 0, r.Plus))
	return &morning
}
