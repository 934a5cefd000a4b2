package run

import (
	"maps"
	"strings"
	"time"

	"lotse/flows"
)

// NotWorked is that something did not work: a person's own outcome of an item, with
// what they saw. It is a warning that holds the step until it is resolved, or
// accepted with a reason; a completed step is to be looked at again. Completing the
// step anew settles it.
type NotWorked struct {
	At  time.Time
	By  string
	Why string
}

type (
	// Fail says that an item did not work, and what was seen; of a step its first
	// item that can be done. Saying it again replaces what was said.
	Fail struct {
		At  flows.Address
		Why string
	}
	// Resolve says that it works now. Why may be empty.
	Resolve struct {
		At  flows.Address
		Why string
	}
)

func (Fail) command()    {}
func (Resolve) command() {}

// Failed is that an item did not work, or does so again.
type Failed struct {
	Item string `json:"item"`
	Why  string `json:"why,omitempty"`
}

// CodeNotWorked is the code of the problem that Fail makes.
const CodeNotWorked = "not_worked"

func (s *state) decideFail(c Fail) ([]decision, error) {
	at, err := s.doable(c.At)
	if err != nil {
		return nil, err
	}
	why, err := requireReason(c.Why, s.plan.step(at).ID, "refuse.not_worked_why")
	if err != nil {
		return nil, err
	}
	name := s.plan.name(at)
	if was := s.failures[name]; was != nil && was.Why == why {
		return nil, nil
	}
	return s.itemDecision(EventNotWorked, at, &Failed{Item: name, Why: why}), nil
}

func (s *state) decideResolve(c Resolve) ([]decision, error) {
	at, err := s.failedAt(c.At)
	if err != nil {
		return nil, err
	}
	if err := checkNoteLimit(c.Why); err != nil {
		return nil, err
	}
	return s.itemDecision(EventResolved, at, &Failed{Item: s.plan.name(at), Why: flows.Clean(strings.TrimSpace(c.Why))}), nil
}

// doable is the item of an address; of a step its first one that applies and is
// more than read.
func (s *state) doable(a flows.Address) (place, error) {
	if a.Item != "" {
		at, err := s.anywhere(a)
		if err == nil && !isDoable(s.plan.item(at).Kind) {
			err = flows.Refuse(flows.ErrUsage, s.plan.address(at), "refuse.not_worked_item", "item", s.plan.name(at))
		}
		return at, err
	}
	i, err := s.findStep(a.Step)
	if err != nil {
		return place{}, err
	}
	for _, at := range s.placesOf(i) {
		if isDoable(s.plan.item(at).Kind) && s.evaluate().truth(at) == flows.True {
			return at, nil
		}
	}
	return place{}, flows.Refuse(flows.ErrUsage, flows.AtStep(a.Step), "refuse.not_worked_step", "step", a.Step)
}

func isDoable(k flows.Kind) bool { return k != flows.KindText && k != flows.KindEnd }

// failedAt is the item of an address that did not work; of a step its first one.
func (s *state) failedAt(a flows.Address) (place, error) {
	at, err := s.anywhere(a)
	if err != nil {
		return at, err
	}
	for _, one := range s.placesOf(at.step) {
		if (at.item < 0 || one == at) && s.failures[s.plan.name(one)] != nil {
			return one, nil
		}
	}
	return at, flows.Refuse(flows.ErrUsage, s.plan.address(at), "refuse.not_worked_none", "what", s.plan.name(at))
}

func (s *state) foldNotWorked(e *Event, d *Failed) {
	if at, ok := s.plan.at(d.Item); ok {
		s.failures[d.Item] = &NotWorked{At: e.At, By: e.By, Why: d.Why}
		s.markStale(at.step)
		s.dropWhere(s.plan.step(at).ID, func(problem string) bool { return problem == s.plan.id(at)+"."+CodeNotWorked })
	}
}

func (s *state) foldResolved(_ *Event, d *Failed) { delete(s.failures, d.Item) }

// settleFailures forgets what did not work in a step that is completed: it was
// accepted, or works.
func (s *state) settleFailures(step string) {
	maps.DeleteFunc(s.failures, func(item string, _ *NotWorked) bool { return named(item).Step == step })
}

// failureProblems is the warning that an item did not work.
func (f *problemFinder) failureProblems(at place) []flows.Problem {
	failed := f.failures[f.plan.name(at)]
	if failed == nil {
		return nil
	}
	p := problem(CodeNotWorked, flows.Warn, "by", failed.By, "why", failed.Why)
	p.Accept = flows.AcceptRequired
	return []flows.Problem{p}
}

// Failures are the items that did not work and whose failure stands, in the order
// of the steps: nobody has resolved or accepted it.
func (v *View) Failures() []flows.Address {
	var all []flows.Address
	for i := range v.Steps {
		sv := &v.Steps[i]
		for k := range sv.Items {
			iv := &sv.Items[k]
			if iv.NotWorked != nil && iv.State == Applies && sv.counts() && iv.isOpen(CodeNotWorked) {
				all = append(all, flows.Address{Step: sv.Step.ID, Item: iv.Item.ID})
			}
		}
	}
	return all
}

// isOpen reports whether an item has a problem of a code that is neither accepted
// nor left.
func (it *ItemView) isOpen(code string) bool {
	for _, p := range it.Problems {
		if p.Code == code && p.Accepted == nil && !p.Left {
			return true
		}
	}
	return false
}

// notWorked says what did not work and was not resolved, the first by its name.
func (b briefing) notWorked() flows.Message {
	all := b.Failures()
	if len(all) == 0 {
		return flows.Message{}
	}
	iv := b.Step(all[0].Step).Item(all[0].Item)
	m := flows.Msg("brief.not_worked", "item", flows.Cut(iv.Label(), briefLabel), "day", b.day(iv.NotWorked.At), "why", flows.Cut(iv.NotWorked.Why, briefText))
	if n := len(all) - 1; n > 0 {
		m = flows.Joined("joined.sentence", m, flows.Msg("brief.not_worked_more", "n", n))
	}
	return m
}
