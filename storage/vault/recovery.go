package vault

import (
	"context"
	"encoding/base64"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"

	"filippo.io/age"

	"lotse/flows"
	"lotse/flows/ownfile"
	"lotse/flows/run"
)

// The settings of the recovery identity, which itself is kept nowhere: its
// recipient, and the identity sealed to it. With the first every later secret is
// sealed to it, too, so that the printed identity and age alone open one; by the
// second everything opens again, what was sealed earlier included.
const (
	recoverySetting = "vault.recovery"
	escrowSetting   = "vault.recovery.identity"
)

// escrow is what the identity is sealed as for its recovery.
var escrow = binding{Use: "identity", Field: "identity"}

// recipients seals to each of several keys.
type recipients []age.Recipient

// Wrap is of age.Recipient.
func (r recipients) Wrap(fileKey []byte) ([]*age.Stanza, error) {
	var all []*age.Stanza
	for _, one := range r {
		stanzas, err := one.Wrap(fileKey)
		if err != nil {
			return nil, err
		}
		all = append(all, stanzas...)
	}
	return all, nil
}

// withRecovery adds the recovery identity to those that a secret is sealed to.
func (v *Vault) withRecovery(ctx context.Context, to age.Recipient) (age.Recipient, error) {
	text, err := v.settings.Setting(ctx, recoverySetting)
	switch {
	case err != nil:
		return nil, fmt.Errorf("read the recovery recipient: %w", err)
	case text == "":
		return to, nil
	}
	recovery, err := age.ParseX25519Recipient(text)
	if err != nil {
		return nil, damagedSetting(recoverySetting)
	}
	return recipients{to, recovery}, nil
}

// MakeRecovery makes the recovery identity, once, and gives it to show as text,
// AGE-SECRET-KEY-1 and what follows. It counts when show has succeeded.
func (v *Vault) MakeRecovery(ctx context.Context, show func(run.Secret) error) error {
	id, err := v.identity(ctx, run.Real)
	if err != nil {
		return err
	}
	unlock, err := v.lockFolder(ctx)
	if err != nil {
		return err
	}
	defer unlock()
	known, err := v.settings.Setting(ctx, recoverySetting)
	switch {
	case err != nil:
		return fmt.Errorf("read the recovery recipient: %w", err)
	case known != "":
		return flows.Refuse(flows.ErrFailed, nil, "vault.recovery_exists")
	}
	recovery, err := age.GenerateX25519Identity()
	if err != nil {
		return fmt.Errorf("make a recovery identity: %w", err)
	}
	text := []byte(recovery.String())
	defer clear(text)
	b := escrow
	b.Created = v.now().UTC()
	blob, err := seal(recovery.Recipient(), b, []byte(id.String()))
	if err != nil {
		return err
	}
	if err := show(run.NewSecret(text)); err != nil {
		return err
	}
	if err := v.settings.SetSetting(ctx, escrowSetting, base64.StdEncoding.EncodeToString(blob)); err != nil {
		return fmt.Errorf("write the identity for its recovery: %w", err)
	}
	if err := v.settings.SetSetting(ctx, recoverySetting, recovery.Recipient().String()); err != nil {
		return fmt.Errorf("write the recovery recipient: %w", err)
	}
	return nil
}

// Recover keeps the identity anew by the recovery identity, as MakeRecovery gave
// it: in the keychain, or in a file under a new passphrase. A file that this
// database kept it in is renamed and its new name given. It can be done again
// after a cut: nothing that was sealed changes.
func (v *Vault) Recover(ctx context.Context, recovery run.Secret, place run.VaultPlace, passphrase run.Secret) (old string, err error) {
	if err := v.lockTurn(ctx); err != nil {
		return "", err
	}
	defer v.unlockTurn()
	unlock, err := v.lockFolder(ctx)
	if err != nil {
		return "", err
	}
	defer unlock()
	was, recipient, err := v.chosen(ctx)
	if err != nil {
		return "", err
	}
	id, err := v.recovered(ctx, recovery)
	if err != nil {
		return "", err
	}
	if id.Recipient().String() != recipient {
		return "", otherIdentity(recipient)
	}
	switch place {
	case run.KeychainPlace:
		_, _, _, err = v.putKeychain(ctx, id)
	case run.FilePlace:
		old, err = v.replaceFile(was, id, passphrase)
	default:
		err = fmt.Errorf("recover the identity: %q is no place for it", place)
	}
	if err != nil {
		return old, err
	}
	if err := v.saveSettings(ctx, place, recipient); err != nil {
		return old, err
	}
	return old, v.cacheIdentity(id, recipient)
}

// recovered opens the identity that was sealed for its recovery. No error
// repeats what was given.
func (v *Vault) recovered(ctx context.Context, recovery run.Secret) (*age.X25519Identity, error) {
	known, err := v.settings.Setting(ctx, recoverySetting)
	switch {
	case err != nil:
		return nil, fmt.Errorf("read the recovery recipient: %w", err)
	case known == "":
		return nil, flows.Refuse(flows.ErrNoIdentity, nil, "vault.no_recovery")
	}
	given, err := age.ParseX25519Identity(strings.Join(strings.Fields(strings.ToUpper(string(recovery.Reveal()))), ""))
	switch {
	case err != nil:
		return nil, flows.Refuse(flows.ErrUsage, nil, "vault.recovery_mistyped", "n", keyLength)
	case given.Recipient().String() != known:
		return nil, flows.Refuse(flows.ErrSealed, nil, "vault.recovery_other")
	}
	text, err := v.settings.Setting(ctx, escrowSetting)
	if err != nil {
		return nil, fmt.Errorf("read the identity for its recovery: %w", err)
	}
	blob, err := base64.StdEncoding.DecodeString(text)
	if err != nil {
		return nil, damagedSetting(escrowSetting)
	}
	value, err := unseal(given, escrow, blob)
	if err != nil {
		return nil, damagedSetting(escrowSetting)
	}
	defer clear(value)
	id, err := age.ParseX25519Identity(string(value))
	if err != nil {
		return nil, damagedSetting(escrowSetting)
	}
	return id, nil
}

// replaceFile writes the identity file anew and keeps the one before under
// another name. One that is not this database's is not touched.
func (v *Vault) replaceFile(was run.VaultPlace, id *age.X25519Identity, passphrase run.Secret) (old string, err error) {
	sealed, err := sealIdentity(id, passphrase, v.workFactor, v.now())
	if err != nil {
		return "", err
	}
	path := v.Path()
	if hasIdentityFile(path) {
		if was != run.FilePlace {
			return "", flows.Refuse(flows.ErrFailed, nil, "vault.file_foreign", "file", path)
		}
		old = path + ".old-" + v.now().UTC().Format("20060102T150405.000Z")
		if err := rename(path, old); err != nil {
			return "", unwritten(path, err)
		}
	}
	if err := replaceEmpty(path, sealed); err != nil {
		return old, unwritten(path, err)
	}
	return old, nil
}

// rename gives a file another name, unless that is taken.
func rename(path, name string) error {
	if _, err := os.Lstat(name); !errors.Is(err, fs.ErrNotExist) {
		return errors.Join(fs.ErrExist, err)
	}
	return ownfile.Rename(path, name)
}
