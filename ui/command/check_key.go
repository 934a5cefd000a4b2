package command

import (
	"context"
	"errors"

	"lotse/flows"
	"lotse/flows/run"
)

// unlockFor opens the key before checks that send a secret: once for all of them,
// and not in the time that a check has. Where nobody can be asked each check says
// for itself that its secret is closed.
func (c *call) unlockFor(ctx context.Context, s *run.Session, mode run.Mode, checks []flows.Address) error {
	if mode != run.Real {
		return nil
	}
	for _, at := range checks {
		inputs, err := s.CheckInputs(at)
		if err != nil {
			return err
		}
		for _, in := range inputs {
			if in.SecretID == "" {
				continue
			}
			err := c.archive.Vault().Unlock(ctx, run.Secret{})
			if errors.Is(err, context.Canceled) || err != nil && c.canAsk() {
				return err
			}
			return nil
		}
	}
	return nil
}
