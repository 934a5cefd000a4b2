package command

import (
	"bytes"
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/flows/words"
)

// keyOptions are where a key is to lie, and whence its passphrase comes.
type keyOptions struct {
	*call
	keychain bool
	file     bool
	fd       int
}

func (o *keyOptions) flags(cmd *cobra.Command) {
	f := cmd.Flags()
	f.BoolVar(&o.keychain, "keychain", false, o.text("cmd.flag_keychain"))
	f.BoolVar(&o.file, "file", false, o.text("cmd.flag_key_file"))
	f.IntVar(&o.fd, "passphrase-fd", -1, o.text("cmd.flag_passphrase"))
}

// where is the place that was asked for, else the keychain where there is one.
func (o *keyOptions) where(state run.VaultState) run.VaultPlace {
	if o.keychain || state.Keychain && !o.file && o.fd < 0 {
		return run.KeychainPlace
	}
	return run.FilePlace
}

// passphrase is that of a new key in a file: read from a file descriptor, or asked
// for twice. A keychain needs none.
func (o *keyOptions) passphrase(ctx context.Context, where run.VaultPlace) (run.Secret, error) {
	switch {
	case where == run.KeychainPlace:
		return run.Secret{}, nil
	case o.fd >= 0:
		return o.passphraseFrom(ctx, o.fd)
	case !o.canAsk():
		return run.Secret{}, usage("cmd.passphrase_how")
	}
	return o.newPassphrase(ctx, o.text("cmd.ask_new_passphrase"))
}

// newPassphrase asks for a new passphrase, twice.
func (c *call) newPassphrase(ctx context.Context, prompt string) (run.Secret, error) {
	first, err := c.ask(ctx, prompt)
	if err != nil {
		return first, err
	}
	if err := run.CheckPassphrase(first); err != nil {
		return first, err
	}
	second, err := c.ask(ctx, c.text("cmd.ask_again"))
	if err != nil {
		return second, err
	}
	if !bytes.Equal(first.Reveal(), second.Reveal()) {
		return run.Secret{}, usage("cmd.passphrases_differ")
	}
	return first, nil
}

// secretInitOptions are the options of secret init.
type secretInitOptions struct {
	keyOptions
	recovery bool
	renew    bool // in the place of a key on another machine
	paper    paper
}

func newSecretInit(c *call) *cobra.Command {
	o := &secretInitOptions{keyOptions: keyOptions{call: c}, paper: paper{call: c}}
	cmd := c.newVerb("init [--keychain|--file] [--recovery]", "cmd.short_secret_init", 0, 0, o.run)
	cmd.Example = "lotse secret init --keychain\nlotse secret init --file --passphrase-fd 3 3<passphrase.txt\n" +
		"lotse secret init --recovery\nlotse secret init --recovery-out recovery.txt"
	o.flags(cmd)
	f := cmd.Flags()
	f.BoolVar(&o.renew, "new", false, c.text("cmd.flag_new_key"))
	f.BoolVar(&o.recovery, "recovery", false, c.text("cmd.flag_recovery"))
	f.StringVar(&o.paper.file, "recovery-out", "", c.text("cmd.flag_recovery_out"))
	f.IntVar(&o.paper.fd, "recovery-fd", -1, c.text("cmd.flag_recovery_to"))
	return cmd
}

// initShape is what secret init prints.
type initShape struct {
	Version  int           `json:"version"`
	Identity identityShape `json:"identity"`
}

func (s initShape) lines(p *sheet) {
	p.line("%s", words.Say(p.lang, s.Identity.sentence()))
	if s.Identity.Place == run.FilePlace && s.Identity.Recovery == "" {
		p.say("cmd.keep_passphrase")
	}
	if keep, lost := s.Identity.keep(); lost {
		p.line("%s", words.Say(p.lang, keep))
	}
}

// keep says what to keep apart from this machine; nothing where there is a
// recovery key.
func (s identityShape) keep() (m flows.Message, lost bool) {
	switch {
	case s.Recovery != "" || s.Place == run.NoPlace:
		return m, false
	case s.Place == run.KeychainPlace:
		return flows.Msg("cmd.keep_key_keychain"), true
	}
	return flows.Msg("cmd.keep_key_file", "file", s.Path), true
}

// tellMade says what to keep of a key that was made beside something else.
func (c *call) tellMade(ctx context.Context) {
	state, err := c.archive.Vault().State(ctx)
	if err != nil {
		return // the next sealing says it
	}
	if keep, lost := identityOf(state).keep(); lost {
		fmt.Fprintln(c.Err, words.Say(c.lang(), keep))
	}
}

// run makes the key, and a recovery key where that is asked for: to a key that is
// there already, too.
func (o *secretInitOptions) run(ctx context.Context, _ []string) error {
	if o.keychain && o.file {
		return usage("cmd.init_both")
	}
	o.recovery = o.recovery || o.paper.file != "" || o.paper.fd >= 0
	a, err := o.open(ctx)
	if err != nil {
		return err
	}
	if o.renew {
		if err := a.Vault().Renounce(ctx); err != nil {
			return err
		}
	}
	state, err := a.Vault().State(ctx)
	if err != nil {
		return err
	}
	if state.Place != run.NoPlace && !o.recovery {
		return usage("cmd.init_once", "key", identityOf(state).sentence())
	}
	if o.recovery {
		if err := o.paper.check(); err != nil {
			return err
		}
	}
	if state.Place == run.NoPlace {
		err = o.make(ctx, a.Vault(), o.where(state))
	} else if o.fd >= 0 {
		err = o.unlock(ctx, a.Vault())
	}
	if err == nil && o.recovery {
		err = o.paper.spoiled(a.Vault().MakeRecovery(ctx, o.paper.write))
	}
	if err != nil {
		return err
	}
	if state, err = a.Vault().State(ctx); err != nil {
		return err
	}
	return o.print(initShape{Version: 1, Identity: identityOf(state)})
}

func (o *keyOptions) make(ctx context.Context, v run.Vault, where run.VaultPlace) error {
	passphrase, err := o.passphrase(ctx, where)
	if err != nil {
		return err
	}
	_, err = v.Init(ctx, where, passphrase)
	return err
}

// unlock opens the key by the passphrase from the file descriptor; without one the
// vault asks for it.
func (o *keyOptions) unlock(ctx context.Context, v run.Vault) error {
	var passphrase run.Secret
	if o.fd >= 0 {
		var err error
		if passphrase, err = o.passphraseFrom(ctx, o.fd); err != nil {
			return err
		}
	}
	return v.Unlock(ctx, passphrase)
}
