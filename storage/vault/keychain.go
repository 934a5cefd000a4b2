package vault

import (
	"context"
	"time"

	"github.com/zalando/go-keyring"

	"lotse/flows"
)

// Keychain is the system's store of passwords. Its calls may hang: the vault
// puts a limit around each. They never start a program that stays.
type Keychain interface {
	// Answers tells why no keychain is to be had; nil when one answers. It opens
	// and asks nothing.
	Answers() error
	// Locked reports whether a Get or Set would ask the person.
	Locked() bool
	// Get gives what was set for an account.
	Get(account string) (string, error)
	Set(account, value string) error
	Delete(account string) error
}

const service = "lotse"

// systemKeychain is the keychain of the operating system. findKeychain, in the
// file of each system, finds it without starting anything.
type systemKeychain struct{}

func (systemKeychain) Get(account string) (string, error) {
	if err := findKeychain(); err != nil {
		return "", err
	}
	return keyring.Get(service, account)
}

func (systemKeychain) Set(account, value string) error {
	if err := findKeychain(); err != nil {
		return err
	}
	return keyring.Set(service, account, value)
}

func (systemKeychain) Delete(account string) error {
	if err := findKeychain(); err != nil {
		return err
	}
	return keyring.Delete(service, account)
}

// withTimeout calls f and waits for it no longer than the limit. A call that
// hangs is left behind: go-keyring cannot be interrupted.
func withTimeout[T any](ctx context.Context, limit time.Duration, f func() (T, error)) (T, error) {
	type answer struct {
		value T
		err   error
	}
	done := make(chan answer, 1)
	go func() {
		var a answer
		if b := flows.Try(func() { a.value, a.err = f() }); b != nil { // go-keyring trusts the types that the bus sends
			a.err = flows.Refuse(flows.ErrFailed, nil, "vault.keychain_unreadable")
		}
		done <- a
	}()
	timer := time.NewTimer(limit)
	defer timer.Stop()
	var none T
	select {
	case a := <-done:
		return a.value, a.err
	case <-timer.C:
		return none, noAnswer(limit)
	case <-ctx.Done():
		return none, ctx.Err()
	}
}

// keychainError is why the keychain cannot be used; nil if it can.
func (v *Vault) keychainError(ctx context.Context) error {
	_, err := withTimeout(ctx, v.limit, func() (struct{}, error) { return struct{}{}, v.keychain.Answers() })
	return err
}

// keychainIsSilent reports whether the keychain answers without asking the
// person.
func (v *Vault) keychainIsSilent(ctx context.Context) bool {
	if v.keychainError(ctx) != nil {
		return false
	}
	locked, err := withTimeout(ctx, v.limit, func() (bool, error) { return v.keychain.Locked(), nil })
	return err == nil && !locked
}

// fetch gives what the keychain holds for an account.
func (v *Vault) fetch(ctx context.Context, account string) (string, error) {
	return withTimeout(ctx, v.limit, func() (string, error) { return v.keychain.Get(account) })
}

// store puts a value into the keychain and reads it back, because some keychains
// cut off what is long. What failed leaves nothing behind, also when the
// keychain answers after the limit.
func (v *Vault) store(ctx context.Context, account, value string) error {
	late := make(chan error, 1)
	_, err := withTimeout(ctx, v.limit, func() (_ struct{}, err error) {
		defer func() { late <- err }()
		return struct{}{}, v.keychain.Set(account, value)
	})
	if err != nil {
		go func() {
			if <-late == nil {
				_ = flows.Try(func() { _ = v.keychain.Delete(account) }) // nobody waits for it
			}
		}()
		return err
	}
	if back, err := v.fetch(ctx, account); err != nil || back != value {
		v.remove(ctx, account)
		return flows.Refuse(flows.ErrFailed, nil, "vault.keychain_loses").Because(err)
	}
	return nil
}

// remove takes an account out of the keychain, as far as it lets itself.
func (v *Vault) remove(ctx context.Context, account string) {
	_, _ = withTimeout(context.WithoutCancel(ctx), v.limit, func() (struct{}, error) {
		return struct{}{}, v.keychain.Delete(account)
	})
}
