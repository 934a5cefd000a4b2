package run

import (
	"context"

	"lotse/flows"
)

// Seal seals a value for a secret field, bound to an origin where that is known
// already, checks it against the field's rules, and gives the command that sets
// it. Every face enters secrets through it, so
// that broken rules are recorded whichever way the secret was entered. The
// errors are those of the vault, and a *flows.Refusal if there is no secret
// field at the address.
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
	sealed, err := v.Seal(ctx, s.mode, s.id, it.ID, origin, value)
	if err != nil {
		return SetSecret{}, err
	}
	return SetSecret{At: at, Sealed: &sealed, Violations: it.CheckSecret(string(value.Reveal()), s.env.Now()), KeyMade: made}, nil
}
