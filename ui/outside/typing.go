package outside

import (
	"context"
	"errors"
	"fmt"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/ui/walk"
)

// readTyping reads input that was typed and not submitted. A secret is opened
// only if that needs no passphrase; lost says that some could not be opened.
func readTyping(ctx context.Context, a run.Archive, id string, mode run.Mode) (kept []walk.Typing, lost bool, err error) {
	list, err := a.Unsaved(ctx, id)
	if err != nil {
		return nil, false, fmt.Errorf("read unsaved input: %w", err)
	}
	for _, u := range list {
		t := walk.Typing{At: flows.Address{Step: u.Step, Item: u.Item, Row: u.Row, Column: u.Column}, Text: u.Text, Kept: u.At}
		if u.Blob != nil {
			t.Hidden = true
			if t.Secret, err = reopen(ctx, a, mode, u); err != nil {
				lost = true
				continue
			}
		}
		kept = append(kept, t)
	}
	return kept, lost, nil
}

func reopen(ctx context.Context, a run.Archive, mode run.Mode, u run.Unsaved) (run.Secret, error) {
	state, err := a.Vault().State(ctx)
	if err != nil {
		return run.Secret{}, err
	}
	if !state.Open && state.Place == run.FilePlace {
		return run.Secret{}, flows.ErrSealed
	}
	return a.Vault().OpenUnsaved(ctx, mode, u.Run, u.Item, u.Blob)
}

// keepTyping saves input that was typed and not submitted, a secret sealed;
// empty input removes what was saved. u names the run and the time. What the
// vault has no key for is not kept, and that is no error.
func keepTyping(ctx context.Context, a run.Archive, u run.Unsaved, mode run.Mode, t walk.Typing) (kept bool, err error) {
	u.Step, u.Item, u.Row, u.Column, u.Text = t.At.Step, t.At.Item, t.At.Row, t.At.Column, t.Text
	if t.Hidden && !t.Gone() {
		blob, err := a.Vault().SealUnsaved(ctx, mode, u.Run, u.Item, t.Secret)
		var r *flows.Refusal
		if errors.Is(err, flows.ErrNoIdentity) || errors.As(err, &r) {
			return false, nil
		}
		if err != nil {
			return false, fmt.Errorf("seal unsaved input: %w", err)
		}
		u.Text, u.Blob = "", blob
	}
	return true, a.SaveUnsaved(ctx, u)
}
