package vault

import (
	"context"
	"errors"
	"time"

	"filippo.io/age"
	"github.com/zalando/go-keyring"

	"lotse/flows"
	"lotse/flows/ownfile"
	"lotse/flows/run"
)

// Prepare makes the identity as the first Seal would, and refuses what Seal
// would refuse because of it. made says that there was none.
func (v *Vault) Prepare(ctx context.Context, mode run.Mode) (made bool, err error) {
	place := run.NoPlace
	if mode == run.Real {
		if place, _, err = v.chosen(ctx); err != nil {
			return false, err
		}
	}
	_, err = v.recipient(ctx, mode)
	return mode == run.Real && place == run.NoPlace && err == nil, err
}

// usable refuses an identity that certainly does not open what is sealed to the
// recipient. It asks nobody; what only the person could answer is not looked at.
func (v *Vault) usable(ctx context.Context, place run.VaultPlace, recipient string) error {
	switch place {
	case run.KeychainPlace:
		return v.checkKeychain(ctx, recipient)
	case run.FilePlace:
		return v.checkFile(ctx, recipient)
	}
	return nil
}

// checkKeychain refuses a keychain that has lost the identity or holds another.
// A keychain takes milliseconds, and seconds where it hangs: what it said holds
// for as long as an identity would stay in memory. One that is locked or does
// not answer may have it.
func (v *Vault) checkKeychain(ctx context.Context, recipient string) error {
	if v.wasAsked() {
		return nil
	}
	if !v.keychainIsSilent(ctx) {
		v.noteAsked()
		return ctx.Err()
	}
	text, err := v.fetch(ctx, recipient)
	switch {
	case errors.Is(err, keyring.ErrNotFound):
		return keychainMissing(err)
	case err != nil:
		v.noteAsked()
		return ctx.Err()
	}
	id, err := age.ParseX25519Identity(text)
	switch {
	case err != nil:
		return keychainDamaged()
	case id.Recipient().String() != recipient:
		return otherIdentity(recipient)
	}
	v.noteAsked()
	return nil
}

// wasAsked reports whether the keychain needs no second look yet.
func (v *Vault) wasAsked() bool {
	v.mu.Lock()
	defer v.mu.Unlock()
	return v.open != nil || !v.asked.IsZero() && time.Since(v.asked) < v.idle
}

func (v *Vault) noteAsked() {
	v.mu.Lock()
	defer v.mu.Unlock()
	v.asked = time.Now()
}

// Tighten closes an identity file of ours that others may read, and says so. One
// that cannot be closed is seen by State's LetIn.
func (v *Vault) Tighten() (said flows.Message, closed bool) {
	changed, err := ownfile.Tighten(v.Path())
	return flows.Msg("store.tightened", "file", v.Path()), changed && err == nil
}
