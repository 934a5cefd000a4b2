package run

import (
	"slices"
	"strings"
	"time"

	"lotse/flows"
)

// decideGate passes a point of no return. Every precondition must be true now,
// every warning before the gate on its page that must be accepted is, the word
// is typed, and somebody has decided.
func (s *state) decideGate(c PassGate, now time.Time) ([]decision, error) {
	at, it, err := s.applicableItem(c.At, flows.KindGate, c.Why)
	if err != nil {
		return nil, err
	}
	name := s.plan.name(at)
	refuse := func(kind flows.RefusalKind, code string, args ...any) ([]decision, error) {
		return nil, flows.Refuse(kind, s.plan.address(at), code, append(args, "item", name)...)
	}
	m := gateScope{s.evaluate()}
	for _, p := range it.Gate.Requires {
		if p.Cond.Eval(m) != flows.True {
			return refuse(flows.ErrNotComplete, "refuse.gate_requires", "text", p.Text)
		}
	}
	by := flows.Clean(strings.TrimSpace(c.By))
	before := s.unacceptedBefore(at, now)
	switch {
	case len(before) > 0:
		return nil, notComplete(s.plan.step(at).ID, before)
	case !it.Gate.Takes(c.Word):
		return refuse(flows.ErrUsage, "refuse.gate_word", "word", it.Gate.Word)
	case by == "":
		return refuse(flows.ErrUsage, "refuse.gate_by")
	case s.marks[name].answered():
		return nil, nil
	}
	d := &GatePassed{Item: name, By: by, Why: flows.Clean(c.Why)}
	return s.itemChange(EventGatePassed, at, "", d, &d.Effects), nil
}

// unacceptedBefore lists the warnings before a gate on its page that must be
// accepted and are not: after the gate it would be too late.
func (s *state) unacceptedBefore(at place, now time.Time) []ProblemView {
	st := s.plan.step(at)
	return slices.DeleteFunc(newProblemFinder(s.evaluateOn(now), now).mustProblems(at.step), func(p ProblemView) bool {
		id, _ := splitRow(p.Item)
		return !p.MustAccept || slices.IndexFunc(st.Items, func(it flows.Item) bool { return it.ID == id }) >= at.item
	})
}

// gateScope evaluates the preconditions of a gate. A stale result decides
// nothing there: what cannot be taken back must not rest on an answer that has
// changed since.
type gateScope struct{ *evaluation }

// Check is the status of a check's result, as long as it is about the current
// answers.
func (f gateScope) Check(ref string) (string, bool) {
	at, known := f.plan.items[ref]
	if !known || !f.applies(at) {
		return "", false
	}
	if f.plan.item(at).Repeats() {
		return f.worst(at, f.status)
	}
	return f.status(at)
}

// status is that of the result at a place which is about the current answers.
func (f gateScope) status(at place) (string, bool) {
	if f.markNow(at).isStale() {
		return "", false
	}
	return f.evaluation.status(at)
}

// requiredByPassedGate reports whether a place is a check that a passed gate
// required. Its result was needed when the gate was passed: what changes later
// does not take the gate back, and no longer holds the step open.
func (s *state) requiredByPassedGate(at place) bool {
	for _, gate := range s.plan.gated[at] {
		if s.marks[gate].answered() {
			return true
		}
	}
	return false
}

// hasPassedGate reports whether a gate of the step was passed.
func (s *state) hasPassedGate(step int) bool {
	for k := range s.plan.proc.Steps[step].Items {
		at := place{step: step, item: k}
		if s.plan.item(at).Kind == flows.KindGate && s.marks[s.plan.name(at)].answered() {
			return true
		}
	}
	return false
}
