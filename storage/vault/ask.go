package vault

import (
	"context"
	"crypto/subtle"
	"errors"

	"filippo.io/age"

	"lotse/flows"
	"lotse/flows/run"
)

// tries is how often a passphrase is asked for before it is given up.
const tries = 3

// openAsking asks for the passphrase of the identity file, again where it was
// wrong. A file that no passphrase opens is refused before anybody is asked.
func (v *Vault) openAsking(ctx context.Context, recipient string) (*age.X25519Identity, error) {
	if v.ask == nil {
		return nil, flows.Refuse(flows.ErrSealed, nil, "vault.no_terminal", "file", v.Path())
	}
	if err := v.checkFile(ctx, recipient); err != nil && !is(err, fileChanged) {
		return nil, err
	}
	var id *age.X25519Identity
	err := v.trying(flows.Msg("vault.ask", "file", v.Path()), func(prompt flows.Message) error {
		passphrase, err := v.ask(ctx, prompt)
		switch {
		case isCancelled(err):
			return err
		case err != nil:
			return flows.Refuse(flows.ErrSealed, nil, "vault.not_given", "file", v.Path()).Because(err)
		}
		defer clear(passphrase.Reveal())
		id, err = v.openFile(ctx, passphrase, recipient)
		return err
	})
	return id, err
}

// trying asks by prompt, and again for as long as the passphrase is wrong and
// there are tries left.
func (v *Vault) trying(prompt flows.Message, ask func(prompt flows.Message) error) error {
	for left := tries - 1; ; left-- {
		err := ask(prompt)
		switch {
		case !isWrong(err):
			return err
		case left == 0:
			return flows.Refuse(flows.ErrSealed, nil, "vault.wrong_tries", "file", v.Path(), "n", tries).Because(err)
		}
		prompt = flows.Msg("vault.ask_wrong", "n", left, "file", v.Path())
	}
}

// isWrong reports whether an error, or what it is because of, is WrongPassphrase.
func isWrong(err error) bool {
	var r *flows.Refusal
	return errors.As(err, &r) && (r.Message.Code == WrongPassphrase || isWrong(r.Cause))
}

// createAsking makes the identity under a passphrase that is asked for: twice
// for a new one, and until it fits for one that lies there already.
func (v *Vault) createAsking(ctx context.Context) (recipient string, err error) {
	noIdentity := flows.Refuse(flows.ErrNoIdentity, nil, "vault.no_identity")
	if v.ask == nil {
		return "", noIdentity
	}
	ask, prompt := v.askNew, flows.Msg("vault.ask_new", "forgotten", flows.Msg(Forgotten))
	if hasIdentityFile(v.Path()) {
		ask, prompt = v.ask, flows.Msg("vault.ask_there", "file", v.Path())
	}
	err = v.trying(prompt, func(prompt flows.Message) error {
		passphrase, err := ask(ctx, prompt)
		switch {
		case errors.Is(err, flows.ErrNoIdentity), errors.Is(err, flows.ErrUsage), isCancelled(err):
			return err
		case err != nil:
			return noIdentity.Because(err)
		}
		defer clear(passphrase.Reveal())
		recipient, err = v.create(ctx, false, run.FilePlace, v.putFile(passphrase))
		return err
	})
	return recipient, err
}

// askNew asks for the passphrase of a new identity twice.
func (v *Vault) askNew(ctx context.Context, prompt flows.Message) (run.Secret, error) {
	one, err := v.ask(ctx, prompt)
	if err != nil {
		return run.Secret{}, err
	}
	if err := run.CheckPassphrase(one); err != nil {
		clear(one.Reveal())
		return run.Secret{}, err
	}
	two, err := v.ask(ctx, flows.Msg("vault.ask_again"))
	if err != nil {
		clear(one.Reveal())
		return run.Secret{}, err
	}
	defer clear(two.Reveal())
	if subtle.ConstantTimeCompare(one.Reveal(), two.Reveal()) != 1 {
		clear(one.Reveal())
		return run.Secret{}, flows.Refuse(flows.ErrNoIdentity, nil, "vault.passphrases_differ")
	}
	return one, nil
}
