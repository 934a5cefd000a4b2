package command

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"github.com/spf13/cobra"

	"lotse/flows/run"
	"lotse/flows/words"
	"lotse/ui/file"
	"lotse/ui/outside"
)

// paper is where a recovery key is shown, once.
type paper struct {
	*call
	file string // a new file
	fd   int    // a file descriptor

	made bool // the file
}

// check refuses what the recovery key cannot be shown on, before one is made.
func (p *paper) check() error {
	if p.file != "" {
		if _, err := os.Lstat(p.file); !errors.Is(err, fs.ErrNotExist) {
			return errors.Join(usage("outside.file_exists", "file", p.file), err)
		}
		return nil
	}
	if p.fd >= 0 {
		_, err := p.descriptor()
		return err
	}
	if p.flags.json || !onTerminal(p.Out) {
		return usage("cmd.recovery_where")
	}
	return nil
}

func (p *paper) descriptor() (*os.File, error) {
	f := file.OpenDescriptor(p.fd)
	if f == nil {
		return nil, usage("cmd.no_descriptor", "fd", p.fd)
	}
	if _, err := f.Stat(); err != nil {
		return nil, usage("cmd.no_descriptor", "fd", p.fd)
	}
	return f, nil
}

// write shows the recovery key.
func (p *paper) write(key run.Secret) error {
	line := append(key.Reveal()[:len(key.Reveal()):len(key.Reveal())], '\n')
	defer clear(line)
	switch {
	case p.file != "":
		if err := outside.WriteNew(p.file, string(line)); err != nil {
			return err
		}
		p.made = true
		p.talk("cmd.recovery_file", "file", p.file)
		return nil
	case p.fd >= 0:
		f, err := p.descriptor()
		if err == nil {
			_, err = f.Write(line)
		}
		return err
	}
	_, err := fmt.Fprintf(p.out, "%s\n\n    %s\n%s\n\n", p.text("cmd.recovery_key"), line, p.text("cmd.recovery_use"))
	return err
}

// spoiled takes a file away whose recovery key does not count after all.
func (p *paper) spoiled(err error) error {
	if err != nil && p.made {
		return errors.Join(err, os.Remove(p.file))
	}
	return err
}

// secretRecoverOptions are the options of secret recover.
type secretRecoverOptions struct {
	keyOptions
	from int
}

func newSecretRecover(c *call) *cobra.Command {
	o := &secretRecoverOptions{keyOptions: keyOptions{call: c}}
	cmd := c.newVerb("recover [--keychain|--file]", "cmd.short_secret_recover", 0, 0, o.run)
	cmd.Example = "lotse secret recover\nlotse secret recover --recovery-fd 4 --passphrase-fd 3 4<recovery.txt 3<passphrase.txt"
	o.flags(cmd)
	cmd.Flags().IntVar(&o.from, "recovery-fd", -1, c.text("cmd.flag_recovery_from"))
	return cmd
}

// recoveredShape is what secret recover prints.
type recoveredShape struct {
	Version  int           `json:"version"`
	Identity identityShape `json:"identity"`
	Kept     string        `json:"kept"`
}

func (s recoveredShape) lines(p *sheet) {
	p.say("cmd.recovered")
	p.line("%s", words.Say(p.lang, s.Identity.sentence()))
	if s.Kept != "" {
		p.say("cmd.recovered_kept", "file", s.Kept)
	}
}

// run makes the key anew from the recovery key.
func (o *secretRecoverOptions) run(ctx context.Context, _ []string) error {
	if o.keychain && o.file {
		return usage("cmd.init_both")
	}
	a, err := o.open(ctx)
	if err != nil {
		return err
	}
	state, err := a.Vault().State(ctx)
	if err != nil && state.Place == run.NoPlace && state.Claimed == "" { // else it says what is to be mended
		return err
	}
	key, err := o.key(ctx)
	if err != nil {
		return err
	}
	where := o.where(state)
	passphrase, err := o.passphrase(ctx, where)
	if err != nil {
		return err
	}
	kept, err := a.Vault().Recover(ctx, key, where, passphrase)
	if err != nil {
		return err
	}
	if state, err = a.Vault().State(ctx); err != nil {
		return err
	}
	return o.print(recoveredShape{Version: 1, Identity: identityOf(state), Kept: kept})
}

// where is the place that was asked for, else that of before, if it can be had.
func (o *secretRecoverOptions) where(state run.VaultState) run.VaultPlace {
	if state.Place == run.FilePlace && !o.keychain {
		return run.FilePlace
	}
	return o.keyOptions.where(state)
}

// key is the recovery key as it is typed, or from a file descriptor.
func (o *secretRecoverOptions) key(ctx context.Context) (run.Secret, error) {
	switch {
	case o.from >= 0:
		return o.secretOf(ctx, o.from, "cmd.the_recovery")
	case !o.canAsk():
		return run.Secret{}, usage("cmd.recover_how")
	}
	return o.ask(ctx, o.text("cmd.ask_recovery"))
}

func newSecretCheck(c *call) *cobra.Command {
	o := &secretCheckOptions{keyOptions{call: c}}
	cmd := c.newVerb("check", "cmd.short_secret_check", 0, 0, o.run)
	cmd.Flags().IntVar(&o.fd, "passphrase-fd", -1, c.text("cmd.flag_passphrase"))
	return cmd
}

// secretCheckOptions are the options of secret check.
type secretCheckOptions struct{ keyOptions }

// checkedShape is what secret check prints.
type checkedShape struct {
	Version  int           `json:"version"`
	Identity identityShape `json:"identity"`
}

func (s checkedShape) lines(p *sheet) {
	p.line("%s", words.Say(p.lang, s.Identity.sentence()))
	p.say("cmd.key_opens")
}

// run opens the key; from then on the vault knows its file.
func (o *secretCheckOptions) run(ctx context.Context, _ []string) error {
	a, err := o.open(ctx)
	if err != nil {
		return err
	}
	if err := o.unlock(ctx, a.Vault()); err != nil {
		return err
	}
	state, err := a.Vault().State(ctx)
	if err != nil {
		return err
	}
	return o.print(checkedShape{Version: 1, Identity: identityOf(state)})
}
