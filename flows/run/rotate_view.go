package run

import (
	"time"

	"lotse/flows"
)

// RotationState is how far a rotation has come.
type RotationState string

// The states of a rotation.
const (
	RotationBegun     RotationState = "begun"     // who uses the secret is named; the new value is missing
	RotationSealed    RotationState = "sealed"    // the new value is sealed beside the old one
	RotationConfirmed RotationState = "confirmed" // over: the new value is the answer
	RotationGivenUp   RotationState = "given_up"  // over: the old value is the answer
)

// RotationView is the last rotation of a secret. It stands at the field and at
// the action that offers it.
type RotationView struct {
	Field    flows.Address
	State    RotationState
	Begun    time.Time
	Ended    *time.Time // nil while it is open
	Users    []RotationUser
	Old, New SealedView
	Pending  bool            // what is to be destroyed by it is still there
	Problems []flows.Problem // rules that the new value breaks
}

// RotationUser is a system or a person that uses the secret.
type RotationUser struct {
	Name      string
	Confirmed *time.Time // when it was said that it has the new value; nil: not yet
}

// SealedView is a sealed value; zero where there is none.
type SealedView struct {
	ID          string // in the vault
	Fingerprint string
	At          time.Time // when it was sealed
}

// Open reports whether the rotation has still to be confirmed or given up.
func (r *RotationView) Open() bool { return r != nil && r.Ended == nil }

// Left are those that have not confirmed the new value.
func (r *RotationView) Left() []string {
	var names []string
	for _, u := range r.Users {
		if u.Confirmed == nil {
			names = append(names, u.Name)
		}
	}
	return names
}

// Rotations are the last rotations of all secrets of the run, in the order of
// the fields.
func (v *View) Rotations() []*RotationView {
	var all []*RotationView
	for i := range v.Steps {
		for k := range v.Steps[i].Items {
			if iv := &v.Steps[i].Items[k]; iv.Item.Field != nil && iv.Rotation != nil {
				all = append(all, iv.Rotation)
			}
		}
	}
	return all
}

// rotationView is the last rotation of the secret field at a place; nil if it
// never had one.
func (s *stepStates) rotationView(field place) *RotationView {
	r := s.rotations[field]
	if r == nil {
		return nil
	}
	v := &RotationView{
		Field: s.plan.address(field), State: r.state(), Begun: r.begun,
		Old:      SealedView{r.old.Secret, r.old.Fingerprint, r.oldAt},
		New:      SealedView{r.fresh.Secret, r.fresh.Fingerprint, r.freshAt},
		Problems: s.plan.item(field).ViolationProblems(r.fresh.Violations),
	}
	if !r.isOpen() {
		v.Ended = &r.ended
	}
	for _, u := range r.users {
		v.Users = append(v.Users, RotationUser{u.name, u.confirmed})
	}
	for i := range s.condemned {
		v.Pending = v.Pending || s.condemned[i].Item == s.plan.name(field)
	}
	return v
}

func (r *rotation) state() RotationState {
	switch {
	case r.isSealed():
		return RotationSealed
	case r.isOpen():
		return RotationBegun
	case r.confirmed:
		return RotationConfirmed
	}
	return RotationGivenUp
}

// rotatedBy is the field whose secret the action at a place replaces.
func (s *state) rotatedBy(action place) (place, bool) {
	it := s.plan.item(action)
	if it.Action == nil || it.Action.Run != flows.RotateSecret {
		return place{}, false
	}
	field, known := s.plan.fields[it.Action.Of]
	return field, known
}

// rotationProblems is the warning that a rotation is open, at the action that
// offers it: so the run's last page, its row in the list and its numbers tell
// of it as of any other warning.
func (s *state) rotationProblems(action place) []flows.Problem {
	field, rotates := s.rotatedBy(action)
	r := s.rotations[field]
	if !rotates || !r.isOpen() {
		return nil
	}
	p := flows.Problem{Code: codeRotation, Level: flows.Warn, Message: flows.Msg("rotation_begun", "item", s.shown(field).Label)}
	if r.isSealed() {
		p.Message = flows.Msg("rotation_sealed", "item", s.shown(field).Label, "users", r.left())
	}
	return []flows.Problem{p}
}

// codeRotation is the code of the problem that a rotation is open.
const codeRotation = "rotation"
