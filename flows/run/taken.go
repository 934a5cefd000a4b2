package run

import (
	"maps"
	"slices"
	"strings"

	"lotse/flows"
)

// What a person made of a problem holds for what it was found in: the answer,
// the result, and the answers that a rule reads beside its own. Where one of
// them changes, the problem is open again.

// drop forgets what was accepted or left of the item at a place.
func (s *state) drop(at place) { s.dropPrefix(s.plan.step(at).ID, s.plan.item(at).ID+".") }

// dropOf forgets what was accepted or left of what a change, or its undoing,
// touches.
func (s *state) dropOf(u *inverse) {
	if u.at.item < 0 || len(s.accepted)+len(s.left) == 0 {
		return
	}
	if u.row == "" {
		s.drop(u.at)
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

// dropReaders forgets what was accepted or left of problems elsewhere that rest
// on what changed; row is that of a cell, whose own row alone reads it.
func (s *state) dropReaders(refs []flows.Ref, row string) {
	if len(s.accepted)+len(s.left) == 0 {
		return
	}
	for _, ref := range refs {
		for _, r := range s.plan.proc.Readers(ref) {
			at, ok := s.plan.items[r.ItemName()]
			if !ok {
				continue
			}
			switch it := s.plan.item(at); {
			case r.Use == flows.UseRule:
				s.dropRules(r, it, ref, row)
			case r.Use == flows.UseInput && it.Kind == flows.KindCheck:
				s.dropWhere(r.Step, func(problem string) bool {
					return problem == it.ID+"."+codeStale || problem == it.ID+"."+codeNotRun
				})
			}
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

// taken looks up what a person made of a problem.
func (j *judge) taken(v *ProblemView, step int) {
	id := j.plan.proc.Steps[step].ID
	v.Accepted, v.Left = nil, j.left[problemKey{id, v.ID}]
	key := problemKey{id, v.ID}
	if v.Code == codeNotRun { // the first versions accepted it as this
		key.problem = strings.TrimSuffix(v.ID, codeNotRun) + statusUnknown
	} else if !v.Can {
		return
	}
	if why, ok := j.accepted[key]; ok {
		v.Accepted = &why
	}
}
