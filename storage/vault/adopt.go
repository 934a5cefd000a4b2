package vault

import (
	"context"
	"fmt"

	"filippo.io/age"

	"lotse/flows/run"
)

// Adopt has what another store's vault has sealed open here, too: with its identity,
// where none was chosen here and that one is to be had here without asking, in the
// keychain or as the file of the same folder. It goes with its recovery.
func (v *Vault) Adopt(ctx context.Context, from run.Vault) (adopted bool, err error) {
	other, known := from.(*Vault)
	if !known {
		return false, nil
	}
	unlock, err := v.lockFolder(ctx)
	if err != nil {
		return false, err
	}
	defer unlock()
	_, own, err := v.chosen(ctx)
	if err != nil || own != "" {
		return false, err
	}
	claimed, err := v.claimed(ctx)
	if err != nil {
		return false, err
	}
	place, recipient, err := other.chosen(ctx)
	if err != nil || claimed != "" && claimed != recipient || !v.canReach(ctx, other, place, recipient) {
		return false, err
	}
	for _, name := range []string{escrowSetting, recoverySetting} {
		value, err := other.own.Setting(ctx, name)
		if err == nil && value != "" {
			err = v.own.SetSetting(ctx, name, value)
		}
		if err == nil && value != "" && v.remote { // for the recovery at another machine
			err = v.settings.SetSetting(ctx, name, value)
		}
		if err != nil {
			return false, fmt.Errorf("take over %s: %w", name, err)
		}
	}
	return true, v.saveSettings(ctx, place, recipient)
}

// canReach reports whether the other's identity is to be had here, too.
func (v *Vault) canReach(ctx context.Context, other *Vault, place run.VaultPlace, recipient string) bool {
	switch place {
	case run.KeychainPlace:
		if !v.keychainIsSilent(ctx) {
			return false
		}
		text, err := v.fetch(ctx, recipient)
		if err != nil {
			return false
		}
		id, err := age.ParseX25519Identity(text)
		return err == nil && id.Recipient().String() == recipient
	case run.FilePlace:
		return v.Path() == other.Path() && other.checkFile(ctx, recipient) == nil
	}
	return false
}
