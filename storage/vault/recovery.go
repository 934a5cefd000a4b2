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

// escrow is what the identity was sealed as for its recovery.
var escrow = binding{Use: "identity", Field: "identity"}

// escrowBy is escrow with what only the holder of the recovery identity can have made of
// the identity's recipient, so that nobody else seals an identity of theirs for it.
func escrowBy(recovery *age.X25519Identity, recipient string) binding {
	b := escrow
	b.Origin = proofOf(recovery, recipient)
	return b
}

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
	text, err := v.own.Setting(ctx, recoverySetting)
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
	known, err := v.own.Setting(ctx, recoverySetting)
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
	b := escrowBy(recovery, id.Recipient().String())
	b.Created = v.now().UTC()
	blob, err := seal(recovery.Recipient(), b, []byte(id.String()))
	if err != nil {
		return err
	}
	if err := show(run.NewSecret(text)); err != nil {
		return err
	}
	return v.keepRecovery(ctx, base64.StdEncoding.EncodeToString(blob), recovery.Recipient().String(), id)
}

// written is a setting to write.
type written struct {
	in          Settings
	name, value string
}

// keepRecovery keeps the identity as it is sealed for its recovery, and that recipient: on
// a server too, where another machine finds them. The own recipient comes last, because it
// is what counts.
func (v *Vault) keepRecovery(ctx context.Context, sealed, recipient string, id *age.X25519Identity) error {
	all := []written{{v.own, escrowSetting, sealed}, {v.own, recoverySetting, recipient}}
	if v.remote {
		said := []written{{v.settings, escrowSetting, sealed}, {v.settings, proofSetting, proofOf(id, recipient)}, {v.settings, recoverySetting, recipient}}
		all = append(said, all...)
	}
	for _, one := range all {
		if err := one.in.SetSetting(ctx, one.name, one.value); err != nil {
			return fmt.Errorf("write %s: %w", one.name, err)
		}
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
	from, older := v.own, true
	if recipient == "" && v.remote { // at another machine
		from, older = v.settings, false
		if recipient, err = v.claimed(ctx); err != nil {
			return "", err
		}
	}
	id, e, err := recovered(ctx, from, recovery, recipient, older)
	if err != nil {
		return "", err
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
	if !older {
		if err := v.keepRecovery(ctx, e.sealed, e.recipient, id); err != nil {
			return old, err
		}
	}
	if err := v.saveSettings(ctx, place, recipient); err != nil {
		return old, err
	}
	return old, v.cacheIdentity(id, recipient)
}

// escrowed is an identity as it is sealed for its recovery.
type escrowed struct {
	sealed    string // as the setting has it
	recipient string // of the recovery
}

// recovered opens the identity of a recipient that was sealed for its recovery; older is
// also as it was sealed by older versions, where the recipient is known to be the own
// one. No error repeats what was given.
func recovered(ctx context.Context, from Settings, recovery run.Secret, recipient string, older bool) (*age.X25519Identity, escrowed, error) {
	var e escrowed
	given, err := e.recoveryOf(ctx, from, recovery)
	if err != nil {
		return nil, e, err
	}
	if e.sealed, err = from.Setting(ctx, escrowSetting); err != nil {
		return nil, e, fmt.Errorf("read the identity for its recovery: %w", err)
	}
	blob, err := base64.StdEncoding.DecodeString(e.sealed)
	if err != nil {
		return nil, e, damagedSetting(escrowSetting)
	}
	value, err := unseal(given, escrowBy(given, recipient), blob)
	if older && errors.Is(err, errElsewhere) {
		value, err = unseal(given, escrow, blob)
	}
	if err != nil {
		return nil, e, damagedSetting(escrowSetting)
	}
	defer clear(value)
	id, err := age.ParseX25519Identity(string(value))
	switch {
	case err != nil:
		return nil, e, damagedSetting(escrowSetting)
	case id.Recipient().String() != recipient:
		return nil, e, otherIdentity(recipient)
	}
	return id, e, nil
}

// recoveryOf reads the recovery identity that is given, and refuses another than is known.
func (e *escrowed) recoveryOf(ctx context.Context, from Settings, recovery run.Secret) (*age.X25519Identity, error) {
	known, err := from.Setting(ctx, recoverySetting)
	switch {
	case err != nil:
		return nil, fmt.Errorf("read the recovery recipient: %w", err)
	case known == "":
		return nil, flows.Refuse(flows.ErrNoIdentity, nil, "vault.no_recovery")
	}
	e.recipient = known
	given, err := age.ParseX25519Identity(strings.Join(strings.Fields(strings.ToUpper(string(recovery.Reveal()))), ""))
	switch {
	case err != nil:
		return nil, flows.Refuse(flows.ErrUsage, nil, "vault.recovery_mistyped", "n", keyLength)
	case given.Recipient().String() != known:
		return nil, flows.Refuse(flows.ErrSealed, nil, "vault.recovery_other")
	}
	return given, nil
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
