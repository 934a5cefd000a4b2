package desk

import (
	"context"
	"errors"
	"fmt"

	"lotse/flows"
	"lotse/flows/run"
)

// writer writes unsaved input.
type writer struct {
	archive run.Archive
	mode    run.Mode
}

func (w writer) keep(ctx context.Context, msg savedMsg) error {
	for at, u := range msg.unsaved {
		if secret, ok := msg.secrets[at]; ok {
			blob, err := w.archive.Vault().SealUnsaved(ctx, w.mode, u.Run, u.Item, secret)
			if errors.Is(err, flows.ErrNoIdentity) {
				continue // there is no key yet to keep it under
			}
			if err != nil {
				return fmt.Errorf("seal unsaved input: %w", err)
			}
			u.Blob = blob
		}
		if err := w.archive.SaveUnsaved(ctx, u); err != nil {
			return fmt.Errorf("keep unsaved input: %w", err)
		}
	}
	return nil
}
