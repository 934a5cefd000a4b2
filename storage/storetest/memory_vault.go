package storetest

import (
	"context"

	"lotse/flows"
	"lotse/flows/run"
)

// noVault has no identity and cannot make one.
type noVault struct{}

func (noVault) Seal(context.Context, run.Mode, string, string, string, run.Secret) (run.Sealed, error) {
	return run.Sealed{}, flows.ErrNoIdentity
}

func (noVault) SealFor(context.Context, run.Mode, string, string, string, run.Secret, []string) (run.Sealed, error) {
	return run.Sealed{}, flows.ErrNoIdentity
}

func (noVault) SealUnsaved(context.Context, run.Mode, string, string, run.Secret) ([]byte, error) {
	return nil, flows.ErrNoIdentity
}

func (noVault) OpenUnsaved(context.Context, run.Mode, string, string, []byte) (run.Secret, error) {
	return run.Secret{}, flows.ErrNoIdentity
}

func (noVault) Open(context.Context, run.Mode, run.Sealed) (run.Secret, error) {
	return run.Secret{}, flows.ErrNoIdentity
}

func (noVault) SealAnew(context.Context, run.Mode, run.Sealed, []string) ([]byte, error) {
	return nil, flows.ErrNoIdentity
}

func (noVault) SealTo(context.Context, run.Mode, run.Sealed, run.SealTarget) ([]byte, error) {
	return nil, flows.ErrNoIdentity
}

func (noVault) OpenFrom(context.Context, []byte, run.Secret) (run.HandOver, error) {
	return run.HandOver{}, flows.ErrNoIdentity
}
func (noVault) Recipient(string) (string, error) { return "", flows.ErrNoIdentity }

func (noVault) Foreign(context.Context, string, []string) error { return nil }

func (noVault) Adopt(context.Context, run.Vault) (bool, error) { return false, nil }

func (noVault) Confirmed(context.Context, string) (string, error) { return "", nil }
func (noVault) Confirm(context.Context, string, string) error     { return flows.ErrNoIdentity }
func (noVault) Declare(context.Context) (string, error)           { return "", nil }
func (noVault) Renounce(context.Context) error                    { return nil }

func (noVault) State(context.Context) (run.VaultState, error) { return run.VaultState{}, nil }

func (noVault) Init(context.Context, run.VaultPlace, run.Secret) (run.VaultState, error) {
	return run.VaultState{}, flows.ErrNoIdentity
}
func (noVault) Unlock(context.Context, run.Secret) error        { return flows.ErrNoIdentity }
func (noVault) Prepare(context.Context, run.Mode) (bool, error) { return false, flows.ErrNoIdentity }

func (noVault) MakeRecovery(context.Context, func(run.Secret) error) error {
	return flows.ErrNoIdentity
}

func (noVault) Recover(context.Context, run.Secret, run.VaultPlace, run.Secret) (string, error) {
	return "", flows.ErrNoIdentity
}
