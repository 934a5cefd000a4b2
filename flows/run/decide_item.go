package run

import (
	"fmt"
	"strings"

	"lotse/flows"
)

// decideMoment decides what happens at waits and gates.
func (s *state) decideMoment(c Command) ([]decision, error) {
	switch c := c.(type) {
	case WaitUntil:
		return s.decideWaitUntil(c)
	case WaitAnswered:
		return s.decideWaitAnswered(c)
	case PassGate:
		return s.decideGate(c)
	}
	return nil, &Refusal{Code: RefusedUsage, Message: fmt.Sprintf("unknown command %T", c)}
}

// standing finds an item of a kind that applies now, for a command that may
// give a reason.
func (s *state) standing(t Target, kind flows.Kind, why string) (place, *flows.Item, error) {
	at, it, err := s.target(t, kind)
	if err != nil {
		return at, nil, err
	}
	if s.moment().at(at) != flows.True {
		return at, nil, &Refusal{Code: RefusedBlocked, Step: s.plan.step(at).ID, Item: it.ID, Message: s.plan.name(at) + " does not apply now"}
	}
	return at, it, limitNote(why)
}

// aboutItem is a decision about an item that others do not read.
func (s *state) aboutItem(kind EventKind, at place, data any) []decision {
	return []decision{{kind: kind, step: s.plan.step(at).ID, at: at, data: data}}
}

func (s *state) decideWaitUntil(c WaitUntil) ([]decision, error) {
	at, _, err := s.standing(c.Item, flows.KindWait, c.Why)
	if err != nil {
		return nil, err
	}
	name, until := s.plan.name(at), instant(c.Until)
	if m := s.marks[name]; m != nil && m.until != nil && m.until.Equal(until) && c.Why == "" {
		return nil, nil
	}
	return s.aboutItem(EventWaiting, at, &waitData{Item: name, Until: &until, Why: flows.Clean(c.Why)}), nil
}

func (s *state) decideWaitAnswered(c WaitAnswered) ([]decision, error) {
	at, it, err := s.standing(c.Item, flows.KindWait, c.Why)
	if err != nil {
		return nil, err
	}
	name := s.plan.name(at)
	if s.marks[name].answered() {
		return nil, nil
	}
	d := &waitData{Item: name, Why: flows.Clean(c.Why)}
	if it.Wait.Then != "" {
		d.effects = s.rounds(it.Wait.Then).effects
		return s.aboutItem(EventWaitAnswered, at, d), nil
	}
	return s.change(EventWaitAnswered, at, "", d, &d.effects), nil
}

// decideGate passes a point of no return: every precondition has to be true at
// this moment, the word typed, and somebody to have decided.
func (s *state) decideGate(c PassGate) ([]decision, error) {
	at, it, err := s.standing(c.Item, flows.KindGate, c.Why)
	if err != nil {
		return nil, err
	}
	name := s.plan.name(at)
	refuse := func(code RefusalCode, text string) ([]decision, error) {
		return nil, &Refusal{Code: code, Step: s.plan.step(at).ID, Item: it.ID, Message: name + ": " + text}
	}
	m := s.moment()
	for _, p := range it.Gate.Requires {
		if p.Cond.Eval(m) != flows.True {
			return refuse(RefusedNotComplete, p.Text)
		}
	}
	by := flows.Clean(strings.TrimSpace(c.By))
	switch {
	case strings.TrimSpace(c.Word) != it.Gate.Word:
		return refuse(RefusedUsage, fmt.Sprintf("type the word %q to pass", it.Gate.Word))
	case by == "":
		return refuse(RefusedUsage, "say who decided (--by)")
	case s.marks[name].answered():
		return nil, nil
	}
	return s.aboutItem(EventGatePassed, at, &gateData{Item: name, By: by, Why: flows.Clean(c.Why)}), nil
}

func (s *state) decideChecked(c RecordCheck) ([]decision, error) {
	at, it, err := s.target(c.Item, flows.KindCheck)
	if err != nil {
		return nil, err
	}
	switch c.Result.Status {
	case "passed", "warned", "failed", "unknown":
	default:
		return nil, &Refusal{Code: RefusedUsage, Step: s.plan.step(at).ID, Item: it.ID, Message: fmt.Sprintf("a check passes, warns, fails or is unknown, not %q", flows.Clean(c.Result.Status))}
	}
	d := &checkedData{Item: s.plan.name(at), Result: c.Result, Stale: s.moment().outdated(it.Check, &c.Result)}
	return s.change(EventChecked, at, "", d, &d.effects), nil
}

func (s *state) decideSent(c RecordSent) ([]decision, error) {
	at, _, err := s.standing(c.Item, flows.KindDraft, c.How)
	if err != nil {
		return nil, err
	}
	for _, id := range c.Read {
		if _, ok := s.plan.fields[id]; !ok {
			return nil, &Refusal{Code: RefusedNotFound, Step: s.plan.step(at).ID, Item: s.plan.item(at).ID, Message: s.plan.unknown(Target(id))}
		}
	}
	return s.aboutItem(EventSent, at, &sentData{Item: s.plan.name(at), How: flows.Clean(c.How), Sum: c.Sum, Read: c.Read}), nil
}
