package walk

import (
	"slices"
	"strconv"
	"strings"

	"lotse/flows"
	"lotse/flows/run"
)

// RotateStage is what a rotation needs next.
type RotateStage int

// The stages of a rotation, in their order.
const (
	RotateUsers   RotateStage = iota // who uses the secret: Walk.RotateUsers
	RotateSecret                     // the new value: Walk.RotateSecret
	RotateConfirm                    // where it works: Walk.RotateConfirmed
)

// Rotate asks for the next thing that the rotation of a secret needs. An open one
// can be given up instead: Walk.GiveUpRotation. Whoever leaves the question finds
// the rotation as it is.
type Rotate struct {
	At     flows.Address // the secret
	Action *run.ItemView // what offers it
	Stage  RotateStage
	Of     *run.RotationView // the open rotation; nil at RotateUsers
}

func (Rotate) question() {}

// Rotatable are the secrets whose rotation is offered now, or open, in the order
// of the actions that offer it.
func (w *position) Rotatable() []flows.Address {
	var all []flows.Address
	for i := range w.view.Steps {
		sv := &w.view.Steps[i]
		for k := range sv.Items {
			if at, offered := w.rotates(&sv.Items[k]); offered && !w.IsHidden(sv) && w.view.Status != run.StatusAbandoned {
				all = append(all, at)
			}
		}
	}
	return all
}

// rotates is the secret that an item offers to rotate now.
func (w *position) rotates(iv *run.ItemView) (flows.Address, bool) {
	if iv.Item.Action == nil || iv.Item.Action.Run != flows.RotateSecret || w.shared && iv.Item.Internal {
		return flows.Address{}, false
	}
	field := itemIn(w.view, flows.At(iv.Item.Action.Of))
	if field == nil || !iv.Rotation.Open() && (iv.State != run.Applies || !field.Set) {
		return flows.Address{}, false
	}
	return flows.Address{Step: stepOf(w.view, field), Item: field.Item.ID}, true
}

// ToRotate is the secret whose rotation is meant by an item: the secret itself,
// or the action that rotates it. Nil means any: the first that is open, or else
// that is offered.
func (w *position) ToRotate(iv *run.ItemView) (flows.Address, bool) {
	all := w.Rotatable()
	if iv != nil {
		at, offered := w.rotates(iv)
		if !offered {
			at = flows.Address{Step: stepOf(w.view, iv), Item: iv.Item.ID}
		}
		return at, slices.Contains(all, at)
	}
	for _, at := range all {
		if w.ItemAt(at).Rotation.Open() {
			return at, true
		}
	}
	if len(all) == 0 {
		return flows.Address{}, false
	}
	return all[0], true
}

// OpenRotation reports whether the rotation of a secret is open.
func (w *position) OpenRotation() bool {
	at, offered := w.ToRotate(nil)
	return offered && w.ItemAt(at).Rotation.Open()
}

// Rotate asks what the rotation of a secret needs next; see ToRotate.
func (w *Walk) Rotate(iv *run.ItemView) Turn {
	at, offered := w.ToRotate(iv)
	if !offered {
		return tell("dialogue.rotation_nothing")
	}
	return Turn{Ask: w.rotateQuestion(at)}
}

func (w *position) rotateQuestion(at flows.Address) Rotate {
	q := Rotate{At: at, Action: w.RotationAction(at)}
	if r := w.ItemAt(at).Rotation; r.Open() {
		q.Of, q.Stage = r, RotateSecret
		if r.State == run.RotationSealed {
			q.Stage = RotateConfirm
		}
	}
	return q
}

// RotationAction is the action that offers to rotate a secret; nil for none.
func (w *position) RotationAction(at flows.Address) *run.ItemView {
	for i := range w.view.Steps {
		for k := range w.view.Steps[i].Items {
			iv := &w.view.Steps[i].Items[k]
			if of, offered := w.rotates(iv); offered && of == at {
				return iv
			}
		}
	}
	return nil
}

// RotateUsers answers Rotate: it begins the rotation with those who use the
// secret, by names with commas or line breaks between them, and asks for the new
// value.
func (w *Walk) RotateUsers(at flows.Address, names string) Turn {
	return w.askNext(at, w.Propose(Stay, run.BeginRotation{At: at, Users: UserNames(names)}))
}

// UserNames are the names in a text, with commas, semicolons or line breaks
// between them.
func UserNames(text string) []string {
	return strings.FieldsFunc(text, func(c rune) bool { return strings.ContainsRune(",;\n\r", c) })
}

// ChosenUsers reads which of those that are left are meant: by their numbers or
// their names, with commas between them. unknown is the first that is neither.
func ChosenUsers(text string, left []string) (users []string, unknown string) {
	for part := range strings.SplitSeq(text, ",") {
		part = strings.TrimSpace(part)
		at := slices.IndexFunc(left, func(u string) bool { return strings.EqualFold(u, part) })
		if n, err := strconv.Atoi(part); at < 0 && err == nil {
			at = n - 1
		}
		if at < 0 || at >= len(left) {
			return nil, part
		}
		users = append(users, left[at])
	}
	return users, ""
}

// RotateSecret answers Rotate: it seals the new value beside the old one, and
// asks where it works.
func (w *Walk) RotateSecret(at flows.Address, secret run.Secret) Turn {
	clean, said := flows.SecretOf(string(secret.Reveal()))
	if clean == "" {
		return w.failed(flows.Refuse(flows.ErrUsage, at, "refuse.rotation_no_new", "item", at.ItemName()))
	}
	p := proposal{rotates: true, entries: []Entry{{At: at, Secret: run.NewSecret([]byte(clean)), Hidden: true}}}
	if !said.IsZero() {
		p.tell = append(p.tell, said)
	}
	return w.enter(p)
}

// rotated goes on after the new value was sealed: it tells what is to be said of
// it, and asks where it works.
func (w *Walk) rotated(at flows.Address, t Turn) Turn {
	r := w.ItemAt(at).Rotation
	if !t.Done || !r.Open() {
		return t
	}
	t.Tell = append(t.Tell, flows.Msg("dialogue.rotation_sealed"))
	for _, p := range r.Problems {
		t.Tell = append(t.Tell, flows.Msg("dialogue.rotation_doubt", "text", p.Message))
	}
	if checks := w.testsOf(at.Item); len(checks) > 0 {
		t.Tell = append(t.Tell, flows.Msg("dialogue.rotation_test", "checks", checks))
	}
	return w.askNext(at, t)
}

// testsOf are the checks that are to be run with a field's new value, by name.
func (w *position) testsOf(field string) []string {
	var names []string
	for i := range w.view.Steps {
		for k := range w.view.Steps[i].Items {
			iv := &w.view.Steps[i].Items[k]
			if iv.Item.Check == nil || !w.IsShown(iv) || !ToRun(iv) {
				continue
			}
			for _, ids := range iv.Item.Check.With {
				if slices.Contains(ids, field) {
					names = append(names, iv.Label())
				}
			}
		}
	}
	return names
}

// RotateConfirmed answers Rotate: those have the new value now; nil is everybody.
// With the last of them the old value is destroyed. of is the rotation that was
// asked about.
func (w *Walk) RotateConfirmed(at flows.Address, of *run.RotationView, users []string) Turn {
	t := w.Propose(Stay, run.ConfirmRotation{At: at, Users: users, New: of.New.ID})
	switch r := w.ItemAt(at).Rotation; {
	case t.Bad:
	case r.Open():
		t.Tell = append(t.Tell, flows.Msg("dialogue.rotation_left", "users", r.Left()))
	default:
		t.Tell = append(t.Tell, flows.Msg("dialogue.rotation_confirmed"))
	}
	return t
}

// GiveUpRotation answers Rotate: the old value stays.
func (w *Walk) GiveUpRotation(at flows.Address, why string) Turn {
	t := w.Propose(Stay, run.GiveUpRotation{At: at, Why: strings.TrimSpace(why)})
	if t.Done {
		t.Tell = append(t.Tell, flows.Msg("dialogue.rotation_given_up"))
	}
	return t
}

// askNext asks for what the rotation needs next, once something was done.
func (w *Walk) askNext(at flows.Address, t Turn) Turn {
	if t.Done && t.Ask == nil {
		t.Ask = w.rotateQuestion(at)
	}
	return t
}

// RotateAgain asks for another new value in place of the one that is sealed.
func (w *Walk) RotateAgain(at flows.Address) Turn {
	q := w.rotateQuestion(at)
	q.Stage = RotateSecret
	return Turn{Ask: q}
}

// destroys reports whether something is left to be destroyed by a rotation.
func (w *position) destroys() bool {
	return slices.ContainsFunc(w.view.Rotations(), func(r *run.RotationView) bool { return r.Pending })
}
