package command

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"os"

	"github.com/spf13/cobra"

	"lotse/flows"
	"lotse/flows/phrase"
	"lotse/flows/run"
	"lotse/ui/outside"
)

// secretRecipientOptions are the options of secret recipient.
type secretRecipientOptions struct {
	*call
	words  string
	out    string
	key    string // of a member who has said none
	remove bool
}

func newSecretRecipient(c *call) *cobra.Command {
	o := &secretRecipientOptions{call: c}
	cmd := c.newVerb("recipient [RUN FIELD KEY|NAME]", "cmd.short_secret_recipient", 0, 3, o.run)
	cmd.Long = c.text("cmd.long_secret_recipient")
	cmd.Example = "lotse secret recipient\nlotse secret recipient 7f3 client_secret age1ql3z… -o secret.age\n" +
		"lotse secret recipient 7f3 client_secret anna\nlotse secret recipient 7f3 client_secret anna --remove"
	cmd.Flags().StringVar(&o.words, "words", "", c.text("cmd.flag_words"))
	cmd.Flags().StringVar(&o.key, "key", "", c.text("cmd.flag_member_key"))
	cmd.Flags().BoolVar(&o.remove, "remove", false, c.text("cmd.flag_remove_recipient"))
	cmd.Flags().StringVarP(&o.out, "output", "o", "", c.text("cmd.flag_output_sealed"))
	return cmd
}

// run prints the own public key, or seals a secret to another's.
func (o *secretRecipientOptions) run(ctx context.Context, args []string) error {
	switch {
	case len(args) == 3:
		return o.toSomebody(ctx, args[0], args[1], args[2])
	case len(args) > 0 || o.words != "" || o.out != "" || o.key != "" || o.remove:
		return usage("cmd.recipient_form")
	}
	a, err := o.open(ctx)
	if err != nil {
		return err
	}
	state, err := a.Vault().State(ctx)
	if err != nil {
		return err
	}
	if state.Recipient == "" {
		return flows.Refuse(flows.ErrNoIdentity, nil, "cmd.no_public_key")
	}
	was, err := a.Vault().Declare(ctx)
	if err != nil {
		return err
	}
	if was != "" {
		o.talk("team.key_restored", "words", phrase.Of(phrase.Recipient, was).String())
	}
	o.talk("cmd.own_key")
	return o.print(recipientShape{Version: 1, Recipient: state.Recipient, Words: phrase.Of(phrase.Recipient, state.Recipient)})
}

// recipientShape is what secret recipient prints of the own key.
type recipientShape struct {
	Version   int          `json:"version"`
	Recipient string       `json:"recipient"`
	Words     phrase.Words `json:"words"`
}

func (s recipientShape) lines(p *sheet) {
	p.line("%s", s.Recipient)
	p.line("%s", s.Words)
}

// handedOverShape is what secret recipient prints of a secret that it sealed:
// the file's name, or else its text.
type handedOverShape struct {
	Version     int          `json:"version"`
	Run         string       `json:"run"`
	Mode        run.Mode     `json:"mode"`
	Field       string       `json:"field"`
	Fingerprint string       `json:"fingerprint"`
	Recipient   string       `json:"recipient"`
	Words       phrase.Words `json:"words"`
	File        *string      `json:"file"`
	Sealed      *string      `json:"sealed"`
}

// handOver seals a secret for the holder of a key.
func (o *secretRecipientOptions) handOver(ctx context.Context, id, field, key string) error {
	s, err := o.resume(ctx, id)
	if err != nil {
		return err
	}
	at, sealed, err := o.keptIn(ctx, s, field)
	if err != nil {
		return err
	}
	if key, err = o.archive.Vault().Recipient(key); err != nil {
		return err
	}
	if _, err := os.Lstat(o.out); err == nil {
		return usage("cmd.draft_exists", "file", o.out)
	}
	words := phrase.Of(phrase.Recipient, key)
	if err := o.confirmWords(ctx, o.words, words); err != nil {
		return err
	}
	mode := s.View(o.Now()).Mode
	file, err := o.archive.Vault().SealTo(ctx, mode, sealed, run.SealTarget{Recipient: key})
	if err != nil {
		return err
	}
	// On record before anybody has it.
	if _, err := s.Do(false, run.UseSecret{At: at, Secret: sealed.ID, Purpose: run.SecretHandedOver, To: words.String()}); err != nil {
		return err
	}
	if err := o.flush(ctx, s); err != nil {
		return err
	}
	return o.give(handedOverShape{Version: 1, Run: s.ID(), Mode: mode, Field: sealed.Field, Fingerprint: sealed.Fingerprint, Recipient: key, Words: words}, file)
}

// confirmWords refuses a key whose words nobody has compared: said is --words, else
// it asks on the terminal.
func (c *call) confirmWords(ctx context.Context, said string, words phrase.Words) error {
	if said != "" {
		if !words.Matches(said) {
			return flows.Refuse(errNotConfirmed, nil, "cmd.words_differ")
		}
		return nil
	}
	if !c.canAsk() {
		return flows.Refuse(errNotConfirmed, nil, "cmd.words_unsaid", "words", words.String())
	}
	typed, err := c.confirm(ctx, c.text("cmd.ask_words", "words", words.String()), "seal")
	if err != nil {
		return err
	}
	if !typed {
		return flows.Refuse(errNotConfirmed, nil, "cmd.not_confirmed")
	}
	return nil
}

// give writes the sealed secret to a new file, or to stdout.
func (o *secretRecipientOptions) give(shape handedOverShape, file []byte) error {
	text := string(file)
	switch {
	case o.out != "":
		switch err := outside.WriteNew(o.out, text); {
		case errors.Is(err, fs.ErrExist):
			return usage("cmd.draft_exists", "file", o.out)
		case err != nil:
			return err
		}
		o.talk("cmd.written", "file", o.out)
		shape.File = &o.out
		if !o.flags.json {
			return nil
		}
	case !o.flags.json:
		_, err := io.WriteString(o.Out, text)
		return err
	default:
		shape.Sealed = &text
	}
	return writeJSON(o.Out, shape)
}
