package vault

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"time"

	"filippo.io/age"

	"lotse/flows"
	"lotse/flows/ownfile"
	"lotse/flows/run"
	"lotse/storage/disk"
)

const lockWait = 30 * time.Second // longer than a keychain and a passphrase take together

// Init makes the identity, once: Exists where there is one. For the keychain
// the passphrase is not looked at.
func (v *Vault) Init(ctx context.Context, place run.VaultPlace, passphrase run.Secret) (run.VaultState, error) {
	if err := v.lockTurn(ctx); err != nil {
		return run.VaultState{}, err
	}
	defer v.unlockTurn()
	var err error
	switch place {
	case run.KeychainPlace:
		if err = v.keychainError(ctx); err != nil {
			return run.VaultState{}, flows.Refuse(flows.ErrFailed, nil, "vault.no_keychain", "why", because(err)).Because(err)
		}
		_, err = v.create(ctx, true, place, v.putKeychain)
	case run.FilePlace:
		_, err = v.create(ctx, true, place, v.putFile(passphrase))
	default:
		err = fmt.Errorf("make an identity: %q is no place for it; there are %s and %s", place, run.KeychainPlace, run.FilePlace)
	}
	if err != nil {
		return run.VaultState{}, err
	}
	return v.State(ctx)
}

// createFirst makes the identity for the first secret and gives its recipient.
func (v *Vault) createFirst(ctx context.Context) (string, error) {
	if err := v.lockTurn(ctx); err != nil {
		return "", err
	}
	defer v.unlockTurn()
	if _, recipient, err := v.chosen(ctx); err != nil || recipient != "" { // made while waiting for the turn
		return recipient, err
	}
	inKeychain, err := v.forKeychain(ctx)
	if err != nil {
		return "", err
	}
	if inKeychain {
		recipient, err := v.create(ctx, false, run.KeychainPlace, v.putKeychain)
		if !is(err, notPut) {
			return recipient, err
		}
	}
	return v.createAsking(ctx)
}

// forKeychain reports whether the keychain is where the first secret's identity is, or is
// to be. A file that was brought to where the server knows of one comes before a new one.
func (v *Vault) forKeychain(ctx context.Context) (bool, error) {
	if !v.keychainIsSilent(ctx) {
		return false, ctx.Err()
	}
	claimed, err := v.claimed(ctx)
	if err != nil || claimed == "" || !hasIdentityFile(v.Path()) {
		return err == nil, err
	}
	kept, err := v.adopted(ctx, claimed)
	return kept != nil, err
}

// putter puts a new identity into its place and gives the one that lies there
// then, which may be another that was there before. undo takes it away again.
type putter func(ctx context.Context, id *age.X25519Identity) (kept *age.X25519Identity, place run.VaultPlace, undo func(), err error)

// create makes the identity under the lock of the folder, so that of several
// programs one does. Where another was first, its recipient is given, or
// Exists when a new one is insisted on.
func (v *Vault) create(ctx context.Context, insist bool, where run.VaultPlace, put putter) (string, error) {
	unlock, err := v.lockFolder(ctx)
	if err != nil {
		return "", err
	}
	defer unlock()
	place, recipient, err := v.chosen(ctx)
	if err != nil {
		return "", err
	}
	if recipient != "" {
		if insist {
			return "", exists(place)
		}
		return recipient, nil
	}
	claimed, err := v.claimed(ctx)
	if err != nil {
		return "", err
	}
	id, place, undo, err := v.place(ctx, claimed, where, put)
	if err != nil {
		return "", err
	}
	if err := v.fitting(id, claimed); err != nil { // of a file, which stays
		return "", err
	}
	recipient = id.Recipient().String()
	if err := v.saveSettings(ctx, place, recipient); err != nil {
		undo()
		return "", err
	}
	if err := v.learnRecovery(ctx, id); err != nil {
		return "", err
	}
	return recipient, v.cacheIdentity(id, recipient)
}

// place puts a new identity into its place; where the server knows of one, that which is
// brought here, and no other.
func (v *Vault) place(ctx context.Context, claimed string, where run.VaultPlace, put putter) (*age.X25519Identity, run.VaultPlace, func(), error) {
	kept, err := v.adopted(ctx, claimed)
	switch {
	case err != nil:
		return nil, "", nil, err
	case kept != nil:
		return kept, run.KeychainPlace, func() {}, nil
	case claimed != "" && (where != run.FilePlace || !hasIdentityFile(v.Path())):
		return nil, "", nil, v.elsewhere(claimed)
	}
	id, err := age.GenerateX25519Identity()
	if err != nil {
		return nil, "", nil, fmt.Errorf("make an identity: %w", err)
	}
	return put(ctx, id)
}

// lockFolder keeps other programs, and other goroutines, from making keys.
func (v *Vault) lockFolder(ctx context.Context) (release func(), err error) {
	if v.dir == "" {
		return nil, errors.New("make keys: the vault has no folder")
	}
	if err := ownfile.MkdirAll(v.dir); err != nil {
		return nil, flows.Refuse(flows.ErrFailed, nil, "store.no_folder", "folder", v.dir).Because(err)
	}
	return disk.Lock(ctx, filepath.Join(v.dir, disk.KeysLock), lockWait)
}

// saveSettings writes the settings: the recipient last, because it is what
// counts.
func (v *Vault) saveSettings(ctx context.Context, place run.VaultPlace, recipient string) error {
	if place == run.FilePlace {
		sealed, err := readFile(v.Path())
		if err != nil {
			return err
		}
		if err := v.own.SetSetting(ctx, fileSetting, mark(sealed, recipient)); err != nil {
			return fmt.Errorf("write vault file: %w", err)
		}
	}
	if err := v.own.SetSetting(ctx, placeSetting, string(place)); err != nil {
		return fmt.Errorf("write vault place: %w", err)
	}
	return v.claim(ctx, recipient)
}

func (v *Vault) putKeychain(ctx context.Context, id *age.X25519Identity) (*age.X25519Identity, run.VaultPlace, func(), error) {
	account := id.Recipient().String()
	if err := v.store(ctx, account, id.String()); err != nil {
		return nil, "", nil, flows.Refuse(flows.ErrFailed, nil, notPut, "why", because(err)).Because(err)
	}
	return id, run.KeychainPlace, func() { v.remove(ctx, account) }, nil
}

// putFile leaves a file behind when the settings cannot be written: the next
// Init takes it over.
func (v *Vault) putFile(passphrase run.Secret) putter {
	return func(_ context.Context, id *age.X25519Identity) (*age.X25519Identity, run.VaultPlace, func(), error) {
		if hasIdentityFile(v.Path()) {
			kept, err := readIdentity(v.Path(), passphrase)
			if err != nil {
				return nil, "", nil, v.notAdopted(err)
			}
			return kept, run.FilePlace, func() {}, nil
		}
		if err := writeIdentity(v.Path(), id, passphrase, v.workFactor, v.now()); err != nil {
			return nil, "", nil, err
		}
		return id, run.FilePlace, func() {}, nil
	}
}

// notAdopted says why an existing identity is not adopted.
func (v *Vault) notAdopted(err error) error {
	kind := flows.ErrFailed
	for _, known := range []flows.RefusalKind{flows.ErrSealed, flows.ErrDamaged} {
		if errors.Is(err, known) {
			kind = known
		}
	}
	return flows.Refuse(kind, nil, "vault.not_taken", "file", v.Path(), "why", because(err)).Because(err)
}
