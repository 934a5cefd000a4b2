package run

import (
	"slices"

	"lotse/flows"
)

// Moving is what a move to another version does to a run: nothing, or exactly that.
type Moving struct {
	From, To Edition
	// Steps are those of the other version in its order; one that is gone stands behind
	// what came before it.
	Steps []StepMove
	// How many answers and marks are kept, have to be looked at again, have no place any
	// more, and have a place again.
	Kept, Again, Void, Back int
}

// Asks reports whether a person has to agree to a move: something has to be looked at
// again, or loses its place, be it an item or a step as a whole.
func (m *Moving) Asks() bool {
	return slices.ContainsFunc(m.Steps, func(step StepMove) bool {
		return step.Effect != Keep || slices.ContainsFunc(step.Items, func(it ItemMove) bool { return it.Effect != Keep })
	})
}

// StepMove is what a move does to a step.
type StepMove struct {
	ID    string // in the other version; of one that is gone in the present one
	Was   string // its id in the present version; "" of a new one
	Title string
	Gone  bool
	// Internal: not for the customer's eyes, in either version.
	Internal bool
	Aspects  []flows.Aspect // in which the step itself differs
	Effect   Effect         // Void of one that is gone; LookAgain where it, or anything in it, has to be looked at again
	Items    []ItemMove     // those that differ, or on which there is an effect
}

// Differs reports whether there is anything to say of the step.
func (m *StepMove) Differs() bool {
	return m.Gone || m.Was != m.ID || len(m.Aspects) > 0 || len(m.Items) > 0
}

// ItemMove is what a move does to an item, or to a column whose cells lose their
// place.
type ItemMove struct {
	At    flows.Address // in the other version; of one that is gone in the present one
	Was   flows.Address // in the present version; zero of a new one
	Label string
	Gone  bool
	// Internal: not for the customer's eyes, in either version.
	Internal bool
	Aspects  []flows.Aspect
	Held     bool // the run holds something there
	Back     bool // what it held in an earlier version has a place again
	Effect   Effect
}

// Moving says what a move of the run to another version would do; nil where it is at
// that version. The error is why it cannot be moved. Texts are in the run's language.
func (s *Session) Moving(to *flows.Procedure) (*Moving, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	m, err := s.state.moving(to, s.env.Now())
	if err != nil || m == nil {
		return nil, err
	}
	return s.state.movingView(m), nil
}

func (s *state) movingView(m *move) *Moving {
	v := &Moving{From: m.event.From, To: m.event.To, Void: len(m.event.Void), Back: len(m.event.Back)}
	for i := range m.pairs.Steps {
		p := &m.pairs.Steps[i]
		step := StepMove{Aspects: p.Aspects, Gone: p.New == nil, Effect: Keep}
		step.Internal = p.Old != nil && p.Old.Internal || p.New != nil && p.New.Internal
		if p.Old != nil {
			step.ID, step.Was, step.Title = p.Old.ID, p.Old.ID, s.plan.proc.Step(p.Old.ID).Title
		}
		if step.Gone {
			step.Effect = Void
		}
		if p.New != nil {
			step.ID, step.Title = p.New.ID, m.after.plan.proc.Step(p.New.ID).Title
		}
		if slices.Contains(m.event.Stale, step.ID) && !step.Gone {
			step.Effect = LookAgain
		}
		for k := range p.Items {
			s.itemMove(m, &p.Items[k], &step, v)
		}
		v.Steps = append(v.Steps, step)
	}
	return v
}

// itemMove adds what a move does to an item, and to its columns.
func (s *state) itemMove(m *move, p *flows.ItemPair, step *StepMove, v *Moving) {
	one := ItemMove{At: p.NewAt, Was: p.OldAt, Aspects: p.Aspects, Gone: p.New == nil, Effect: Keep}
	one.Internal = p.Old != nil && p.Old.Internal || p.New != nil && p.New.Internal
	if p.Old != nil {
		at := s.plan.items[p.OldAt.String()]
		one.Label, one.Held = labelOf(s.plan.item(at)), s.holds(at)
	}
	if p.New != nil {
		one.Label = labelOf(m.after.plan.item(m.after.plan.items[p.NewAt.String()]))
		one.Back = m.after.cameBack(p.NewAt.String())
	} else {
		one.At = p.OldAt
	}
	switch {
	case one.Held && namesItem(m.event.Void, one.Was):
		one.Effect = Void
	case (one.Held || one.Back) && namesItem(m.event.Again, one.At):
		one.Effect = LookAgain
		v.Again++
	case one.Held:
		v.Kept++
	}
	step.add(one, p.Old == nil || p.New == nil || p.Renamed())
	for i := range p.Columns {
		if c := &p.Columns[i]; c.Old != nil && slices.Contains(m.event.Void, c.OldAt.String()) {
			step.add(ItemMove{At: c.OldAt, Was: c.OldAt, Label: labelOf(s.columnOf(c.OldAt)), Gone: c.New == nil, Internal: one.Internal, Held: true, Effect: Void}, true)
		}
	}
}

// namesItem reports whether an item, or any row of one that repeats, is among names.
func namesItem(all []string, at flows.Address) bool {
	return slices.ContainsFunc(all, func(name string) bool {
		whole, _ := splitRow(name)
		return whole == at.String()
	})
}

func (s *state) columnOf(at flows.Address) *flows.Item {
	return s.plan.item(s.plan.items[at.Whole().String()]).Column(at.Column)
}

// cameBack reports whether the last move brought something back to an item.
func (s *state) cameBack(name string) bool {
	for restored := range s.moves[len(s.moves)-1].restored {
		if whole, _ := splitRow(restored); whole == name {
			return true
		}
	}
	return false
}

// add adds an item that differs, or on which there is an effect.
func (m *StepMove) add(one ItemMove, differs bool) {
	if differs || len(one.Aspects) > 0 || one.Effect != Keep || one.Back {
		m.Items = append(m.Items, one)
	}
	if one.Effect == LookAgain && m.Effect == Keep {
		m.Effect = LookAgain
	}
}

// Outdated reports whether a procedure is a newer version of the run's, to which it
// can be moved; nil is none.
func (v *View) Outdated(to *flows.Procedure) bool {
	open := v.Status == StatusOpen || v.Status == StatusWaiting
	return to != nil && open && to.ID == v.Procedure && to.Digest != v.Digest && to.Version > v.ProcedureVersion
}
