package command

import (
	"cmp"
	"context"
	"errors"
	"maps"
	"slices"

	"github.com/spf13/cobra"

	"lotse/flows"
	"lotse/flows/document"
	"lotse/flows/run"
	"lotse/ui/outside"
)

// copyOptions are the options of copy.
type copyOptions struct {
	*call
	from, to string
	dry      bool
}

func newCopy(c *call) *cobra.Command {
	o := &copyOptions{call: c}
	cmd := c.newVerb("copy --from PLACE --to PLACE", "cmd.short_copy", 0, 0, o.run)
	cmd.Long = c.text("cmd.long_copy")
	cmd.Example = "lotse copy --from lotse.db --to postgres://db.example.org/lotse\nlotse copy --from postgres://db.example.org/lotse --to mine.db --dry-run"
	f := cmd.Flags()
	f.StringVar(&o.from, "from", "", c.text("cmd.flag_copy_from"))
	f.StringVar(&o.to, "to", "", c.text("cmd.flag_copy_to"))
	f.BoolVar(&o.dry, "dry-run", false, c.text("cmd.flag_dry_copy"))
	return cmd
}

// run copies all of one store into another. That is the store of the call; the other
// is opened by a call of its own.
func (o *copyOptions) run(ctx context.Context, _ []string) (err error) {
	if o.from == "" && o.to == "" {
		return usage("cmd.copy_places")
	}
	source := newCall(o.Program)
	source.flags, source.ifHead = o.flags, o.ifHead
	source.flags.db = cmp.Or(o.from, o.path())
	if !source.hasStore() {
		return notFound("cmd.copy_no_store", "place", flows.CleanLine(source.path()))
	}
	from, err := source.open(ctx)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, source.close(ctx)) }()
	t := outside.Transfer{From: from, Env: run.Env{Now: o.Now, Random: o.Random, Show: document.Show}, Load: o.load, Trial: o.dry}
	o.flags.db = cmp.Or(o.to, o.path())
	if !o.dry || o.hasStore() {
		if t.To, err = o.open(ctx); err != nil {
			return err
		}
		if t.To.Path() == from.Path() {
			return usage("cmd.copy_same", "place", from.Path())
		}
	}
	return o.copyAll(ctx, &t)
}

// copyAll copies, with a line of progress, and says what was done.
func (o *copyOptions) copyAll(ctx context.Context, t *outside.Transfer) error {
	p := o.progress()
	t.Tell = p.copying
	done, err := t.Do(ctx)
	p.end()
	if err != nil {
		if written := done.Relations[run.CopyNew] + done.Relations[run.CopyAhead]; written > 0 && !t.Trial {
			o.talk("cmd.copy_stopped", "n", written)
		}
		return err
	}
	shape := o.transferOf(&done)
	shape.From, shape.To = t.From.Path(), o.path()
	if t.To != nil {
		shape.To = t.To.Path()
	}
	shape.Secrets = sealersOf(ctx, t, &done)
	if err := o.print(shape); err != nil {
		return err
	}
	return exitOfStayed(done.Stayed)
}

// copying is told how many runs of how many are copied.
func (p *progressLine) copying(done, total int, customer string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.draw(p.text("cmd.copying", "n", done, "all", total, "customer", flows.CleanLine(customer)))
}

// exitOfStayed ends the call as failed where something was refused, and as a conflict
// where runs went on both ways.
func exitOfStayed(all []outside.Stayed) error {
	exit := exitDone
	for _, s := range all {
		switch s.Kind {
		case "":
		case flows.ErrConflict:
			exit = max(exit, exitConflict)
		default:
			return status(exitFailed)
		}
	}
	if exit != exitDone {
		return status(exit)
	}
	return nil
}

// sealersOf says whose key opens the secrets that were copied.
func sealersOf(ctx context.Context, t *outside.Transfer, done *outside.Transferred) []sealerShape {
	all := []sealerShape{}
	for _, by := range slices.Sorted(maps.Keys(done.Secrets)) {
		s := sealerShape{By: by, N: done.Secrets[by]}
		if by == "" {
			s.Key = recipientOf(ctx, t.From)
			s.OpensThere = s.Key != "" && t.To != nil && s.Key == recipientOf(ctx, t.To)
		}
		all = append(all, s)
	}
	return all
}

// recipientOf is the public key of whoever has a store open; "" where there is none,
// or none can be read: what is said of it then holds, too.
func recipientOf(ctx context.Context, a run.Archive) string {
	state, err := a.Vault().State(ctx)
	if err != nil {
		return ""
	}
	return state.Recipient
}
