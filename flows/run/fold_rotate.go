package run

import "slices"

// condemned is a sealed value that nothing uses any more and that the store is
// to remove once the event by which that came about is written.
type condemned struct {
	SecretSealed
	seq int64 // of that event
}

func (s *state) foldRotationBegun(e *Event, d *Rotated) {
	at, ok := s.plan.at(d.Item)
	if !ok {
		return
	}
	r := s.rotations[at]
	if !r.isOpen() {
		a := s.answer(s.plan.item(at).ID)
		r = &rotation{begun: e.At, old: a.secret, oldAt: a.at}
		s.rotations[at] = r
	}
	for _, name := range d.Users {
		r.users = append(r.users, rotationUser{name: name})
	}
	s.dropRotationAcceptance(at)
}

func (s *state) foldRotationSealed(e *Event, d *SecretSealed) {
	at, r := s.rotationOf(d.Item)
	if r == nil {
		return
	}
	s.condemn(e, r.fresh)
	r.fresh, r.freshAt = *d, e.At
	s.hold(d)
	for i := range r.users {
		r.users[i].confirmed = nil
	}
	s.noteChange(e, at)
	s.apply(d.Effects)
}

func (s *state) foldRotationConfirmed(e *Event, d *Rotated) {
	at, r := s.rotationOf(d.Item)
	if r == nil {
		return
	}
	when := e.At
	for _, name := range d.Users {
		if i := r.user(name); i >= 0 {
			r.users[i].confirmed = &when
		}
	}
	if len(r.left()) > 0 {
		return
	}
	r.ended, r.confirmed = e.At, true
	s.answers[s.plan.item(at).ID] = &answer{secret: r.fresh, at: r.freshAt}
	s.condemn(e, r.old)
	s.noteChange(e, at)
	s.dropAcceptanceOf(&inverse{at: at})
	s.dropRotationAcceptance(at)
	// What undo would bring back is destroyed.
	s.undos = slices.DeleteFunc(s.undos, func(u inverse) bool { return u.at == at })
}

func (s *state) foldRotationGivenUp(e *Event, d *Rotated) {
	at, r := s.rotationOf(d.Item)
	if r == nil {
		return
	}
	r.ended = e.At
	s.condemn(e, r.fresh)
	s.noteChange(e, at)
	s.dropRotationAcceptance(at)
	s.apply(d.Effects)
}

func (s *state) foldSecretDestroyed(_ *Event, d *SecretSealed) {
	s.condemned = slices.DeleteFunc(s.condemned, func(c condemned) bool { return c.Secret == d.Secret })
}

// rotationOf is the open rotation of a field by its name; nil for none.
func (s *state) rotationOf(name string) (place, *rotation) {
	at, known := s.plan.items[name]
	if !known || !s.rotations[at].isOpen() {
		return at, nil
	}
	return at, s.rotations[at]
}

// condemn marks a sealed value as to be destroyed, if there is one.
func (s *state) condemn(e *Event, sealed SecretSealed) {
	if sealed.Secret != "" {
		s.condemned = append(s.condemned, condemned{sealed, e.Seq})
	}
}

// dropRotationAcceptance opens the problem again that an open rotation is.
func (s *state) dropRotationAcceptance(field place) {
	if at, offered := s.plan.rotates[field]; offered {
		s.dropAcceptance(at)
	}
}
