package command

import (
	"bytes"
	"context"

	"github.com/spf13/cobra"

	"lotse/flows/run"
	"lotse/flows/words"
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
	cmd := c.newVerb("init [--keychain|--file]", "cmd.short_secret_init", 0, 0, o.run)
	cmd.Example = "lotse secret init --keychain\nlotse secret init --file --passphrase-fd 3 3<passphrase.txt"
	f := cmd.Flags()
	f.BoolVar(&o.keychain, "keychain", false, c.text("cmd.flag_keychain"))
	f.BoolVar(&o.file, "file", false, c.text("cmd.flag_key_file"))
	f.IntVar(&o.fd, "passphrase-fd", -1, c.text("cmd.flag_passphrase"))
	return cmd
}

// initShape is what secret init prints.
type initShape struct {
	Version  int           `json:"version"`
	Identity identityShape `json:"identity"`
}

func (s initShape) lines(p *sheet) {
	p.line("%s", words.Say(p.lang, s.Identity.sentence()))
	if s.Identity.Place == run.FilePlace {
		p.say("cmd.keep_passphrase")
	}
}

// run makes the key.
func (o *secretInitOptions) run(ctx context.Context, _ []string) error {
	if o.keychain && o.file {
		return usage("cmd.init_both")
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
		return usage("cmd.init_once", "key", identityOf(state).sentence())
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
		return run.Secret{}, usage("cmd.passphrase_how")
	}
	first, err := o.ask(ctx, o.text("cmd.ask_new_passphrase"))
	if err != nil {
		return first, err
	}
	second, err := o.ask(ctx, o.text("cmd.ask_again"))
	if err != nil {
		return second, err
	}
	if !bytes.Equal(first.Reveal(), second.Reveal()) {
		return run.Secret{}, usage("cmd.passphrases_differ")
	}
	return first, nil
}
