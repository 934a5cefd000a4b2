package run

import (
	"slices"

	"lotse/flows"
)

// states finds the state of every step. holds is asked, and only where it
// matters, whether a step has must problems other than a wait.
type states struct {
	*judge
	is    []StepState
	warns []int // by step; nil until it is asked for
}

func newStates(j *judge) *states {
	s := &states{judge: j, is: make([]StepState, len(j.plan.proc.Steps))}
	for i := range s.is {
		s.is[i] = s.state(i)
	}
	for i := range s.is {
		if s.is[i] == Open && s.led(i) {
			s.is[i] = Waiting
		}
	}
	return s
}

// led reports whether an open step waits for another one: its check has failed,
// and a wait over there leads back to what the check reads, or may once that step
// has its answers.
func (s *states) led(i int) bool {
	return slices.ContainsFunc(s.plan.loops, func(l loop) bool {
		there := l.at.step
		return there != i && l.again[i] && (s.is[there] == Open || s.is[there] == Waiting) &&
			s.at(l.at) != flows.False && !s.marks[s.plan.name(l.at)].answered()
	}) && s.failed(i)
}

// failed reports whether failed checks, and nothing else, hold a step open.
func (s *states) failed(i int) bool {
	holding := s.holding(i)
	return len(holding) > 0 && !slices.ContainsFunc(holding, func(p ProblemView) bool { return p.Code != "failed" })
}

func (s *states) state(i int) StepState {
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
	case len(s.unmet(i)) > 0:
		return Blocked
	case s.awaits(i):
		return Waiting
	}
	return Open
}

// unmet lists the needs of a step that are not fulfilled: a skipped step does
// not fulfil one, a not-needed one does, and so does one that only has to be
// looked at again.
func (s *states) unmet(i int) []string {
	var ids []string
	for _, id := range s.plan.proc.Steps[i].Needs {
		n := s.plan.steps[id]
		switch s.is[n] {
		case Done, NotNeeded:
			continue
		case Stale:
			if !s.held(n) {
				continue
			}
		}
		ids = append(ids, id)
	}
	return ids
}

// awaits reports whether a wait applies in a step and nothing else is to be
// done there.
func (s *states) awaits(i int) bool {
	return s.wait(i) != nil && !s.held(i)
}

// wait is the wait that applies in a step and is not answered yet.
func (s *states) wait(i int) *flows.Item {
	for k := range s.plan.proc.Steps[i].Items {
		at := place{i, k}
		if s.plan.item(at).Kind == flows.KindWait && s.at(at) == flows.True && !s.marks[s.plan.name(at)].answered() {
			return s.shown(at)
		}
	}
	return nil
}

func (m *mark) answered() bool { return m != nil && m.done }

// held reports whether must problems other than a wait hold a step open.
func (s *states) held(i int) bool {
	for _, p := range s.holding(i) {
		if p.Code != "waiting" {
			return true
		}
	}
	return false
}

// holding lists the must problems of what applies in a step.
func (j *judge) holding(i int) []ProblemView {
	var holding []ProblemView
	for k := range j.plan.proc.Steps[i].Items {
		at := place{i, k}
		if j.at(at) != flows.True {
			continue
		}
		for _, p := range j.all(at) {
			if p.Holds() {
				holding = append(holding, p)
			}
		}
	}
	return holding
}

// all lists the problems of an item and of its rows.
func (j *judge) all(at place) []ProblemView {
	found, it := j.item(at), j.shown(at)
	if it.Kind != flows.KindList || j.lists[it.ID] == nil {
		return found
	}
	rows := j.lists[it.ID]
	for _, r := range rows.order {
		found = append(found, j.row(it, at, r, j.twice(it, rows, r)).Problems...)
	}
	return found
}

// missing lists what an undecided step waits for: the items that its
// conditions read and that have nothing to be read.
func (s *states) missing(i int) []string {
	refs := s.plan.proc.Steps[i].When.Reads()
	for _, at := range s.plan.ends {
		if at.step < i {
			refs = append(refs[:len(refs):len(refs)], s.plan.item(at).When.Reads()...)
		}
	}
	var names []string
	for _, r := range refs {
		if name, missing := s.unread(r); missing && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return names
}

func (s *states) unread(r flows.Ref) (name string, missing bool) {
	var ok bool
	at, known := s.plan.items[r.ID]
	switch r.Kind {
	case flows.RefField:
		_, ok = s.Field(r.ID)
		at, known = s.plan.fields[r.ID]
	case flows.RefList:
		ok = s.Rows(r.ID, func(flows.Scope) bool { return false })
		at, known = s.plan.fields[r.ID]
	case flows.RefColumn:
		at, known = s.plan.columns[r.ID]
		ok = known && s.complete(at, r.ID)
	case flows.RefCheck:
		_, ok = s.Check(r.ID)
	case flows.RefOutcome:
		_, ok = s.Outcome(r.ID)
	case flows.RefTask:
		_, ok = s.moment.Done(r.ID)
	default:
		return "", false
	}
	if ok || !known {
		return "", false
	}
	return s.plan.name(at), true
}

// complete reports whether every row of a list has a column to be read.
func (s *states) complete(at place, id string) bool {
	complete := true
	ok := s.Rows(s.plan.item(at).ID, func(row flows.Scope) bool {
		_, ok := row.Field(id)
		complete = complete && ok
		return complete
	})
	return ok && complete
}
