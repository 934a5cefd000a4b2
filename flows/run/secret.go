package run

import (
	"context"

	"lotse/flows"
)

// Seal seals a value for a secret field, judges it by the field's rules, and
// gives the command that sets it. Every face enters secrets through it, so that
// what is wrong with one is on record whichever way it came. The errors are those
// of the vault, and a *Refusal where the target is no secret.
func (s *Session) Seal(ctx context.Context, v Vault, t Target, value Secret) (SetSecret, error) {
	step, it, err := s.Resolve(t)
	if err != nil {
		return SetSecret{}, err
	}
	target := Target(step.ID + "." + it.ID)
	if it.Field == nil || it.Field.Type != flows.TypeSecret {
		return SetSecret{}, &Refusal{Code: RefusedUsage, Step: step.ID, Item: it.ID, Message: string(target) + " is not a secret"}
	}
	sealed, err := v.Seal(ctx, s.mode, s.id, it.ID, "", value)
	if err != nil {
		return SetSecret{}, err
	}
	return SetSecret{Item: target, Sealed: &sealed, Doubts: it.Doubts(string(value.Reveal()), s.env.Now())}, nil
}
