package command

import (
	"bytes"
	"context"

	"github.com/spf13/cobra"

	"lotse/flows/run"
)

// secretInitOptions are the options of secret init.
type secretInitOptions struct {
	*call
	keychain bool
	file     bool
	fd       int
}

func newSecretInit(c *call) *cobra.Command {
	o := &secretInitOptions{call: c}
	cmd := c.newVerb("init [--keychain|--file]", "Makes the key that seals secrets, once", 0, 0, o.run)
	cmd.Example = "lotse secret init --keychain\nlotse secret init --file --passphrase-fd 3 3<passphrase.txt"
	f := cmd.Flags()
	f.BoolVar(&o.keychain, "keychain", false, "keep it in the keychain of this machine")
	f.BoolVar(&o.file, "file", false, "keep it in a file, under a passphrase")
	f.IntVar(&o.fd, "passphrase-fd", -1, "read the passphrase from file descriptor N")
	return cmd
}

// initShape is what secret init prints.
type initShape struct {
	Version  int           `json:"version"`
	Identity identityShape `json:"identity"`
}

func (s initShape) lines(p *sheet) {
	p.line("%s", s.Identity.text())
	if s.Identity.Place == run.FilePlace {
		p.line("Without that passphrase no secret can be opened again, by nobody: keep it well.")
	}
}

// run makes the key.
func (o *secretInitOptions) run(ctx context.Context, _ []string) error {
	if o.keychain && o.file {
		return usagef("Say --keychain or --file, not both.")
	}
	a, err := o.open(ctx)
	if err != nil {
		return err
	}
	state, err := a.Vault().State(ctx)
	if err != nil {
		return err
	}
	if state.Place != run.NoPlace {
		return usagef("%s It is chosen once.", identityOf(state).text())
	}
	where := o.where(state)
	var passphrase run.Secret
	if where == run.FilePlace {
		if passphrase, err = o.passphrase(ctx); err != nil {
			return err
		}
	}
	if state, err = a.Vault().Init(ctx, where, passphrase); err != nil {
		return err
	}
	return o.print(initShape{Version: 1, Identity: identityOf(state)})
}

// where is the place that was asked for, else the keychain where there is one.
func (o *secretInitOptions) where(state run.VaultState) run.VaultPlace {
	if o.keychain || state.Keychain && !o.file && o.fd < 0 {
		return run.KeychainPlace
	}
	return run.FilePlace
}

// passphrase is read from a file descriptor or asked for, twice.
func (o *secretInitOptions) passphrase(ctx context.Context) (run.Secret, error) {
	if o.fd >= 0 {
		return o.passphraseFrom(ctx, o.fd)
	}
	if !o.canAsk() {
		return run.Secret{}, usagef("The passphrase is asked for on a terminal, or read with --passphrase-fd N.")
	}
	first, err := o.ask(ctx, "Passphrase for the key (nobody can recover it)")
	if err != nil {
		return first, err
	}
	second, err := o.ask(ctx, "The same once more")
	if err != nil {
		return second, err
	}
	if !bytes.Equal(first.Reveal(), second.Reveal()) {
		return run.Secret{}, usagef("The two passphrases differ; nothing was made.")
	}
	return first, nil
}
