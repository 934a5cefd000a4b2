package run

import (
	"maps"
	"slices"
	"strings"

	"lotse/flows"
)

// A problem is accepted, or left, for the values in which it was found: the answer,
// the result, and the other answers that a rule reads. When one of them changes,
// the problem is open again.

// dropAcceptance forgets which problems of the item at a place were accepted,
// or left as they are.
func (s *state) dropAcceptance(at place) { s.dropPrefix(s.plan.step(at).ID, s.plan.id(at)+".") }

// dropAcceptanceOf does the same for everything that a change, or its undo,
// affects.
func (s *state) dropAcceptanceOf(u *inverse) {
	if u.at.item < 0 || len(s.accepted)+len(s.left) == 0 {
		return
	}
	if u.row == "" {
		s.dropAcceptance(u.at)
	} else {
		s.dropPrefix(s.plan.step(u.at).ID, s.plan.item(u.at).ID+"["+u.row+"]."+u.column+".")
	}
	s.dropReaders(s.plan.refsOf(u.at, u.column), u.row)
}

func (s *state) dropPrefix(step, prefix string) {
	s.dropWhere(step, func(problem string) bool { return strings.HasPrefix(problem, prefix) })
}

func (s *state) dropWhere(step string, gone func(problem string) bool) {
	maps.DeleteFunc(s.accepted, func(k problemKey, _ string) bool { return k.step == step && gone(k.problem) })
	maps.DeleteFunc(s.left, func(k problemKey, _ bool) bool { return k.step == step && gone(k.problem) })
}

// dropReaders forgets what was accepted or left of problems elsewhere that
// depend on the change. row is the row of a changed cell: only its own row
// reads it.
func (s *state) dropReaders(refs []flows.Ref, row string) {
	if len(s.accepted)+len(s.left) == 0 {
		return
	}
	for _, ref := range refs {
		for _, r := range s.plan.readers(ref) {
			at, ok := s.plan.items[r.ItemName()]
			if !ok {
				continue
			}
			switch it := s.plan.item(at); {
			case r.Use == flows.UseValue:
				s.dropAcceptance(at)
			case r.Use == flows.UseRule:
				s.dropRules(r, it, ref, row)
			case r.Use == flows.UseInput && it.Kind == flows.KindCheck:
				s.dropUnrun(s.touched(at, ref, row))
			}
		}
	}
}

// dropUnrun forgets that checks were not run, or not on the present answers.
func (s *state) dropUnrun(checks []place) {
	for _, at := range checks {
		id := s.plan.id(at)
		s.dropWhere(s.plan.step(at).ID, func(problem string) bool {
			return problem == id+"."+codeStale || problem == id+"."+codeNotRun
		})
	}
}

// touched are the places of a reader that a change concerns: of one that repeats
// that of the row, where a cell of its own list has changed.
func (s *state) touched(at place, ref flows.Ref, row string) []place {
	it := s.plan.item(at)
	if list, known := s.plan.columns[ref.ID]; !it.Repeats() || row == "" || ref.Kind != flows.RefColumn || !known || s.plan.item(list).ID != it.Each {
		return s.places(at)
	}
	return []place{{step: at.step, item: at.item, row: row}}
}

// dropRow forgets what was accepted or left of a row that is gone, and of what was
// there for it.
func (s *state) dropRow(list place, row string) {
	s.dropPrefix(s.plan.step(list).ID, inRow(s.plan.item(list).ID, row))
	for _, at := range s.plan.repeating {
		if s.plan.item(at).Each == s.plan.item(list).ID {
			s.dropPrefix(s.plan.step(at).ID, inRow(s.plan.item(at).ID, row))
		}
	}
}

// dropRules forgets the problems of those rules of a reader that read ref.
func (s *state) dropRules(r flows.Place, it *flows.Item, ref flows.Ref, row string) {
	begin, rules := it.ID+".", it.Rules
	if r.Column != "" {
		begin, rules = it.ID+"[", it.Column(r.Column).Rules
		if row != "" && ref.Kind == flows.RefColumn && it.Column(ref.ID) != nil {
			begin += row + "]"
		}
	}
	for i := range rules {
		if rule := &rules[i]; slices.Contains(rule.Require.Reads(), ref) {
			end := "." + rule.Problem().Code
			if r.Column != "" {
				end = "]." + r.Column + end
			}
			s.dropWhere(r.Step, func(problem string) bool {
				return strings.HasPrefix(problem, begin) && strings.HasSuffix(problem, end)
			})
		}
	}
}

// applyAcceptance adds to a problem whether it was accepted, and why, or left
// as it is.
func (f *problemFinder) applyAcceptance(v *ProblemView, step int) {
	id := f.plan.proc.Steps[step].ID
	v.Accepted, v.Left = nil, f.left[problemKey{id, v.ID}]
	key := problemKey{id, v.ID}
	if v.Code == codeNotRun { // the first versions accepted it as this
		key.problem = strings.TrimSuffix(v.ID, codeNotRun) + statusUnknown
	} else if !v.Acceptable {
		return
	}
	if why, ok := f.accepted[key]; ok {
		v.Accepted = &why
	}
}
