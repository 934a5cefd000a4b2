package vault

import (
	"context"
	"errors"
	"time"

	"lotse/flows"
	"lotse/flows/run"
)

// The codes of refusals that only a vault has, for whoever decides by them. All
// begin with "vault.".
const (
	Exists          = "vault.exists"           // there is an identity already: it is chosen once
	WrongPassphrase = "vault.wrong_passphrase" //
	Elsewhere       = "vault.elsewhere"        // sealed for another run, field, origin or use
)

// Forgotten is the code of the sentence that says what a passphrase means,
// before one is chosen.
const Forgotten = "vault.forgotten"

const (
	notPut      = "vault.not_put" // the keychain did not take the identity
	noFile      = "vault.file_damaged"
	fileChanged = "vault.file_changed" // it may be one all the same: its passphrase tells
)

// is reports whether an error is the refusal of a code.
func is(err error, code string) bool {
	var r *flows.Refusal
	return errors.As(err, &r) && r.Message.Code == code
}

// because is what an error says: the sentence of a refusal, or the words of the
// system.
func because(err error) flows.Message {
	var r *flows.Refusal
	if errors.As(err, &r) {
		return r.Message
	}
	return flows.Msg("store.failed", "why", flows.Reason(err))
}

// isCancelled reports whether somebody gave up waiting, which is no refusal.
func isCancelled(err error) bool {
	return errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded)
}

// exists refuses a second identity.
func exists(place run.VaultPlace) error {
	where := flows.Msg("vault.in_keychain")
	if place == run.FilePlace {
		where = flows.Msg("vault.in_file")
	}
	return flows.Refuse(flows.ErrFailed, nil, Exists, "place", where)
}

// damagedSetting refuses what a setting of the vault holds.
func damagedSetting(name string) error {
	return flows.Refuse(flows.ErrDamaged, nil, "vault.setting_damaged", "setting", name)
}

// otherIdentity refuses an identity that does not open what is sealed here.
func otherIdentity(recipient string) error {
	return flows.Refuse(flows.ErrDamaged, nil, "vault.other_identity", "recipient", recipient)
}

// keychainDamaged refuses what lies in the keychain; the cause could quote it.
func keychainDamaged() error {
	return flows.Refuse(flows.ErrDamaged, nil, "vault.keychain_damaged")
}

// keychainMissing says that the keychain has no such entry.
func keychainMissing(err error) error {
	return flows.Refuse(flows.ErrSealed, nil, "vault.keychain_missing").Because(err)
}

// unwritten says that the identity file was not written.
func unwritten(path string, err error) error {
	return flows.Refuse(flows.ErrFailed, nil, "vault.file_unwritten", "file", path, "why", flows.Reason(err)).Because(err)
}

// noAnswer says that the keychain did not answer in time.
func noAnswer(limit time.Duration) error {
	return flows.Refuse(flows.ErrFailed, nil, "vault.keychain_silent", "n", int64(limit/time.Second))
}
