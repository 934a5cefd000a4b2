package run

import (
	"context"
	"slices"

	"lotse/flows"
)

// Seal seals a value for a secret field, bound to an origin where that is known
// already, checks it against the field's rules, and gives the command that sets
// it. Every face enters secrets through it, so that broken rules are recorded whichever way
// the secret was entered, and so that in a team a value that takes the place of another,
// entered anew or in a rotation, is sealed as well for those for whom that one opens, as
// far as their keys are confirmed here and they may work in the team still. The errors are
// those of the vault, and a *flows.Refusal if there is no secret field at the address.
func (s *Session) Seal(ctx context.Context, v Vault, a flows.Address, origin string, value Secret) (SetSecret, error) {
	step, it, err := s.Resolve(a)
	if err != nil {
		return SetSecret{}, err
	}
	at := flows.Address{Step: step.ID, Item: it.ID}
	if it.Field == nil || it.Field.Type != flows.TypeSecret {
		return SetSecret{}, flows.Refuse(flows.ErrUsage, at, "refuse.no_secret", "item", at.String())
	}
	made, err := v.Prepare(ctx, s.mode)
	if err != nil {
		return SetSecret{}, err
	}
	var r recipients
	if iv := s.View(s.env.Now()).Step(at.Step).Item(at.Item); iv != nil {
		if r, err = s.recipientsOf(ctx, v, iv.Keepers); err != nil {
			return SetSecret{}, err
		}
	}
	sealed, err := r.seal(ctx, v, s, it.ID, origin, value)
	if err != nil {
		return SetSecret{}, err
	}
	return SetSecret{At: at, Sealed: &sealed, Violations: it.CheckSecret(string(value.Reveal()), s.env.Now()), KeyMade: made, Lost: r.lost}, nil
}

// recipients are for whom a new value is sealed besides whoever seals it, and who has lost
// it by that.
type recipients struct {
	members, keys, lost []string
}

func (r *recipients) seal(ctx context.Context, v Vault, s *Session, field, origin string, value Secret) (Sealed, error) {
	if len(r.keys) == 0 {
		return v.Seal(ctx, s.mode, s.id, field, origin, value)
	}
	sealed, err := v.SealFor(ctx, s.mode, s.id, field, origin, value, r.keys)
	sealed.For = r.members
	return sealed, err
}

// recipientsOf are those for whom a secret opens beside whoever replaces it.
func (s *Session) recipientsOf(ctx context.Context, v Vault, k Keepers) (r recipients, err error) {
	team := s.env.Team
	if team == nil || s.mode != Real || k.By == "" && len(k.For) == 0 {
		return r, nil
	}
	all, err := team.Members(ctx)
	if err != nil {
		return r, err
	}
	for _, name := range append([]string{k.By}, k.For...) {
		if name == "" || name == team.Me().Name {
			continue
		}
		key, err := v.Confirmed(ctx, name)
		if err != nil {
			return r, err
		}
		if key == "" || !slices.ContainsFunc(all, func(m Member) bool { return m.Name == name && m.Role.Writes() }) {
			r.lost = append(r.lost, name)
			continue
		}
		r.members, r.keys = append(r.members, name), append(r.keys, key)
	}
	slices.Sort(r.members)
	return r, nil
}
