package run

import (
	"slices"
	"strings"
	"time"

	"lotse/flows"
)

// decideGate passes a point of no return: every precondition has to be true at
// this moment, every warning before it on its page that has to be accepted is, the
// word typed, and somebody has decided.
func (s *state) decideGate(c PassGate, now time.Time) ([]decision, error) {
	at, it, err := s.standing(c.At, flows.KindGate, c.Why)
	if err != nil {
		return nil, err
	}
	name := s.plan.name(at)
	refuse := func(kind flows.RefusalKind, code string, args ...any) ([]decision, error) {
		return nil, flows.Refuse(kind, s.plan.address(at), code, append(args, "item", name)...)
	}
	m := fresh{s.moment()}
	for _, p := range it.Gate.Requires {
		if p.Cond.Eval(m) != flows.True {
			return refuse(flows.ErrNotComplete, "refuse.gate_requires", "text", p.Text)
		}
	}
	by := flows.Clean(strings.TrimSpace(c.By))
	before := s.before(at, now)
	switch {
	case len(before) > 0:
		return nil, notComplete(s.plan.step(at).ID, before)
	case strings.TrimSpace(c.Word) != it.Gate.Word:
		return refuse(flows.ErrUsage, "refuse.gate_word", "word", it.Gate.Word)
	case by == "":
		return refuse(flows.ErrUsage, "refuse.gate_by")
	case s.marks[name].answered():
		return nil, nil
	}
	d := &GatePassed{Item: name, By: by, Why: flows.Clean(c.Why)}
	return s.change(EventGatePassed, at, "", d, &d.Effects), nil
}

// before lists the warnings on the page of a gate, before it, that have to be
// accepted and are not: after the gate it would be too late.
func (s *state) before(at place, now time.Time) []ProblemView {
	st := s.plan.step(at)
	return slices.DeleteFunc(newJudge(s.moment(), now).holding(at.step), func(p ProblemView) bool {
		return !p.Required || slices.IndexFunc(st.Items, func(it flows.Item) bool { return it.ID == p.Item }) >= at.item
	})
}

// fresh is a moment in which a stale result decides nothing: what cannot be
// taken back rests on no answer that has changed since.
type fresh struct{ *moment }

// Check is the status of a check's result, as long as it is about the answers
// that stand.
func (f fresh) Check(ref string) (string, bool) {
	if k := f.marks[ref]; k != nil && k.stale {
		return "", false
	}
	return f.moment.Check(ref)
}

// settled reports whether a place is a check that a passed gate required. Its
// result was needed at that moment: what changes later does not take the gate
// back, and holds its step no more.
func (s *state) settled(at place) bool {
	for _, gate := range s.plan.gated[at] {
		if s.marks[gate].answered() {
			return true
		}
	}
	return false
}

// crossed reports whether a gate of the step was passed.
func (s *state) crossed(step int) bool {
	for k := range s.plan.proc.Steps[step].Items {
		at := place{step, k}
		if s.plan.item(at).Kind == flows.KindGate && s.marks[s.plan.name(at)].answered() {
			return true
		}
	}
	return false
}
