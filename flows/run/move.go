package run

import (
	"reflect"
	"slices"
	"time"

	"lotse/flows"
)

type (
	// Move moves the run to another version of its procedure, newer or older. It is
	// confirmed by whoever gives it: see Session.Moving for what it does.
	Move struct{ To *flows.Procedure }
	// Moved says that the run goes on by another version of its procedure. What the
	// events before it did is carried over; Void and Back are by the names of the
	// version from which it comes.
	Moved struct {
		From Edition  `json:"from"`
		To   Edition  `json:"to"`
		Back []string `json:"back,omitempty"` // what has a place again
		// Provenance is where the other version was taken from; zero: it came with the
		// program.
		Provenance flows.Provenance `json:"provenance,omitzero"`
		Effects
	}
	// Edition is a version of a procedure.
	Edition struct {
		Version int    `json:"version"`
		Digest  string `json:"digest"`
	}
)

func (Move) command() {}

// decideMove decides a move. A finished run stays as it is.
func (s *state) decideMove(c Move, now time.Time) ([]decision, error) {
	m, err := s.moving(c.To, now)
	if err != nil || m == nil {
		return nil, err
	}
	return []decision{{kind: EventMoved, data: &m.event, to: c.To}}, nil
}

// move is a move before it is one: its event, and the run after it.
type move struct {
	event Moved
	pairs *flows.Comparison
	after *state
}

// moving works out what a move does; nil where the run is at that version.
func (s *state) moving(to *flows.Procedure, now time.Time) (*move, error) {
	from := s.plan.proc
	if to.ID != from.ID {
		return nil, flows.Refuse(flows.ErrUsage, nil, "refuse.move_other", "procedure", from.ID, "other", to.ID)
	}
	if to.Digest == from.Digest {
		return nil, nil
	}
	switch st := newStepStates(newProblemFinder(s.evaluate(), now)); st.status(st.progress()) {
	case StatusDone, StatusEnded, StatusAbandoned:
		return nil, flows.Refuse(flows.ErrClosed, nil, "refuse.move_finished")
	case StatusOpen, StatusWaiting:
	}
	m := &move{pairs: flows.Compare(from, to)}
	m.event.From, m.event.To, m.event.Provenance = editionOf(from), editionOf(to), to.Provenance
	m.event.Void = s.voidIn(m.pairs, now)
	m.event.Back = s.backIn(to, now)
	for at, r := range s.rotations {
		if p := m.pairs.Item(s.plan.name(at)); r.isOpen() && (p == nil || p.New == nil) {
			return nil, flows.Refuse(flows.ErrBlocked, s.plan.address(at), "refuse.move_rotating", "item", labelOf(s.plan.item(at)))
		}
	}
	m.after = s.carry(to, &m.event, s.seq+1)
	m.event.Back = slices.DeleteFunc(m.event.Back, func(name string) bool { return slices.Contains(m.after.shelf, s.shelvedAs(name)) })
	m.event.Again = m.after.againAfter(s, m)
	m.after.apply(Effects{Again: m.event.Again})
	m.event.Stale = m.after.staleAfter(m, now)
	m.after.apply(Effects{Stale: m.event.Stale})
	return m, nil
}

// voidIn are the items, and the columns, that hold something and have no place in
// the other version: they are gone, or what is answered is no answer there.
func (s *state) voidIn(pairs *flows.Comparison, now time.Time) (void []string) {
	s.eachItem(func(at place) {
		name, it := s.plan.name(at), s.plan.item(at)
		p := pairs.Item(s.plan.name(at.whole()))
		if p == nil || p.New == nil || !keepsRows(p, pairs) || it.Field != nil && !s.fits(s.answers[it.ID], p, now) {
			if h := s.held(at); h.any() {
				void = append(void, name)
			}
			return
		}
		for i := range p.Columns {
			if c := &p.Columns[i]; c.Old != nil && !s.columnFits(it.ID, c, now) {
				void = append(void, c.OldAt.String())
			}
		}
	})
	return void
}

// fits reports whether an answer is one in the other version, too, as it stands.
func (s *state) fits(a *answer, p *flows.ItemPair, now time.Time) bool {
	old, now1 := p.Old.Field, p.New.Field
	if !a.given() || old.Type == now1.Type && reflect.DeepEqual(old.Options, now1.Options) {
		return true
	}
	secret := old.Type == flows.TypeSecret
	if secret || now1.Type == flows.TypeSecret {
		return secret && now1.Type == flows.TypeSecret
	}
	return isAnswer(a.value, p.New, now)
}

// isAnswer reports whether a value is a valid answer, and kept as it is.
func isAnswer(v flows.Value, it *flows.Item, now time.Time) bool {
	kept, invalid, _ := readAnswer(it, v, now)
	return invalid == "" && reflect.DeepEqual(kept, v)
}

// columnFits reports whether all cells of a column have a place.
func (s *state) columnFits(list string, p *flows.ItemPair, now time.Time) bool {
	rows := s.lists[list]
	if rows == nil {
		return true
	}
	for _, r := range rows.order {
		c := r.cell(p.Old.ID)
		switch {
		case c.value == nil && c.evidence == nil:
		case p.New == nil:
			return false
		case p.Old.Field == nil || p.Old.Field.Type == p.New.Field.Type && reflect.DeepEqual(p.Old.Field.Options, p.New.Field.Options):
		case !isAnswer(c.value, p.New, now):
			return false
		}
	}
	return true
}

// staleAfter are the completed steps that have to be looked at again: something in
// them has, something is missing now, or a file is another one.
func (s *state) staleAfter(m *move, now time.Time) (stale []string) {
	st := newStepStates(newProblemFinder(s.evaluate(), now))
	for i := range m.pairs.Steps {
		p := &m.pairs.Steps[i]
		if p.Old == nil || p.New == nil {
			continue
		}
		k := s.plan.steps[p.New.ID]
		if s.steps[k].done && !s.steps[k].stale && (st.holdsNow(k) || s.newToRead(p, k) || s.anotherFile(p) || s.anyAgain(p.New, m.event.Again)) {
			stale = append(stale, p.New.ID)
		}
	}
	return stale
}

// holdsNow reports whether anything but a warning holds a step open.
func (s *stepStates) holdsNow(i int) bool {
	for _, p := range s.mustProblems(i) {
		if p.Level == flows.Must {
			return true
		}
	}
	return false
}

// newToRead reports whether something that has to be read was not there before.
func (s *state) newToRead(p *flows.StepPair, step int) bool {
	for i := range p.Items {
		it := &p.Items[i]
		if it.Old == nil && it.New.Text != nil && it.New.Text.Tell && s.evaluate().truth(s.plan.items[it.NewAt.String()]) == flows.True {
			return s.steps[step].done
		}
	}
	return false
}

// anotherFile reports whether a file in the step that comes with the procedure is
// another one now: what was done by it may be, too.
func (s *state) anotherFile(p *flows.StepPair) bool {
	return slices.ContainsFunc(p.Items, func(it flows.ItemPair) bool {
		return slices.Contains(it.Aspects, flows.AspectFile) && s.evaluate().truth(s.plan.items[it.NewAt.String()]) == flows.True
	})
}

func (s *state) anyAgain(step *flows.Step, again []string) bool {
	for _, name := range again {
		if named(name).Step == step.ID {
			return true
		}
	}
	return false
}

// moved describes a move.
func (t eventDescriber) moved(d *Moved) []flows.Message {
	all := single(flows.Msg("event.moved", "from", d.From.Version, "to", d.To.Version))
	if len(d.Void) > 0 {
		all = append(all, flows.Msg("event.moved_void", "n", len(d.Void)))
	}
	return all
}

// foldMoved carries the state over to the other version.
func (s *state) foldMoved(e *Event, d *Moved) {
	*s = *s.carry(s.versions[d.To.Digest].From(d.Provenance), d, e.Seq)
	s.started.Provenance = d.Provenance
	s.apply(d.Effects)
}

// checkMove refuses a move between versions that are not at hand.
func (s *state) checkMove(payload any) error {
	d, moves := payload.(*Moved)
	if !moves {
		return nil
	}
	if d.From.Digest != s.plan.proc.Digest || s.versions[d.To.Digest] == nil {
		return flows.Refuse(flows.ErrDamaged, nil, "refuse.move_version", "version", d.To.Version)
	}
	return nil
}
