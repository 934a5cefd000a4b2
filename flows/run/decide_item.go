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

// applies demands that an item applies now.
func (s *state) applies(at place) error {
	if s.moment().at(at) == flows.True {
		return nil
	}
	return &Refusal{
		Code: RefusedBlocked, Step: s.plan.step(at).ID, Item: s.plan.item(at).ID,
		Message: s.plan.name(at) + " does not apply now",
	}
}

func (s *state) decideWaitUntil(c WaitUntil) ([]decision, error) {
	at, _, err := s.target(c.Item, flows.KindWait)
	if err != nil {
		return nil, err
	}
	if err := s.applies(at); err != nil {
		return nil, err
	}
	if err := limitNote(c.Why); err != nil {
		return nil, err
	}
	name := s.plan.name(at)
	until := instant(c.Until)
	if m := s.marks[name]; m != nil && m.until != nil && m.until.Equal(until) && c.Why == "" {
		return nil, nil
	}
	return []decision{{kind: EventWaiting, step: s.plan.step(at).ID, at: at, data: &waitData{Item: name, Until: &until, Why: flows.Clean(c.Why)}}}, nil
}

func (s *state) decideWaitAnswered(c WaitAnswered) ([]decision, error) {
	at, it, err := s.target(c.Item, flows.KindWait)
	if err != nil {
		return nil, err
	}
	if err := s.applies(at); err != nil {
		return nil, err
	}
	if err := limitNote(c.Why); err != nil {
		return nil, err
	}
	name := s.plan.name(at)
	if s.marks[name].answered() {
		return nil, nil
	}
	d := &waitData{Item: name, Why: flows.Clean(c.Why)}
	if it.Wait.Then != "" {
		d.effects = s.rounds(it.Wait.Then).effects
		return []decision{{kind: EventWaitAnswered, step: s.plan.step(at).ID, at: at, data: d}}, nil
	}
	return s.change(EventWaitAnswered, at, "", d, &d.effects), nil
}

// decideGate passes a point of no return: every precondition has to be true at
// this moment, the word typed, and somebody to have decided.
func (s *state) decideGate(c PassGate) ([]decision, error) {
	at, it, err := s.target(c.Item, flows.KindGate)
	if err != nil {
		return nil, err
	}
	if err := s.applies(at); err != nil {
		return nil, err
	}
	refuse := func(code RefusalCode, text string) ([]decision, error) {
		return nil, &Refusal{Code: code, Step: s.plan.step(at).ID, Item: it.ID, Message: s.plan.name(at) + ": " + text}
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
	case s.marks[s.plan.name(at)].answered():
		return nil, nil
	}
	if err := limitNote(c.Why); err != nil {
		return nil, err
	}
	return []decision{{kind: EventGatePassed, step: s.plan.step(at).ID, at: at, data: &gateData{Item: s.plan.name(at), By: by, Why: flows.Clean(c.Why)}}}, nil
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
	d := &checkedData{Item: s.plan.name(at), Result: c.Result}
	return s.change(EventChecked, at, "", d, &d.effects), nil
}

func (s *state) decideSent(c RecordSent) ([]decision, error) {
	at, _, err := s.target(c.Item, flows.KindDraft)
	if err != nil {
		return nil, err
	}
	if err := s.applies(at); err != nil {
		return nil, err
	}
	d := &sentData{Item: s.plan.name(at), How: flows.Clean(c.How), Sum: c.Sum}
	return []decision{{kind: EventSent, step: s.plan.step(at).ID, at: at, data: d}}, nil
}
