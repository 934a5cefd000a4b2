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
	"lotse/flows/words"
)

func newSecret(c *call) *cobra.Command {
	cmd := &cobra.Command{Use: "secret", Short: c.text("cmd.short_secret")}
	cmd.RunE = c.takes("secret init|list|show|recipient|rotate|forget", 1, 1, func(_ context.Context, args []string) error {
		return usage("cmd.no_secret_command", "word", short(args[0]))
	})
	cmd.Args = cobra.ArbitraryArgs
	cmd.AddCommand(newSecretInit(c), newSecretList(c), newSecretShow(c), newSecretRecipient(c), newSecretForget(c), newSecretRotate(c))
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

// sentence says where the key is.
func (s identityShape) sentence() flows.Message {
	switch s.Place {
	case run.KeychainPlace:
		return flows.Msg("cmd.key_in_keychain")
	case run.FilePlace:
		return flows.Msg("cmd.key_in_file", "file", s.Path)
	}
	return flows.Msg("cmd.no_key")
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
	p.line("%s", words.Say(p.lang, s.Identity.sentence()))
	for _, one := range s.Secrets {
		p.row(one.Run, one.Field, one.Fingerprint, p.time(one.At))
	}
}

func newSecretList(c *call) *cobra.Command {
	return c.newVerb("list [RUN]", "cmd.short_secret_list", 0, 1, func(ctx context.Context, args []string) error {
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
	_, sealed, err := c.keptIn(ctx, s, field)
	return s.View(c.Now()).Mode, sealed, err
}

// keptIn finds the secret of a field of a run, and the field's address.
func (c *call) keptIn(ctx context.Context, s *run.Session, field string) (flows.Address, run.Sealed, error) {
	at, err := parsePlace(field)
	if err != nil {
		return at, run.Sealed{}, err
	}
	step, it, err := s.Resolve(at)
	if err != nil {
		return at, run.Sealed{}, err
	}
	at = flows.Address{Step: step.ID, Item: it.ID}
	item := s.View(c.Now()).Step(step.ID).Item(it.ID)
	if item == nil || item.SecretID == "" {
		return at, run.Sealed{}, notFound("cmd.holds_no_secret", "item", at)
	}
	sealed, err := c.archive.Secret(ctx, item.SecretID)
	if errors.Is(err, flows.ErrNotFound) {
		err = notFound("cmd.secret_forgotten", "item", at)
	}
	return at, sealed, err
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
	cmd := c.newVerb("show RUN FIELD", "cmd.short_secret_show", 2, 2, o.run)
	cmd.Flags().BoolVar(&o.reveal, "reveal", false, c.text("cmd.flag_reveal"))
	return cmd
}

// run shows a secret.
func (o *secretShowOptions) run(ctx context.Context, args []string) error {
	if !o.reveal && !onTerminal(o.Out) {
		return flows.Refuse(flows.ErrSecret, nil, "cmd.reveal")
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
	passphrase, err := c.ask(ctx, c.text("cmd.ask_passphrase"))
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
	p.say("cmd.forgotten", "item", s.Field, "run", s.Run)
}

func newSecretForget(c *call) *cobra.Command {
	return c.newVerb("forget RUN FIELD", "cmd.short_secret_forget", 2, 2, func(ctx context.Context, args []string) error {
		_, sealed, err := c.kept(ctx, args[0], args[1])
		if err != nil {
			return err
		}
		if err := c.sure(ctx, c.text("cmd.ask_forget", "item", sealed.Field), "forget"); err != nil {
			return err
		}
		if err := c.archive.Forget(ctx, sealed.ID); err != nil {
			return err
		}
		return c.print(forgottenShape{Version: 1, Run: sealed.Run, Field: sealed.Field, ID: sealed.ID})
	})
}
