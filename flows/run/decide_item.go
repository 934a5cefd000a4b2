package run

import (
	"time"

	"lotse/flows"
)

// decideWaitOrGate decides the commands about waits and gates.
func (s *state) decideWaitOrGate(c Command, now time.Time) ([]decision, error) {
	switch c := c.(type) {
	case WaitUntil:
		return s.decideWaitUntil(c)
	case WaitAnswered:
		return s.decideWaitAnswered(c)
	case PassGate:
		return s.decideGate(c, now)
	}
	return nil, unknownCommand(c)
}

// applicableItem finds an item of a kind that applies now, for a command that
// may give a reason.
func (s *state) applicableItem(a flows.Address, kind flows.Kind, why string) (place, *flows.Item, error) {
	at, it, err := s.target(a, kind)
	if err != nil {
		return at, nil, err
	}
	if s.evaluate().truth(at) != flows.True {
		return at, nil, flows.Refuse(flows.ErrBlocked, s.plan.address(at), "refuse.not_now", "item", s.plan.name(at))
	}
	return at, it, checkNoteLimit(why)
}

// itemDecision is a decision about an item that nothing else reads.
func (s *state) itemDecision(kind EventKind, at place, data any) []decision {
	return []decision{{kind: kind, step: s.plan.step(at).ID, at: at, data: data}}
}

func (s *state) decideWaitUntil(c WaitUntil) ([]decision, error) {
	at, _, err := s.applicableItem(c.At, flows.KindWait, c.Why)
	if err != nil {
		return nil, err
	}
	name, until := s.plan.name(at), instant(c.Until)
	if m := s.marks[name]; m != nil && m.until != nil && m.until.Equal(until) && c.Why == "" {
		return nil, nil
	}
	return s.itemDecision(EventWaiting, at, &Waited{Item: name, Until: &until, Why: flows.Clean(c.Why)}), nil
}

func (s *state) decideWaitAnswered(c WaitAnswered) ([]decision, error) {
	at, it, err := s.applicableItem(c.At, flows.KindWait, c.Why)
	if err != nil {
		return nil, err
	}
	name := s.plan.name(at)
	if s.marks[name].answered() {
		return nil, nil
	}
	d := &Waited{Item: name, Why: flows.Clean(c.Why)}
	if it.Wait.Then != "" {
		d.Effects = s.rounds(it.Wait.Then).Effects
		return s.itemDecision(EventWaitAnswered, at, d), nil
	}
	return s.itemChange(EventWaitAnswered, at, "", d, &d.Effects), nil
}

func (s *state) decideChecked(c RecordCheck) ([]decision, error) {
	at, _, err := s.target(c.At, flows.KindCheck)
	if err != nil {
		return nil, err
	}
	switch c.Result.Status {
	case "passed", "warned", "failed", "unknown":
	default:
		return nil, flows.Refuse(flows.ErrUsage, s.plan.address(at), "refuse.no_status", "status", c.Result.Status)
	}
	d := &Checked{Item: s.plan.name(at), Result: c.Result, Stale: s.evaluate().isOutdated(at, &c.Result)}
	return append(s.decideSecretsSent(c.Result.Secrets), s.itemChange(EventChecked, at, "", d, &d.Effects)...), nil
}

func (s *state) decideSent(c RecordSent) ([]decision, error) {
	at, _, err := s.applicableItem(c.At, flows.KindDraft, c.How)
	if err != nil {
		return nil, err
	}
	for _, id := range c.Read {
		a, _ := flows.ParseItem(id)
		if there, ok := s.plan.fields[a.Item]; !ok || a.Row != "" && s.plan.item(there).Column(a.Column) == nil {
			return nil, s.plan.unknown(flows.Address{Item: id})
		}
	}
	d := &Sent{Item: s.plan.name(at), How: flows.Clean(c.How), Read: c.Read}
	out := s.itemDecision(EventSent, at, d)
	if c.Text != "" {
		out[0].content = []byte(c.Text)
		d.Sum, d.Kept = contentSum(out[0].content), true
	}
	return out, nil
}
