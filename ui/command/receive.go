package command

import (
	"context"
	"errors"

	"github.com/spf13/cobra"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/flows/words"
	"lotse/ui/outside"
)

// receiveOptions are the options of receive.
type receiveOptions struct {
	*call
	dry     bool
	secrets bool
	fd      int
}

func newReceive(c *call) *cobra.Command {
	o := &receiveOptions{call: c}
	cmd := c.newVerb("receive FILE", "cmd.short_receive", 1, 1, o.run)
	cmd.Long = c.text("cmd.long_receive")
	cmd.Example = "lotse receive muster.lotse\nlotse receive muster.lotse --yes --secrets"
	f := cmd.Flags()
	f.BoolVar(&o.dry, "dry-run", false, c.text("cmd.flag_dry_receive"))
	f.BoolVar(&o.secrets, "secrets", false, c.text("cmd.flag_and_secrets"))
	f.IntVar(&o.fd, "passphrase-fd", -1, c.text("cmd.flag_passphrase"))
	return cmd
}

// run shows what is in a file and, once it is confirmed, takes it in.
func (o *receiveOptions) run(ctx context.Context, args []string) (err error) {
	a, err := o.open(ctx)
	if err != nil {
		return err
	}
	env, err := o.env(ctx)
	if err != nil {
		return err
	}
	r, err := outside.OpenCapsule(ctx, a, env, o.load, args[0])
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, r.Close()) }()
	shape := o.shapeOf(ctx, args[0], env.By, r)
	if o.dry {
		return o.print(shape)
	}
	if !o.flags.json {
		if err := o.print(shape); err != nil {
			return err
		}
	}
	if r.IsNews() || o.secrets && r.TakesSecrets() {
		if err := o.takeIn(ctx, r, env, &shape); err != nil {
			return err
		}
	}
	if o.flags.json {
		return o.print(shape)
	}
	return nil
}

// takeIn takes it in, once that is confirmed.
func (o *receiveOptions) takeIn(ctx context.Context, r *outside.Arrival, env run.Env, shape *receiveShape) error {
	if err := o.confirmed(ctx); err != nil {
		return err
	}
	var secrets []run.Sealed
	if r.Relation != run.CopyDiverged {
		if err := r.NoteFingerprints(ctx, o.archive.Vault()); err != nil {
			return err
		}
	}
	if o.secrets && r.TakesSecrets() {
		var err error
		if secrets, err = o.opened(ctx, r); err != nil {
			return err
		}
	}
	if err := r.TakeIn(ctx, o.archive, env, o.load, secrets); err != nil {
		return err
	}
	shape.Taken, shape.Kept = true, len(secrets)
	if r.Relation == run.CopyDiverged {
		o.talk("cmd.received_fork", "run", r.Run.ID)
		return nil
	}
	o.talk("cmd.received", "run", r.Run.ID)
	if len(secrets) > 0 {
		o.talk("cmd.received_secrets", "n", len(secrets))
	}
	return nil
}

// confirmed asks whether to take it in; --yes says so where nobody can be asked.
func (o *receiveOptions) confirmed(ctx context.Context) error {
	switch {
	case o.flags.yes:
		return nil
	case !o.canAsk():
		return flows.Refuse(errNotConfirmed, nil, "cmd.receive_yes")
	}
	typed, err := o.confirm(ctx, o.text("cmd.ask_receive"), "receive")
	if err == nil && !typed {
		err = flows.Refuse(errNotConfirmed, nil, "cmd.not_confirmed")
	}
	return err
}

// needsPassphrase is the code of the refusal to open what is sealed under a
// passphrase, where none was given.
const needsPassphrase = "vault.hand_over_passphrase"

// opened opens the secrets, with the own key or a passphrase, which is asked for
// where it was not given.
func (o *receiveOptions) opened(ctx context.Context, r *outside.Arrival) ([]run.Sealed, error) {
	var passphrase run.Secret
	var err error
	if o.fd >= 0 {
		if passphrase, err = o.passphraseFrom(ctx, o.fd); err != nil {
			return nil, err
		}
	}
	secrets, err := r.OpenSecrets(ctx, o.archive, passphrase)
	var refused *flows.Refusal
	if !errors.As(err, &refused) || refused.Message.Code != needsPassphrase || !o.canAsk() {
		return secrets, err
	}
	if passphrase, err = o.ask(ctx, o.text("cmd.ask_opens")); err != nil {
		return nil, err
	}
	return r.OpenSecrets(ctx, o.archive, passphrase)
}

// receiveShape is what receive prints: the run as it is in the file, and how it
// stands to the one here.
type receiveShape struct {
	Version  int          `json:"version"`
	Run      runShape     `json:"run"`
	Capsule  capsuleShape `json:"capsule"`
	Own      bool         `json:"own"`      // the key is, or was, this installation's
	Brief    []string     `json:"brief"`    // what there is to know of it
	Relation run.Relation `json:"relation"` //
	Since    int64        `json:"since"`    // the newest event that both have
	Ours     int64        `json:"ours"`     // events of the run here
	Erases   int          `json:"erases"`   // events here that lose their data by it
	Known    bool         `json:"known"`    // this fork is kept already
	Holds    bool         `json:"holds"`    // the run here is kept in it as a fork
	Taken    bool         `json:"taken"`
	Kept     int          `json:"secrets_kept"`

	status, title string
	origin        flows.Message
}

func (o *receiveOptions) shapeOf(ctx context.Context, path, me string, r *outside.Arrival) receiveShape {
	v := r.Copy.View(o.Now())
	s := receiveShape{
		Version: 1, Run: runOf(&v.Header), Capsule: capsuleOf(path, r.Manifest, r.Sum, r.Size, r.Signature.Key),
		Own: o.owns(ctx, r.Signature.Key), Brief: []string{}, Relation: r.Relation, Since: r.Since, Ours: r.Ours, Known: r.Known, Holds: r.Holds,
		status: words.For(o.lang()).Status(string(v.Status)), title: v.Title, origin: v.Provenance.Message(),
	}
	for _, m := range run.Brief(v, r.Copy.Events(), me, o.Now()) {
		s.Brief = append(s.Brief, words.Say(o.lang(), m))
	}
	if r.Relation == run.CopyAhead {
		s.Erases = len(r.Copy.Erases(r.Since))
	}
	return s
}

func (s receiveShape) lines(p *sheet) {
	p.mark(s.Run.Mode)
	p.say("cmd.receive_head", "customer", s.Run.Customer.Name, "procedure", s.title, "version", s.Run.ProcedureVersion, "status", s.status)
	if !s.origin.IsZero() {
		p.say("source.described", "origin", s.origin)
	}
	p.say("cmd.receive_from", "by", flows.Short(s.Capsule.By), "at", p.time(s.Capsule.At), "n", s.Capsule.Events, "files", s.Capsule.Files)
	s.Capsule.gaps(p)
	p.line("%s", s.Capsule.signedLine(p.lang, s.Own))
	p.say("cmd.capsule_words", "words", s.Capsule.Words.String())
	p.say("cmd.receive_compare")
	for _, line := range s.Brief {
		p.line("%s", line)
	}
	s.standing(p)
	if s.Erases > 0 {
		p.say("cmd.receive_erases", "n", s.Erases)
	}
	if n := len(s.Capsule.Secrets); n > 0 {
		p.say("cmd.receive_sealed", "n", n)
	}
}

// standing says how the run in the file stands to the one here.
func (s *receiveShape) standing(p *sheet) {
	switch s.Relation {
	case run.CopyNew:
		p.say("cmd.receive_new")
	case run.CopySame:
		p.say("cmd.receive_same")
	case run.CopyAhead:
		p.say("cmd.receive_ahead", "n", s.Capsule.Events-s.Since)
	case run.CopyBehind:
		p.say("cmd.receive_behind", "n", s.Ours-s.Since)
	case run.CopyDiverged:
		switch {
		case s.Holds:
			p.say("cmd.receive_holds", "run", s.Run.ID)
		case s.Known:
			p.say("cmd.receive_known")
		default:
			p.say("cmd.receive_diverged", "since", s.Since, "ours", s.Ours-s.Since, "theirs", s.Capsule.Events-s.Since)
		}
	}
}
