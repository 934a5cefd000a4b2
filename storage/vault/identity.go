package vault

import (
	"context"
	"errors"
	"fmt"
	"os"
	"time"

	"filippo.io/age"
	"github.com/zalando/go-keyring"

	"lotse/flows"
	"lotse/flows/ownfile"
	"lotse/flows/run"
)

// The settings of the vault. Those of runs are named by RunSetting.
const (
	recipientSetting = "vault.recipient"
	placeSetting     = "vault.place"
	rehearsalSetting = "vault.rehearsal.identity" // in clear: it protects nothing
)

// recipient gives what to seal to, and makes the identity behind it where there
// is none. One that certainly does not open what is sealed is refused.
func (v *Vault) recipient(ctx context.Context, mode run.Mode) (age.Recipient, error) {
	switch mode {
	case run.Rehearsal, run.Demo:
		id, err := v.rehearsal(ctx)
		if err != nil {
			return nil, err
		}
		return id.Recipient(), nil
	case run.Real:
	default:
		return nil, fmt.Errorf("seal: unknown mode %q", mode)
	}
	place, text, err := v.chosen(ctx)
	if err != nil {
		return nil, err
	}
	if place == run.NoPlace {
		text, err = v.createFirst(ctx)
	} else {
		err = v.usable(ctx, place, text)
	}
	if err != nil {
		return nil, err
	}
	to, err := age.ParseX25519Recipient(text)
	if err != nil {
		return nil, damagedSetting(recipientSetting)
	}
	return v.withRecovery(ctx, to)
}

// identity gives the key to open with, and asks for it where it must.
func (v *Vault) identity(ctx context.Context, mode run.Mode) (*age.X25519Identity, error) {
	switch mode {
	case run.Rehearsal, run.Demo:
		return v.rehearsal(ctx)
	case run.Real:
	default:
		return nil, fmt.Errorf("open: unknown mode %q", mode)
	}
	if id := v.cachedIdentity(); id != nil {
		return id, nil
	}
	if err := v.takeOver(ctx); err != nil {
		return nil, err
	}
	if err := v.lockTurn(ctx); err != nil {
		return nil, err
	}
	defer v.unlockTurn()
	if id := v.cachedIdentity(); id != nil { // opened while waiting for the turn
		return id, nil
	}
	place, recipient, err := v.chosen(ctx)
	if err != nil {
		return nil, err
	}
	switch place {
	case run.KeychainPlace:
		return v.openKeychain(ctx, recipient)
	case run.FilePlace:
		return v.openAsking(ctx, recipient)
	default:
		return nil, flows.Refuse(flows.ErrNoIdentity, nil, "vault.nothing_sealed")
	}
}

// silentIdentity gives the key if that asks nobody, else nil.
func (v *Vault) silentIdentity(ctx context.Context, mode run.Mode) *age.X25519Identity {
	if mode != run.Real {
		id, err := v.readRehearsal(ctx)
		if err != nil {
			return nil
		}
		return id
	}
	if id := v.cachedIdentity(); id != nil {
		return id
	}
	place, recipient, err := v.chosen(ctx)
	if err != nil || place != run.KeychainPlace || !v.keychainIsSilent(ctx) {
		return nil
	}
	id, err := v.openKeychain(ctx, recipient)
	if err != nil {
		return nil
	}
	return id
}

func (v *Vault) openKeychain(ctx context.Context, recipient string) (*age.X25519Identity, error) {
	text, err := v.fetch(ctx, recipient)
	switch {
	case isCancelled(err):
		return nil, err
	case errors.Is(err, keyring.ErrNotFound):
		return nil, keychainMissing(err)
	case err != nil:
		return nil, flows.Refuse(flows.ErrSealed, nil, "vault.keychain_closed", "why", because(err)).Because(err)
	}
	id, err := age.ParseX25519Identity(text)
	if err != nil {
		return nil, keychainDamaged()
	}
	return id, v.cacheIdentity(id, recipient)
}

// openFile opens the identity file and notes that it does.
func (v *Vault) openFile(ctx context.Context, passphrase run.Secret, recipient string) (*age.X25519Identity, error) {
	sealed, err := readFile(v.Path())
	if err != nil {
		return nil, err
	}
	id, err := openIdentity(v.Path(), sealed, passphrase)
	if err != nil {
		return nil, err
	}
	if err := v.cacheIdentity(id, recipient); err != nil {
		return nil, err
	}
	return id, v.noteFile(ctx, mark(sealed, recipient))
}

// noteFile remembers the identity file that was opened. What is opened does not
// depend on it: on a full disk the next opening writes it.
func (v *Vault) noteFile(ctx context.Context, mark string) error {
	known, err := v.own.Setting(ctx, fileSetting)
	if err != nil || known == mark {
		return err
	}
	if err := v.own.SetSetting(ctx, fileSetting, mark); err != nil && !errors.Is(err, flows.ErrFull) && !errors.Is(err, flows.ErrReadOnly) {
		return fmt.Errorf("write vault file: %w", err)
	}
	return nil
}

// Unlock opens the identity file for this process, and asks for its passphrase
// where none is given and it is not open yet. Where the identity lies in the keychain the passphrase is
// not looked at, and the keychain is asked.
func (v *Vault) Unlock(ctx context.Context, passphrase run.Secret) error {
	if passphrase.Reveal() == nil {
		_, err := v.identity(ctx, run.Real)
		return err
	}
	if err := v.lockTurn(ctx); err != nil {
		return err
	}
	defer v.unlockTurn()
	place, recipient, err := v.chosen(ctx)
	if err != nil {
		return err
	}
	switch place {
	case run.KeychainPlace:
		_, err = v.openKeychain(ctx, recipient)
	case run.FilePlace:
		_, err = v.openFile(ctx, passphrase, recipient)
	default:
		err = v.unlockBrought(ctx, passphrase)
	}
	return err
}

// Lock drops the identity from this process.
func (v *Vault) Lock() {
	v.mu.Lock()
	defer v.mu.Unlock()
	v.open = nil
	if v.timer != nil {
		v.timer.Stop()
	}
}

// State tells where the identity is. See the package comment for Open and
// Keychain; the error beside the state is why it certainly does not open.
func (v *Vault) State(ctx context.Context) (run.VaultState, error) {
	place, recipient, err := v.chosen(ctx)
	if err != nil {
		return run.VaultState{}, err
	}
	recovery, err := v.own.Setting(ctx, recoverySetting)
	if err != nil {
		return run.VaultState{}, fmt.Errorf("read the recovery recipient: %w", err)
	}
	claimed, err := v.claimed(ctx)
	if err != nil {
		return run.VaultState{}, err
	}
	v.mu.Lock()
	state := run.VaultState{Place: place, Recipient: recipient, Path: v.Path(), Open: v.open != nil, Recovery: recovery, Claimed: claimed}
	v.mu.Unlock()
	state.Keychain = v.keychainError(ctx) == nil
	if place == run.FilePlace {
		if at, err := os.Stat(v.Path()); err == nil {
			state.At, state.Permissions = at.ModTime(), ownfile.Permissions(v.Path())
		}
		if ownfile.IsOpen(v.Path()) {
			state.LetIn = ownfile.Access(v.Path())
		}
	}
	if place == run.NoPlace {
		return state, v.broughtHere(ctx, claimed)
	}
	return state, v.usable(ctx, place, recipient)
}

// chosen gives place and recipient as the settings have them.
func (v *Vault) chosen(ctx context.Context) (run.VaultPlace, string, error) {
	recipient, err := v.own.Setting(ctx, recipientSetting)
	if err != nil {
		return "", "", fmt.Errorf("read vault recipient: %w", err)
	}
	if recipient == "" {
		return run.NoPlace, "", nil
	}
	place, err := v.own.Setting(ctx, placeSetting)
	if err != nil {
		return "", "", fmt.Errorf("read vault place: %w", err)
	}
	switch p := run.VaultPlace(place); p {
	case run.KeychainPlace, run.FilePlace:
		return p, recipient, nil
	default:
		return "", "", damagedSetting(placeSetting)
	}
}

// cachedIdentity gives the identity that this process has, and restarts the
// time after which it is dropped.
func (v *Vault) cachedIdentity() *age.X25519Identity {
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.open != nil {
		v.timer.Reset(v.idle)
	}
	return v.open
}

// cacheIdentity keeps an identity for this process, if it is the one that
// secrets are sealed to.
func (v *Vault) cacheIdentity(id *age.X25519Identity, recipient string) error {
	if id.Recipient().String() != recipient {
		return otherIdentity(recipient)
	}
	v.mu.Lock()
	defer v.mu.Unlock()
	v.open = id
	if v.timer == nil {
		v.timer = time.AfterFunc(v.idle, v.Lock)
	} else {
		v.timer.Reset(v.idle)
	}
	return nil
}

// lockTurn waits until this goroutine may ask or make an identity; unlockTurn
// lets the next one.
func (v *Vault) lockTurn(ctx context.Context) error {
	select {
	case v.turn <- struct{}{}:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

func (v *Vault) unlockTurn() { <-v.turn }
