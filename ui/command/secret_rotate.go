package command

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/flows/words"
	"lotse/ui/walk"
)

// rotateOptions are the options of secret rotate.
type rotateOptions struct {
	whyOptions
	users   []string // who uses the secret
	secret  bool     // the new value comes on stdin
	confirm bool
	in      []string // of confirm: where; empty: everywhere
	giveUp  bool
}

func newSecretRotate(c *call) *cobra.Command {
	o := &rotateOptions{whyOptions: whyOptions{call: c}}
	cmd := c.newVerb("rotate RUN FIELD", "cmd.short_secret_rotate", 2, 2, o.run)
	cmd.Long = c.text("cmd.long_secret_rotate")
	cmd.Example = "lotse secret rotate 7f3 client_secret --used-by ERP --used-by \"Web shop\"\n" +
		"lotse secret rotate 7f3 client_secret --secret-stdin < secret\n" +
		"lotse secret rotate 7f3 client_secret --confirm --in ERP\n" +
		"lotse secret rotate 7f3 client_secret --confirm"
	f := cmd.Flags()
	f.StringArrayVar(&o.users, "used-by", nil, c.text("cmd.flag_used_by"))
	f.BoolVar(&o.secret, "secret-stdin", false, c.text("cmd.flag_new_secret"))
	f.BoolVar(&o.confirm, "confirm", false, c.text("cmd.flag_confirm"))
	f.StringArrayVar(&o.in, "in", nil, c.text("cmd.flag_confirm_in"))
	f.BoolVar(&o.giveUp, "give-up", false, c.text("cmd.flag_give_up"))
	return o.whyFlag(cmd)
}

// run begins a rotation, goes on with it, confirms it or gives it up. Without a
// flag it asks on a terminal for what comes next.
func (o *rotateOptions) run(ctx context.Context, args []string) error {
	if err := o.fitting(); err != nil {
		return err
	}
	s, err := o.resume(ctx, args[0])
	if err != nil {
		return err
	}
	step, it, err := resolve(s, args[1])
	if err != nil {
		return err
	}
	if it.Action != nil && it.Action.Run == flows.RotateSecret { // it names its secret
		if step, it, err = s.Resolve(flows.At(it.Action.Of)); err != nil {
			return err
		}
	}
	at := flows.Address{Step: step.ID, Item: it.ID}
	commands, err := o.commands(ctx, s, at)
	if err != nil || len(commands) == 0 {
		return err
	}
	if err := o.apply(ctx, s, commands); err != nil {
		return err
	}
	o.tell(s, at)
	return nil
}

// fitting refuses flags that do not go together, and none at all where nobody
// can be asked.
func (o *rotateOptions) fitting() error {
	ways := 0
	for _, asked := range []bool{len(o.users) > 0 || o.secret, o.confirm, o.giveUp} {
		if asked {
			ways++
		}
	}
	switch {
	case ways > 1, ways == 0 && !o.canAsk():
		return usage("cmd.rotate_one")
	case len(o.in) > 0 && !o.confirm:
		return usage("cmd.rotate_in")
	case o.why != "" && !o.giveUp:
		return usage("cmd.rotate_why")
	}
	return nil
}

// commands are what the flags, or the person, ask for.
func (o *rotateOptions) commands(ctx context.Context, s *run.Session, at flows.Address) ([]run.Command, error) {
	r := s.View(o.Now()).Step(at.Step).Item(at.Item).Rotation
	switch {
	case o.confirm:
		return []run.Command{run.ConfirmRotation{At: at, Users: o.in}}, nil
	case o.giveUp:
		return []run.Command{run.GiveUpRotation{At: at, Why: o.why}}, nil
	case len(o.users) == 0 && !o.secret:
		return o.asked(ctx, s, at, r)
	}
	var all []run.Command
	if len(o.users) > 0 {
		all = append(all, run.BeginRotation{At: at, Users: o.users})
	}
	if !o.secret {
		return all, nil
	}
	secret, err := o.secretFrom(ctx, o.In, at.String())
	if err != nil {
		return nil, err
	}
	return o.withNew(ctx, s, at, all, secret)
}

// withNew adds the command that seals the new value.
func (o *rotateOptions) withNew(ctx context.Context, s *run.Session, at flows.Address, all []run.Command, secret run.Secret) ([]run.Command, error) {
	set, err := o.sealFor(ctx, s, at, secret)
	return append(all, set.InRotation()), err
}

// asked asks on the terminal for what the rotation needs next: who uses the
// secret and the new value, or where that works. An empty line leaves it.
func (o *rotateOptions) asked(ctx context.Context, s *run.Session, at flows.Address, r *run.RotationView) ([]run.Command, error) {
	w := &words.For(o.lang()).Rotate
	if r.Open() && r.State == run.RotationSealed {
		return o.askedWhere(ctx, w, at, r)
	}
	var all []run.Command
	if !r.Open() {
		names, err := o.askLine(ctx, w.AskUsers)
		if err != nil || names == "" {
			return nil, err
		}
		begin := run.BeginRotation{At: at, Users: walk.UserNames(names)}
		if _, err := s.Do(false, begin); err != nil { // before a secret is asked for
			return nil, err
		}
		if err := o.flush(ctx, s); err != nil {
			return nil, err
		}
		all = append(all, begin) // it is there now, and changes nothing more
	}
	secret, err := o.ask(ctx, w.AskSecret)
	if err != nil || len(secret.Reveal()) == 0 {
		return all, err
	}
	return o.withNew(ctx, s, at, all, secret)
}

// askedWhere asks where the new value works.
func (o *rotateOptions) askedWhere(ctx context.Context, w *words.Rotate, at flows.Address, r *run.RotationView) ([]run.Command, error) {
	left := r.Left()
	for i, name := range left {
		fmt.Fprintln(o.Err, flows.CleanLine(fmt.Sprintf(w.Numbered, i+1, name)))
	}
	text, err := o.askLine(ctx, w.AskWhere)
	switch {
	case err != nil || text == "":
		return nil, err
	case strings.EqualFold(text, w.All):
		return []run.Command{run.ConfirmRotation{At: at, New: r.New.ID}}, nil
	case strings.EqualFold(text, w.GiveUpWord):
		return []run.Command{run.GiveUpRotation{At: at}}, nil
	case strings.EqualFold(text, w.AgainWord):
		return nil, usage("cmd.rotate_again")
	}
	users, unknown := walk.ChosenUsers(text, left)
	if unknown != "" {
		return nil, usage("cmd.rotate_nobody", "word", short(unknown), "users", left)
	}
	return []run.Command{run.ConfirmRotation{At: at, Users: users, New: r.New.ID}}, nil
}

// askLine asks for a line on the terminal.
func (o *rotateOptions) askLine(ctx context.Context, prompt string) (string, error) {
	fmt.Fprintf(o.Err, "%s: ", flows.CleanLine(prompt))
	line, err := waiting(ctx, func() (string, error) { return readLine(o.In) })
	return strings.TrimSpace(line), err
}

// tell says beside the data how the rotation stands.
func (o *rotateOptions) tell(s *run.Session, at flows.Address) {
	v := s.View(o.Now())
	r := v.Step(at.Step).Item(at.Item).Rotation
	switch {
	case r == nil:
		return
	case r.State == run.RotationGivenUp:
		o.talk("dialogue.rotation_given_up")
	case r.State == run.RotationConfirmed && r.Pending:
		o.talk("cmd.rotated_stays")
	case r.State == run.RotationConfirmed:
		o.talk("cmd.rotated")
	case r.State == run.RotationBegun:
		o.talk("cmd.rotate_new")
	default:
		for _, p := range r.Problems {
			o.talk("dialogue.rotation_doubt", "text", p.Message)
		}
		o.talk("dialogue.rotation_left", "users", r.Left())
	}
}

// rotationShape is the last rotation of a secret.
type rotationShape struct {
	State     run.RotationState `json:"state"`
	Begun     string            `json:"begun"`
	Ended     *string           `json:"ended"`
	Users     []userShape       `json:"users"`
	Old       *sealedShape      `json:"old"`
	New       *sealedShape      `json:"new"`
	Destroyed bool              `json:"destroyed"` // nothing is left of what it made useless
}

type userShape struct {
	Name      string  `json:"name"`
	Confirmed *string `json:"confirmed"`
}

type sealedShape struct {
	Fingerprint string `json:"fingerprint"`
	At          string `json:"at"`
}

// actionItem is an action, with what has come of it.
type actionItem struct {
	plainItem
	Rotation *rotationShape `json:"rotation,omitempty"`
}

// withAction is an item without an answer; an action has its rotation.
func withAction(it plainItem, v *run.ItemView) any {
	if v.Item.Action == nil {
		return it
	}
	return actionItem{plainItem: it, Rotation: rotationOf(v.Rotation)}
}

// rotationOf is a rotation as JSON has it; nil where there was none.
func rotationOf(r *run.RotationView) *rotationShape {
	if r == nil {
		return nil
	}
	s := &rotationShape{
		State: r.State, Begun: stamp(r.Begun), Users: []userShape{}, Old: sealedOf(r.Old), New: sealedOf(r.New),
		Destroyed: !r.Open() && !r.Pending,
	}
	if r.Ended != nil {
		ended := stamp(*r.Ended)
		s.Ended = &ended
	}
	for _, u := range r.Users {
		shape := userShape{Name: u.Name}
		if u.Confirmed != nil {
			when := stamp(*u.Confirmed)
			shape.Confirmed = &when
		}
		s.Users = append(s.Users, shape)
	}
	return s
}

func sealedOf(s run.SealedView) *sealedShape {
	if s.ID == "" {
		return nil
	}
	return &sealedShape{Fingerprint: s.Fingerprint, At: stamp(s.At)}
}
