package command

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/flows/words"
)

func newSecret(c *call) *cobra.Command {
	cmd := &cobra.Command{Use: "secret", Short: c.text("cmd.short_secret")}
	cmd.RunE = c.takes("secret init|check|recover|list|show|copy|reveal|recipient|forget|rotate", 1, 1, func(_ context.Context, args []string) error {
		return usage("cmd.no_secret_command", "word", short(args[0]))
	})
	cmd.Args = cobra.ArbitraryArgs
	cmd.AddCommand(newSecretInit(c), newSecretCheck(c), newSecretRecover(c), newSecretList(c), newSecretShow(c), newSecretCopy(c), newSecretReveal(c), newSecretRecipient(c), newSecretForget(c), newSecretRotate(c))
	return cmd
}

// identityShape says where the key is.
type identityShape struct {
	Place     run.VaultPlace `json:"place"`
	Recipient string         `json:"recipient"`
	Path      string         `json:"path"`
	Open      bool           `json:"open"`
	Keychain  bool           `json:"keychain"`
	Recovery  string         `json:"recovery"`
}

func identityOf(s run.VaultState) identityShape {
	return identityShape{Place: s.Place, Recipient: s.Recipient, Path: s.Path, Open: s.Open, Keychain: s.Keychain, Recovery: s.Recovery}
}

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

	By  string   `json:"by"`  // the member of the team who sealed it, "" for oneself
	For []string `json:"for"` // whom else it is sealed to
}

func (s secretsShape) lines(p *sheet) {
	p.line("%s", words.Say(p.lang, s.Identity.sentence()))
	for _, one := range s.Secrets {
		p.row(one.Run, one.Field, one.Fingerprint, p.time(one.At), strings.Join(append([]string{one.By}, one.For...), " "))
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
		switch {
		case err != nil && state.Place == run.NoPlace:
			return err
		case err != nil: // the list is right all the same
			fmt.Fprintln(c.Err, c.why(err))
		}
		shape := secretsShape{Version: 1, Identity: identityOf(state), Secrets: []secretShape{}}
		for _, s := range secrets {
			shape.Secrets = append(shape.Secrets, secretShape{ID: s.ID, Run: s.Run, Field: s.Field, Origin: s.Origin, Fingerprint: s.Fingerprint, At: stamp(s.At), By: s.By, For: list(s.For)})
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

// keptIn finds the secret of a field of a run, and the field's address. One that has no
// place in the present version of the procedure is found by where it stood.
func (c *call) keptIn(ctx context.Context, s *run.Session, field string) (flows.Address, run.Sealed, error) {
	v := s.View(c.Now())
	var at flows.Address
	id := ""
	step, it, err := resolve(s, field)
	if err == nil {
		at = flows.Address{Step: step.ID, Item: it.ID}
		if item := v.Step(step.ID).Item(it.ID); item != nil {
			id = item.SecretID
		}
	}
	if id == "" {
		if p := placelessSecret(v, field); p != nil {
			at, id, err = p.At, p.SecretID, nil
		}
	}
	switch {
	case err != nil:
		return flows.Address{}, run.Sealed{}, err
	case id == "":
		return at, run.Sealed{}, notFound("cmd.holds_no_secret", "item", at)
	}
	sealed, err := c.archive.Secret(ctx, id)
	if errors.Is(err, flows.ErrNotFound) {
		err = notFound("use.forgotten", "item", at)
	}
	return at, sealed, err
}

// placelessSecret is the newest secret that has no place in the present version, by the
// id of its field or by STEP.FIELD; nil for none.
func placelessSecret(v *run.View, field string) *run.Placeless {
	for i := len(v.Placeless) - 1; i >= 0; i-- {
		if p := &v.Placeless[i]; p.SecretID != "" && (p.At.String() == field || p.At.Item == field) {
			return p
		}
	}
	return nil
}

// opened opens a secret; where the key is locked, the vault asks for the passphrase.
func (c *call) opened(ctx context.Context, mode run.Mode, s run.Sealed) (run.Secret, error) {
	return c.archive.Vault().Open(ctx, mode, s)
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
