package run

import (
	"slices"
	"strings"
	"time"

	"lotse/flows"
)

// A rotation replaces the secret of a field where the procedure offers it, on a
// finished run as on an open one. It names first who uses the secret, seals the
// new value beside the old one, and ends when every one of them has it: the new
// value is the answer then, and the old one is destroyed. Until then the old one
// is the answer, a check tests the new one, and the rotation can be given up.
type (
	// BeginRotation begins to replace a secret, and names the systems and people
	// that use it. At is the field, or the action that offers it. In a rotation that
	// is open it adds those that are not named yet.
	BeginRotation struct {
		At    flows.Address
		Users []string
	}
	// SealRotation names the new value, which the vault has sealed. Another one
	// takes its place, and has to be confirmed from the start.
	SealRotation struct {
		At         flows.Address
		Sealed     *Sealed
		Violations []flows.RuleViolation // see SetSecret
	}
	// ConfirmRotation says that systems or people have the new value; nil is all
	// that are left. With the last of them the rotation is over. New is the id of
	// the value that is meant: it is refused if there is another one by now. ""
	// means the one that is there.
	ConfirmRotation struct {
		At    flows.Address
		Users []string
		New   string
	}
	// GiveUpRotation ends a rotation: the old value stays, the new one is
	// destroyed.
	GiveUpRotation struct {
		At  flows.Address
		Why string
	}
)

// InRotation gives the command that seals the value in the open rotation of its
// field.
func (c SetSecret) InRotation() SealRotation {
	return SealRotation{At: c.At, Sealed: c.Sealed, Violations: c.Violations}
}

func (BeginRotation) command()   {}
func (SealRotation) command()    {}
func (ConfirmRotation) command() {}
func (GiveUpRotation) command()  {}

// maxUsers is how many systems and people a rotation names.
const maxUsers = 100

func (s *state) decideRotation(c Command) ([]decision, error) {
	switch c := c.(type) {
	case BeginRotation:
		return s.decideBeginRotation(c)
	case SealRotation:
		return s.decideSealRotation(c)
	case ConfirmRotation:
		return s.decideConfirmRotation(c)
	case GiveUpRotation:
		return s.decideGiveUpRotation(c)
	}
	return nil, unknownCommand(c)
}

// rotating finds the secret field at an address, or that of the action there,
// and its rotation; nil if it never had one.
func (s *state) rotating(a flows.Address) (place, *rotation, error) {
	at, it, err := s.target(a, flows.KindField, flows.KindAction)
	if err != nil {
		return at, nil, err
	}
	if it.Action != nil && it.Action.Run == flows.RotateSecret {
		if field, known := s.plan.fields[it.Action.Of]; known {
			at = field
		}
	}
	if _, offered := s.plan.rotates[at]; !offered {
		return at, nil, flows.Refuse(flows.ErrUsage, s.plan.address(at), "refuse.rotation_not_offered", "item", s.plan.name(at))
	}
	return at, s.rotations[at], nil
}

// open is the rotation at an address; it is refused where none is open.
func (s *state) openRotation(a flows.Address) (place, *rotation, error) {
	at, r, err := s.rotating(a)
	if err == nil && !r.isOpen() {
		err = flows.Refuse(flows.ErrBlocked, s.plan.address(at), "refuse.rotation_not_begun", "item", s.plan.name(at))
	}
	return at, r, err
}

func (s *state) decideBeginRotation(c BeginRotation) ([]decision, error) {
	at, r, err := s.rotating(c.At)
	if err != nil {
		return nil, err
	}
	users, err := readUsers(c.Users)
	if err != nil {
		return nil, err
	}
	name := s.plan.name(at)
	switch {
	case r.isOpen():
		users = slices.DeleteFunc(users, func(u string) bool { return r.user(u) >= 0 })
		if len(users) == 0 {
			return nil, nil
		}
	case s.evaluate().truth(s.plan.rotates[at]) != flows.True:
		return nil, flows.Refuse(flows.ErrBlocked, s.plan.address(s.plan.rotates[at]), "refuse.not_now", "item", s.plan.name(s.plan.rotates[at]))
	case !s.answers[s.plan.item(at).ID].given():
		return nil, flows.Refuse(flows.ErrNotFound, s.plan.address(at), "refuse.rotation_no_secret", "item", name)
	case len(users) == 0:
		return nil, flows.Refuse(flows.ErrUsage, s.plan.address(at), "refuse.rotation_users", "item", name)
	}
	return s.itemDecision(EventRotationBegun, at, &Rotated{Item: name, Users: users}), nil
}

// readUsers reads names as typed: a line each, and each once.
func readUsers(typed []string) ([]string, error) {
	var users []string
	for _, text := range typed {
		name := strings.TrimSpace(flows.CleanLine(text))
		if name != "" && !slices.ContainsFunc(users, func(u string) bool { return strings.EqualFold(u, name) }) {
			users = append(users, name)
		}
	}
	if len(users) > maxUsers {
		return nil, flows.Refuse(flows.ErrLimit, nil, "refuse.rotation_many", "n", len(users), "limit", maxUsers)
	}
	return users, checkNoteLimit(strings.Join(users, "\n"))
}

func (s *state) decideSealRotation(c SealRotation) ([]decision, error) {
	at, r, err := s.openRotation(c.At)
	if err != nil {
		return nil, err
	}
	name := s.plan.name(at)
	switch {
	case c.Sealed == nil:
		return nil, flows.Refuse(flows.ErrUsage, s.plan.address(at), "refuse.rotation_no_new", "item", name)
	case c.Sealed.Fingerprint == r.old.Fingerprint: // found only where the key was open both times
		return nil, flows.Refuse(flows.ErrUsage, s.plan.address(at), "refuse.rotation_same", "item", name)
	case c.Sealed.Fingerprint == r.fresh.Fingerprint:
		return nil, nil
	}
	d := &SecretSealed{Item: name, Secret: c.Sealed.ID, Fingerprint: c.Sealed.Fingerprint, Origin: c.Sealed.Origin, Violations: c.Violations}
	return append(s.rotationChange(EventRotationSealed, at, d, &d.Effects, c.Sealed), s.sharedWith(at, c.Sealed)...), nil
}

// rotationChange is a decision by which checks read another value. It asks for
// no confirmation: whoever rotates a secret means that it is tested again, and
// nothing is hidden by it.
func (s *state) rotationChange(kind EventKind, at place, data any, e *Effects, sealed *Sealed) []decision {
	out := s.itemChange(kind, at, "", data, e)
	out[0].sealed, out[0].agreed = sealed, true
	return out
}

func (s *state) decideConfirmRotation(c ConfirmRotation) ([]decision, error) {
	at, r, err := s.openRotation(c.At)
	if err != nil {
		return nil, err
	}
	name := s.plan.name(at)
	if r.fresh.Secret == "" {
		return nil, flows.Refuse(flows.ErrBlocked, s.plan.address(at), "refuse.rotation_no_new", "item", name)
	}
	if c.New != "" && c.New != r.fresh.Secret {
		return nil, flows.Refuse(flows.ErrConflict, s.plan.address(at), "refuse.rotation_other_new", "item", name)
	}
	asked, err := readUsers(c.Users)
	if err != nil {
		return nil, err
	}
	if c.Users == nil {
		asked = r.left()
	}
	var users []string
	for _, u := range asked {
		i := r.user(u)
		if i < 0 {
			return nil, flows.Refuse(flows.ErrNotFound, s.plan.address(at), "refuse.rotation_user", "item", name, "user", flows.Short(u), "users", r.names())
		}
		if r.users[i].confirmed == nil {
			users = append(users, r.users[i].name)
		}
	}
	if len(users) == 0 {
		return nil, nil
	}
	return s.itemDecision(EventRotationConfirmed, at, &Rotated{Item: name, Users: users}), nil
}

func (s *state) decideGiveUpRotation(c GiveUpRotation) ([]decision, error) {
	at, r, err := s.openRotation(c.At)
	if err != nil {
		return nil, err
	}
	if err := checkNoteLimit(c.Why); err != nil {
		return nil, err
	}
	d := &Rotated{Item: s.plan.name(at), Why: flows.Clean(c.Why)}
	if r.fresh.Secret == "" {
		return s.itemDecision(EventRotationGivenUp, at, d), nil
	}
	return s.rotationChange(EventRotationGivenUp, at, d, &d.Effects, nil), nil
}

// refuseWhileRotating refuses to change a secret otherwise while it is rotated.
func (s *state) refuseWhileRotating(at place) error {
	if !s.rotations[at].isOpen() {
		return nil
	}
	return flows.Refuse(flows.ErrBlocked, s.plan.address(at), "refuse.rotation_open", "item", s.plan.name(at))
}

// rotation is what a field's last rotation has come to.
type rotation struct {
	begun, ended time.Time // ended is zero while it is open
	confirmed    bool      // it ended by that, and was not given up
	users        []rotationUser
	old, fresh   SecretSealed
	oldAt        time.Time
	freshAt      time.Time
}

type rotationUser struct {
	name      string
	confirmed *time.Time
}

func (r *rotation) isOpen() bool { return r != nil && r.ended.IsZero() }

// isSealed reports whether there is a new value that is not confirmed yet.
func (r *rotation) isSealed() bool { return r.isOpen() && r.fresh.Secret != "" }

// user is the index of a user by name, in whatever case; -1 for none.
func (r *rotation) user(name string) int {
	return slices.IndexFunc(r.users, func(u rotationUser) bool { return strings.EqualFold(u.name, name) })
}

func (r *rotation) names() []string {
	names := make([]string, len(r.users))
	for i := range r.users {
		names[i] = r.users[i].name
	}
	return names
}

// left are those that have not confirmed the new value.
func (r *rotation) left() []string {
	var names []string
	for _, u := range r.users {
		if u.confirmed == nil {
			names = append(names, u.name)
		}
	}
	return names
}
