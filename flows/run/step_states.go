package run

import (
	"slices"

	"lotse/flows"
)

// stepStates computes the state of every step.
type stepStates struct {
	*problemFinder
	states        []StepState
	warningCounts []int // by step; nil until it is asked for
}

func newStepStates(f *problemFinder) *stepStates {
	s := &stepStates{problemFinder: f, states: make([]StepState, len(f.plan.proc.Steps))}
	for i := range s.states {
		s.states[i] = s.stateOf(i)
	}
	for i := range s.states {
		if s.states[i] == Open && s.waitsForOtherStep(i) {
			s.states[i] = Waiting
		}
	}
	return s
}

// waitsForOtherStep reports whether an open step waits for another one: its
// check has failed, and a wait of the other step leads back to what the check
// reads, or may do so once that step has its answers.
func (s *stepStates) waitsForOtherStep(i int) bool {
	return slices.ContainsFunc(s.plan.loops, func(l loop) bool {
		there := l.at.step
		return there != i && l.again[i] && (s.states[there] == Open || s.states[there] == Waiting) &&
			s.truth(l.at) != flows.False && !s.marks[s.plan.name(l.at)].answered()
	}) && s.onlyChecksHold(i)
}

// onlyChecksHold reports whether failed checks, and nothing else, hold a step
// open.
func (s *stepStates) onlyChecksHold(i int) bool {
	holding := s.mustProblems(i)
	return len(holding) > 0 && !slices.ContainsFunc(holding, func(p ProblemView) bool { return p.Code != "failed" })
}

func (s *stepStates) stateOf(i int) StepState {
	m := &s.steps[i]
	switch {
	case s.step[i] == flows.False && m.kept:
		return Done
	case s.step[i] == flows.False:
		return NotNeeded
	case s.step[i] == flows.Undecided:
		return Blocked
	case m.skipped:
		return Skipped
	case m.done && m.stale:
		return Stale
	case m.done:
		return Done
	case len(s.unmetNeeds(i)) > 0:
		return Blocked
	case s.onlyWaits(i):
		return Waiting
	}
	return Open
}

// unmetNeeds lists the needs of a step that are not met. A skipped step does
// not meet a need; a step that is not needed does, and so does one that only
// has to be looked at again.
func (s *stepStates) unmetNeeds(i int) []string {
	var ids []string
	for _, id := range s.plan.proc.Steps[i].Needs {
		n := s.plan.steps[id]
		switch s.states[n] {
		case Done, NotNeeded:
			continue
		case Stale:
			if !s.hasMustProblems(n) {
				continue
			}
		}
		ids = append(ids, id)
	}
	return ids
}

// onlyWaits reports whether a wait applies in a step and nothing else is left
// to do there.
func (s *stepStates) onlyWaits(i int) bool {
	return s.openWait(i) != nil && !s.hasMustProblems(i)
}

// openWait is the first wait that applies in a step and is not answered yet; nil if
// there is none.
func (s *stepStates) openWait(i int) *flows.Item {
	for k := range s.plan.proc.Steps[i].Items {
		if at := (place{step: i, item: k}); s.isWaitOpen(at) {
			return s.shown(at)
		}
	}
	return nil
}

func (m *mark) answered() bool { return m != nil && m.done }

// hasMustProblems reports whether must problems other than a wait hold a step
// open.
func (s *stepStates) hasMustProblems(i int) bool {
	for _, p := range s.mustProblems(i) {
		if p.Code != "waiting" {
			return true
		}
	}
	return false
}

// mustProblems lists the must problems of the items that apply in a step.
func (f *problemFinder) mustProblems(i int) []ProblemView {
	var holding []ProblemView
	for _, at := range f.placesOf(i) {
		if f.truth(at) != flows.True {
			continue
		}
		for _, p := range f.allProblems(at) {
			if p.Holds() {
				holding = append(holding, p)
			}
		}
	}
	return holding
}

// allProblems lists the problems of an item and of its rows.
func (f *problemFinder) allProblems(at place) []ProblemView {
	found, it := f.itemProblems(at), f.shown(at)
	if it.Kind != flows.KindList || f.lists[it.ID] == nil {
		return found
	}
	rows := f.lists[it.ID]
	for _, r := range rows.order {
		found = append(found, f.rowView(it, at, r, f.duplicateColumns(it, rows, r)).Problems...)
	}
	return found
}

// missingItems lists the items that the conditions of an undecided step read
// and that have no value yet.
func (s *stepStates) missingItems(i int) []string {
	refs := s.plan.proc.Steps[i].When.Reads()
	for _, at := range s.plan.ends {
		if at.step < i {
			refs = append(refs[:len(refs):len(refs)], s.plan.item(at).When.Reads()...)
		}
	}
	var names []string
	for _, r := range refs {
		for _, name := range s.missingOf(r) {
			if !slices.Contains(names, name) {
				names = append(names, name)
			}
		}
	}
	return names
}
