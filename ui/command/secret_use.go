package command

import (
	"context"
	"encoding/base64"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
	"github.com/spf13/cobra"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/flows/words"
	"lotse/ui/face"
	"lotse/ui/outside"
	"lotse/ui/walk"
)

// revealedShape is what secret reveal prints. Encoding is base64 where the
// secret is no text.
type revealedShape struct {
	Version     int    `json:"version"`
	Run         string `json:"run"`
	Field       string `json:"field"`
	Fingerprint string `json:"fingerprint"`
	Encoding    string `json:"encoding"`
	Secret      string `json:"secret"`
}

// copiedShape is what secret copy prints. With is the program that took the
// secret, or "terminal"; Ending says what became of it on the clipboard.
type copiedShape struct {
	Version     int            `json:"version"`
	Run         string         `json:"run"`
	Field       string         `json:"field"`
	Fingerprint string         `json:"fingerprint"`
	With        string         `json:"with"`
	Ending      outside.Ending `json:"ending"`
}

func newSecretReveal(c *call) *cobra.Command {
	return c.newVerb("reveal RUN FIELD", "cmd.short_secret_reveal", 2, 2, func(ctx context.Context, args []string) error {
		return c.reveal(ctx, args[0], args[1])
	})
}

// newSecretShow is another spelling of reveal, which asks for a flag where the
// output is no terminal.
func newSecretShow(c *call) *cobra.Command {
	reveal := false
	cmd := c.newVerb("show RUN FIELD", "cmd.short_secret_show", 2, 2, func(ctx context.Context, args []string) error {
		if !reveal && !onTerminal(c.Out) {
			return flows.Refuse(flows.ErrSecret, nil, "cmd.reveal")
		}
		return c.reveal(ctx, args[0], args[1])
	})
	cmd.Flags().BoolVar(&reveal, "reveal", false, c.text("cmd.flag_reveal"))
	return cmd
}

// reveal shows a secret on a terminal, and writes it anywhere else.
func (c *call) reveal(ctx context.Context, id, field string) error {
	screen := onTerminal(c.Out) && !c.flags.json
	if screen && !c.canGlimpse() {
		if err := c.secondYes(ctx, c.text("use.stays"), "reveal"); err != nil {
			return err
		}
	}
	k, secret, err := c.use(ctx, id, field, run.SecretRevealed)
	if err != nil {
		return err
	}
	value := secret.Reveal()
	if !screen {
		c.mention(face.SecretNote(k.mode))
	}
	switch {
	case c.flags.json:
		shape := revealedShape{Version: 1, Run: k.Run, Field: k.Field, Fingerprint: k.Fingerprint, Encoding: "utf-8", Secret: string(value)}
		if !utf8.Valid(value) {
			shape.Encoding, shape.Secret = "base64", base64.StdEncoding.EncodeToString(value)
		}
		return writeJSON(c.Out, shape)
	case !screen:
		_, err = c.Out.Write(value)
		return err
	}
	g := face.NewGlimpse(k.Field, secret, k.mode, func(m flows.Message) string { return words.Say(c.lang(), m) })
	if c.canGlimpse() {
		return c.glimpse(ctx, g)
	}
	for _, note := range g.Notes {
		fmt.Fprintln(c.Err, note)
	}
	_, err = fmt.Fprintln(c.Out, g.Value)
	return err
}

// keptSecret is a sealed secret, and the mode of its run.
type keptSecret struct {
	run.Sealed
	mode run.Mode
}

// use opens a secret and puts its use on record before it gives the value.
func (c *call) use(ctx context.Context, id, field string, purpose run.SecretPurpose) (keptSecret, run.Secret, error) {
	s, err := c.resume(ctx, id)
	if err != nil {
		return keptSecret{}, run.Secret{}, err
	}
	at, sealed, err := c.keptIn(ctx, s, field)
	if err != nil {
		return keptSecret{}, run.Secret{}, err
	}
	k := keptSecret{sealed, s.View(c.Now()).Mode}
	secret, err := c.opened(ctx, k.mode, sealed)
	if err == nil && purpose == run.SecretCopied {
		err = outside.Copyable(secret)
	}
	if err == nil {
		_, err = s.Do(false, run.UseSecret{At: at, Secret: sealed.ID, Purpose: purpose})
	}
	if err == nil {
		err = c.flush(ctx, s)
	}
	if err != nil {
		return keptSecret{}, run.Secret{}, err
	}
	return k, secret, nil
}

// secondYes asks for a word where a secret stays behind; --yes gives it, and
// where nobody can be asked it is refused.
func (c *call) secondYes(ctx context.Context, question, word string) error {
	if c.flags.yes {
		return nil
	}
	if !c.canAsk() {
		fmt.Fprintln(c.Err, flows.Clean(question))
		return flows.Refuse(errNotConfirmed, nil, "cmd.secret_say_yes")
	}
	return c.sure(ctx, question, word)
}

func newSecretCopy(c *call) *cobra.Command {
	return c.newVerb("copy RUN FIELD", "cmd.short_secret_copy", 2, 2, func(ctx context.Context, args []string) error {
		return c.copySecret(ctx, args[0], args[1])
	})
}

// copySecret puts a secret on the clipboard, and waits to clear it. Any signal
// that ends the program clears it at once.
func (c *call) copySecret(ctx context.Context, id, field string) error {
	reach := outside.Reach(c.Tools)
	if reach.Program == "" && !onTerminal(c.Err) {
		return flows.Refuse(flows.ErrFailed, nil, "use.nowhere")
	}
	if len(reach.Through) > 0 {
		if err := c.secondYes(ctx, c.exposure(reach), "copy"); err != nil {
			return err
		}
	}
	k, secret, err := c.use(ctx, id, field, run.SecretCopied)
	if err != nil {
		return err
	}
	c.mention(reach.Fate(int(face.LendTime.Seconds())))
	c.mention(face.SecretNote(k.mode))
	shape := copiedShape{Version: 1, Run: k.Run, Field: k.Field, Fingerprint: k.Fingerprint, With: reach.Program, Ending: outside.Left}
	if reach.Program == "" {
		shape.With = "terminal"
		if _, err := fmt.Fprint(c.Err, ansi.SetSystemClipboard(string(secret.Reveal()))); err != nil {
			return err
		}
		return c.print(shape)
	}
	loan := outside.NewLoan(c.Tools, secret)
	if err := loan.Begin(ctx, secret); err != nil {
		if ending, m := loan.End(ctx); ending == outside.Cleared {
			c.mention(m)
		}
		return err
	}
	if reach.Readable {
		shape.Ending = c.waitFor(ctx, loan)
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	return c.print(shape)
}

// waitFor waits until a loan is over, or the person wants to leave, and ends it.
func (c *call) waitFor(ctx context.Context, loan *outside.Loan) outside.Ending {
	c.talk("cmd.secret_waits", "n", int(face.LendTime.Seconds()))
	select {
	case <-c.after(face.LendTime):
	case <-ctx.Done():
	}
	ending, m := loan.End(context.WithoutCancel(ctx))
	c.mention(m)
	return ending
}

// exposure says where a copied secret stays.
func (c *call) exposure(r walk.Reach) string {
	var lines []string
	for _, m := range r.Exposure() {
		lines = append(lines, words.Say(c.lang(), m))
	}
	return strings.Join(lines, "\n")
}

// mention says a message beside the data, if there is one.
func (c *call) mention(m flows.Message) {
	if !m.IsZero() {
		fmt.Fprintln(c.Err, words.Say(c.lang(), m))
	}
}

func (s copiedShape) lines(*sheet) {}
