package command

import (
	"context"
	"encoding/hex"
	"os"

	"github.com/spf13/cobra"

	"lotse/flows"
	"lotse/flows/document/capsule"
	"lotse/flows/phrase"
	"lotse/flows/run"
	"lotse/flows/words"
	"lotse/ui/outside"
)

// handoverOptions are the options of handover.
type handoverOptions struct {
	*call
	out     string
	secrets bool
	to      string
	words   string
	fd      int
}

func newHandover(c *call) *cobra.Command {
	o := &handoverOptions{call: c}
	cmd := c.newVerb("handover RUN -o FILE", "cmd.short_handover", 1, 1, o.run)
	cmd.Long = c.text("cmd.long_handover")
	cmd.Example = "lotse handover 7f3 -o muster.lotse\nlotse handover 7f3 -o muster.lotse --secrets --to age1ql3z…"
	f := cmd.Flags()
	f.StringVarP(&o.out, "output", "o", "", c.text("cmd.flag_capsule_out"))
	f.BoolVar(&o.secrets, "secrets", false, c.text("cmd.flag_with_secrets"))
	f.StringVar(&o.to, "to", "", c.text("cmd.flag_to_key"))
	f.StringVar(&o.words, "words", "", c.text("cmd.flag_words"))
	f.IntVar(&o.fd, "passphrase-fd", -1, c.text("cmd.flag_passphrase"))
	return cmd
}

// run writes a run into a file. What it puts on record of secrets is in the file.
func (o *handoverOptions) run(ctx context.Context, args []string) error {
	if err := o.fitting(); err != nil {
		return err
	}
	s, err := o.resume(ctx, args[0])
	if err != nil {
		return err
	}
	if _, err := os.Lstat(o.out); err == nil {
		return usage("cmd.draft_exists", "file", o.out)
	}
	env, err := o.env(ctx)
	if err != nil {
		return err
	}
	shape := handoverShape{Version: 1, Run: s.ID(), Mode: s.View(o.Now()).Mode}
	var secrets []capsule.Secret
	if o.secrets {
		if secrets, shape.SealedTo, err = o.seal(ctx, s, env); err != nil {
			return err
		}
	}
	written, err := outside.WriteCapsule(ctx, o.archive, env, o.load, s.ID(), o.out, secrets)
	if err != nil {
		return err
	}
	key, err := o.archive.Signer().Key(ctx)
	if err != nil {
		return err
	}
	shape.Capsule = capsuleOf(o.out, written.Manifest, written.Sum, written.Size, key)
	return o.print(shape)
}

// fitting refuses options that do not go together.
func (o *handoverOptions) fitting() error {
	named := o.to != "" || o.words != "" || o.fd >= 0
	switch {
	case o.out == "":
		return usage("cmd.handover_out")
	case named && !o.secrets, o.fd >= 0 && (o.to != "" || o.words != ""), o.words != "" && o.to == "":
		return usage("cmd.handover_secrets")
	}
	return nil
}

// seal seals the secrets of a run, and puts that on record. to is the key, or
// "passphrase".
func (o *handoverOptions) seal(ctx context.Context, s *run.Session, env run.Env) (secrets []capsule.Secret, to *string, err error) {
	target, words, err := o.target(ctx)
	if err != nil {
		return nil, nil, err
	}
	secrets, forgotten, err := outside.SealSecrets(ctx, o.archive, s, env, target, words)
	if err != nil {
		return nil, nil, err
	}
	for _, at := range forgotten {
		o.talk("cmd.handover_forgotten", "item", at)
	}
	to = &target.Recipient
	if target.Recipient == "" {
		passphrase := "passphrase"
		to = &passphrase
	}
	return secrets, to, o.flush(ctx, s)
}

// target is whom the secrets are sealed for, and the words of their key.
func (o *handoverOptions) target(ctx context.Context) (to run.SealTarget, words string, err error) {
	switch {
	case o.to != "":
		if to.Recipient, err = o.archive.Vault().Recipient(o.to); err != nil {
			return to, "", err
		}
		said := phrase.Of(phrase.Recipient, to.Recipient)
		return to, said.String(), o.confirmWords(ctx, o.words, said)
	case o.fd >= 0:
		to.Passphrase, err = o.passphraseFrom(ctx, o.fd)
	case !o.canAsk():
		return to, "", usage("cmd.handover_target")
	default:
		to.Passphrase, err = o.newPassphrase(ctx, o.text("cmd.ask_seal_under"))
	}
	if err == nil {
		err = run.CheckPassphrase(to.Passphrase)
	}
	return to, "", err
}

// handoverShape is what handover prints. SealedTo is null where no secret was asked
// for.
type handoverShape struct {
	Version  int          `json:"version"`
	Run      string       `json:"run"`
	Mode     run.Mode     `json:"mode"`
	SealedTo *string      `json:"sealed_to"`
	Capsule  capsuleShape `json:"capsule"`
}

// capsuleShape is a run in a file.
type capsuleShape struct {
	File     string              `json:"file"`
	Size     int64               `json:"size"`
	Sum      string              `json:"sha256"`
	Words    phrase.Words        `json:"words"`
	Key      string              `json:"key"`
	KeyWords phrase.Words        `json:"key_words"`
	By       string              `json:"by"`
	At       string              `json:"at"`
	Events   int64               `json:"events"`
	Head     string              `json:"head"`
	Files    int                 `json:"files"`
	Missing  []string            `json:"missing"`
	Secrets  []sealedSecretShape `json:"secrets"`
}

type sealedSecretShape struct {
	Field       string `json:"field"`
	Fingerprint string `json:"fingerprint"`
}

func capsuleOf(file string, m capsule.Manifest, sum string, size int64, key []byte) capsuleShape {
	name := hex.EncodeToString(key)
	s := capsuleShape{
		File: file, Size: size, Sum: sum, Words: capsule.Words(sum), Key: name, KeyWords: phrase.Of(phrase.Signer, name),
		By: m.By, At: stamp(m.At), Events: m.Run.Events, Head: m.Run.Head, Files: len(m.Evidence()), Missing: list(m.Missing), Secrets: []sealedSecretShape{},
	}
	for _, one := range m.Secrets {
		s.Secrets = append(s.Secrets, sealedSecretShape{one.Field, one.Fingerprint})
	}
	return s
}

func (s handoverShape) lines(p *sheet) {
	p.mark(s.Mode)
	p.say("cmd.handed_over", "file", s.Capsule.File, "n", s.Capsule.Events, "files", s.Capsule.Files, "size", flows.Msg("cmd.bytes", "n", s.Capsule.Size))
	p.say("cmd.capsule_words", "words", s.Capsule.Words.String())
	p.say("cmd.capsule_say")
	s.Capsule.gaps(p)
	if n := len(s.Capsule.Secrets); n > 0 {
		p.say("cmd.capsule_secrets", "n", n)
		return
	}
	p.say("cmd.capsule_no_secrets")
}

// gaps says what is not in it.
func (s *capsuleShape) gaps(p *sheet) {
	if n := len(s.Missing); n > 0 {
		p.say("cmd.capsule_missing", "n", n)
	}
}

// signedLine says whose key it is.
func (s *capsuleShape) signedLine(lang string, own bool) string {
	code := "cmd.verify_unknown"
	if own {
		code = "cmd.verify_own"
	}
	return words.Say(lang, flows.Msg(code, "key", s.Key, "words", s.KeyWords.String()))
}
