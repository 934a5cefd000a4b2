package command

import (
	"context"
	"errors"
	"strconv"

	"github.com/spf13/cobra"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/ui/outside"
)

// moveOptions are the options of move.
type moveOptions struct {
	*call
	to     string
	dryRun bool
	all    bool
}

func newMove(c *call) *cobra.Command {
	o := &moveOptions{call: c}
	cmd := c.newVerb("move RUN|--all PROCEDURE [--to VERSION] [--dry-run]", "cmd.short_move", 1, 1, o.run)
	cmd.Long = c.text("cmd.long_move")
	cmd.Example = "lotse move 7f3 --dry-run\nlotse move 7f3 --yes\nlotse move 7f3 --to 1 --yes\nlotse move --all teccom-import --dry-run"
	cmd.Flags().StringVar(&o.to, "to", "", c.text("cmd.flag_move_to"))
	cmd.Flags().BoolVar(&o.dryRun, "dry-run", false, c.text("cmd.flag_move_dry"))
	cmd.Flags().BoolVar(&o.all, "all", false, c.text("cmd.flag_move_all"))
	return cmd
}

func (o *moveOptions) run(ctx context.Context, args []string) error {
	if o.all {
		return o.moveAll(ctx, args[0])
	}
	s, err := o.resume(ctx, args[0])
	if err != nil {
		return err
	}
	to, err := o.target(s)
	if err != nil {
		return err
	}
	m, err := s.Moving(to)
	if err != nil {
		return err
	}
	shape := moveOf(s, m, to, o.Now())
	switch {
	case m == nil, o.dryRun:
		return o.print(shape)
	}
	if yes, err := o.agreed(ctx, m.Asks(), shape); err != nil || !yes {
		return errors.Join(err, o.unmoved(shape))
	}
	if err := o.moveOne(ctx, s, to); err != nil {
		return err
	}
	shape.Moved = true
	return o.print(shape)
}

// agreed reports whether a move may be done: what has to be looked at again, or has
// no place, needs a word of a person.
func (o *moveOptions) agreed(ctx context.Context, asks bool, s shape) (bool, error) {
	if o.flags.yes || !asks {
		return true, nil
	}
	if !o.interactive() {
		return false, nil
	}
	page := &sheet{lang: o.lang(), now: o.Now()}
	s.lines(page)
	return o.confirm(ctx, page.String(), "yes")
}

// unmoved shows what a move would do that nobody has confirmed.
func (o *moveOptions) unmoved(s shape) error {
	if err := o.print(s); err != nil {
		return err
	}
	o.talk("cmd.say_yes")
	return status(exitNotComplete)
}

// moveOne moves a run, on top of what others have written meanwhile.
func (o *moveOptions) moveOne(ctx context.Context, s *run.Session, to *flows.Procedure) error {
	if _, err := s.Do(true, run.Move{To: to}); err != nil {
		return err
	}
	return o.flush(ctx, s)
}

// target is the version to which a run is to be moved: that of the library, or the
// one that is named by its number or by where it is.
func (o *moveOptions) target(s *run.Session) (*flows.Procedure, error) {
	v := s.View(o.Now())
	number, err := strconv.Atoi(o.to)
	switch {
	case o.to == "":
		return outside.Installed(o.Library, v)
	case err != nil:
		return o.procedure(o.to)
	}
	p, versions := outside.Target(append(outside.Targets(o.Library, s.Versions(), v), s.Procedure()), number)
	if p == nil {
		return nil, notFound("cmd.move_no_version", "version", number, "procedure", v.Procedure, "versions", versions)
	}
	return p, nil
}

// moveAll moves all running runs of a procedure, each by itself, and goes on after
// one that cannot be moved.
func (o *moveOptions) moveAll(ctx context.Context, name string) error {
	if o.to != "" {
		return usage("cmd.move_all_to")
	}
	to, err := o.procedure(name)
	if err != nil {
		return err
	}
	plan, err := o.movesTo(ctx, to)
	if err != nil {
		return err
	}
	if o.dryRun {
		return o.movedAll(plan)
	}
	if yes, err := o.agreed(ctx, plan.asks(), plan); err != nil || !yes {
		return errors.Join(err, o.unmoved(plan))
	}
	plan.DryRun = false
	for i := range plan.Runs {
		if r := &plan.Runs[i]; r.Why == "" {
			o.moveNext(ctx, r, to)
		}
	}
	return o.movedAll(plan)
}

// movedAll prints what was moved; that some were not is for whoever called.
func (o *moveOptions) movedAll(plan *moveAllShape) error {
	plan.count()
	if err := o.print(plan); err != nil {
		return err
	}
	if plan.NotMoved > 0 {
		return status(exitNotComplete)
	}
	return nil
}

// moveNext moves one of many runs, or notes why not.
func (o *moveOptions) moveNext(ctx context.Context, r *moveRunShape, to *flows.Procedure) {
	s, err := o.resume(ctx, r.Run)
	if err == nil {
		err = o.moveOne(ctx, s, to)
	}
	if r.Moved = err == nil; err != nil {
		r.Why = o.why(err)
	}
}

// movesTo says what a move to a version does to each running run of its procedure
// that is at another one.
func (o *moveOptions) movesTo(ctx context.Context, to *flows.Procedure) (*moveAllShape, error) {
	a, err := o.open(ctx)
	if err != nil {
		return nil, err
	}
	shape := &moveAllShape{Version: 1, Procedure: to.ID, To: editionOf(run.Edition{Version: to.Version, Digest: to.Digest}), DryRun: true, Runs: []moveRunShape{}}
	for q := (run.Query{Status: []run.Status{run.StatusOpen, run.StatusWaiting}, Order: run.ByProcedure, Limit: 500}); ; {
		page, err := a.Headers(ctx, q)
		if err != nil {
			return nil, err
		}
		for i := range page.Runs {
			h := &page.Runs[i]
			if h.Procedure != to.ID || h.Digest == to.Digest {
				continue
			}
			if r, of := o.moveOfRun(ctx, h, to); of {
				shape.Runs = append(shape.Runs, r)
			}
		}
		if q.After = page.Next; q.After == "" {
			return shape, nil
		}
	}
}

// moveOfRun says what a move does to one of many runs; not to that of a procedure
// which only has the same id, in another pack.
func (o *moveOptions) moveOfRun(ctx context.Context, h *run.Header, to *flows.Procedure) (r moveRunShape, of bool) {
	r = moveRunShape{Run: h.ID, Customer: h.Customer.Name, From: editionOf(run.Edition{Version: h.ProcedureVersion, Digest: h.Digest})}
	s, err := o.resume(ctx, h.ID)
	var m *run.Moving
	if err == nil && s.View(o.Now()).Provenance.Pack != to.Provenance.Pack {
		return r, false
	}
	if err == nil {
		m, err = s.Moving(to)
	}
	switch {
	case err != nil:
		r.Why = o.why(err)
	case m != nil:
		r.moveCounts, r.asks = countsOf(m), m.Asks()
	}
	return r, true
}
