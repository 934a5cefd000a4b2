package command

import (
	"context"
	"encoding/base64"
	"errors"
	"fmt"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"lotse/flows"
	"lotse/flows/run"
)

func newSecret(c *call) *cobra.Command {
	cmd := &cobra.Command{Use: "secret", Short: "Secrets: what there is, and the key that seals them"}
	cmd.RunE = c.takes("secret init|list|show|forget", 1, 1, func(_ context.Context, args []string) error {
		return usagef("There is no command secret %s; there are: init, list, show, forget.", short(args[0]))
	})
	cmd.Args = cobra.ArbitraryArgs
	cmd.AddCommand(newSecretInit(c), newSecretList(c), newSecretShow(c), newSecretForget(c))
	return cmd
}

// identityShape says where the key is.
type identityShape struct {
	Place     run.VaultPlace `json:"place"`
	Recipient string         `json:"recipient"`
	Path      string         `json:"path"`
	Open      bool           `json:"open"`
	Keychain  bool           `json:"keychain"`
}

func identityOf(s run.VaultState) identityShape { return identityShape(s) }

// text says where the key is in a sentence.
func (s identityShape) text() string {
	switch s.Place {
	case run.KeychainPlace:
		return "The key that seals secrets is in the keychain of this machine."
	case run.FilePlace:
		return "The key that seals secrets is in " + s.Path + ", under your passphrase."
	}
	return "There is no key that seals secrets yet: lotse secret init makes one."
}

// secretsShape is what secret list prints; a value is never in it.
type secretsShape struct {
	Version  int           `json:"version"`
	Identity identityShape `json:"identity"`
	Secrets  []secretShape `json:"secrets"`
}

type secretShape struct {
	ID          string `json:"id"`
	Run         string `json:"run"`
	Field       string `json:"field"`
	Origin      string `json:"origin"`
	Fingerprint string `json:"fingerprint"`
	At          string `json:"at"`
}

func (s secretsShape) lines(p *sheet) {
	p.line("%s", s.Identity.text())
	for _, one := range s.Secrets {
		p.row(one.Run, one.Field, one.Fingerprint, one.At)
	}
}

func newSecretList(c *call) *cobra.Command {
	return c.newVerb("list [RUN]", "Lists the secrets that are kept, without their values", 0, 1, func(ctx context.Context, args []string) error {
		a, err := c.open(ctx)
		if err != nil {
			return err
		}
		id := ""
		if len(args) == 1 {
			h, err := c.find(ctx, args[0])
			if err != nil {
				return err
			}
			id = h.ID
		}
		secrets, err := a.Secrets(ctx, id)
		if err != nil {
			return err
		}
		state, err := a.Vault().State(ctx)
		if err != nil {
			return err
		}
		shape := secretsShape{Version: 1, Identity: identityOf(state), Secrets: []secretShape{}}
		for _, s := range secrets {
			shape.Secrets = append(shape.Secrets, secretShape{ID: s.ID, Run: s.Run, Field: s.Field, Origin: s.Origin, Fingerprint: s.Fingerprint, At: stamp(s.At)})
		}
		return c.print(shape)
	})
}

// kept finds the secret of a run's field.
func (c *call) kept(ctx context.Context, id, field string) (run.Mode, run.Sealed, error) {
	s, err := c.resume(ctx, id)
	if err != nil {
		return "", run.Sealed{}, err
	}
	at, err := parsePlace(field)
	if err != nil {
		return "", run.Sealed{}, err
	}
	step, it, err := s.Resolve(at)
	if err != nil {
		return "", run.Sealed{}, err
	}
	v := s.View(c.Now())
	item := v.Step(step.ID).Item(it.ID)
	if item == nil || item.SecretID == "" {
		return "", run.Sealed{}, notFoundf("%s.%s holds no secret.", step.ID, it.ID)
	}
	sealed, err := c.archive.Secret(ctx, item.SecretID)
	if errors.Is(err, flows.ErrNotFound) {
		err = notFoundf("The secret of %s.%s was forgotten.", step.ID, it.ID)
	}
	return v.Mode, sealed, err
}

// secretShowOptions are the options of secret show.
type secretShowOptions struct {
	*call
	reveal bool
}

// revealedShape is what secret show prints. Encoding is base64 where the secret
// is no text.
type revealedShape struct {
	Version     int    `json:"version"`
	Run         string `json:"run"`
	Field       string `json:"field"`
	Fingerprint string `json:"fingerprint"`
	Encoding    string `json:"encoding"`
	Secret      string `json:"secret"`
}

func newSecretShow(c *call) *cobra.Command {
	o := &secretShowOptions{call: c}
	cmd := c.newVerb("show RUN FIELD", "Shows a secret, on a terminal only", 2, 2, o.run)
	cmd.Flags().BoolVar(&o.reveal, "reveal", false, "show it also where the output is no terminal")
	return cmd
}

// run shows a secret.
func (o *secretShowOptions) run(ctx context.Context, args []string) error {
	if !o.reveal && !onTerminal(o.Out) {
		return &failure{exit: exitUsage, code: string(flows.ErrSecret), message: "The output is no terminal: a secret goes there only with --reveal."}
	}
	mode, sealed, err := o.kept(ctx, args[0], args[1])
	if err != nil {
		return err
	}
	secret, err := o.opened(ctx, mode, sealed)
	if err != nil {
		return err
	}
	value := secret.Reveal()
	if o.flags.json {
		shape := revealedShape{Version: 1, Run: sealed.Run, Field: sealed.Field, Fingerprint: sealed.Fingerprint, Encoding: "utf-8", Secret: string(value)}
		if !utf8.Valid(value) {
			shape.Encoding, shape.Secret = "base64", base64.StdEncoding.EncodeToString(value)
		}
		return writeJSON(o.Out, shape)
	}
	if onTerminal(o.Out) {
		fmt.Fprintf(o.Out, "%q\n", value)
		return nil
	}
	_, err = o.Out.Write(value)
	return err
}

// opened opens a secret; where the key is locked, it asks for the passphrase.
func (c *call) opened(ctx context.Context, mode run.Mode, s run.Sealed) (run.Secret, error) {
	vault := c.archive.Vault()
	secret, err := vault.Open(ctx, mode, s)
	if !errors.Is(err, flows.ErrSealed) || !c.canAsk() {
		return secret, err
	}
	passphrase, err := c.ask(ctx, "Passphrase")
	if err != nil {
		return run.Secret{}, err
	}
	if err := vault.Unlock(ctx, passphrase); err != nil {
		return run.Secret{}, err
	}
	return vault.Open(ctx, mode, s)
}

// forgottenShape is what secret forget prints.
type forgottenShape struct {
	Version int    `json:"version"`
	Run     string `json:"run"`
	Field   string `json:"field"`
	ID      string `json:"forgotten"`
}

func (s forgottenShape) lines(p *sheet) {
	p.line("Forgotten: %s of run %s. The log still says that it was there.", s.Field, s.Run)
}

func newSecretForget(c *call) *cobra.Command {
	return c.newVerb("forget RUN FIELD", "Removes a secret; the log keeps that it was there", 2, 2, func(ctx context.Context, args []string) error {
		_, sealed, err := c.kept(ctx, args[0], args[1])
		if err != nil {
			return err
		}
		if err := c.sure(ctx, "This removes the secret of "+sealed.Field+" for good.", "forget"); err != nil {
			return err
		}
		if err := c.archive.Forget(ctx, sealed.ID); err != nil {
			return err
		}
		return c.print(forgottenShape{Version: 1, Run: sealed.Run, Field: sealed.Field, ID: sealed.ID})
	})
}
