package command

import (
	"context"
	"errors"
	"strings"
	"sync"

	"github.com/spf13/cobra"

	"lotse/flows"
	"lotse/flows/check"
	"lotse/flows/run"
	"lotse/ui/outside"
)

func newCheck(c *call) *cobra.Command {
	o := &mapOptions{call: c}
	var hosts []string
	cmd := c.newVerb("check RUN [STEP[.CHECK]]", "cmd.short_check", 1, 2, func(ctx context.Context, args []string) error {
		s, err := c.resume(ctx, args[0])
		if err != nil {
			return err
		}
		place := ""
		if len(args) == 2 {
			place = args[1]
		}
		if o.given() {
			if done, err := o.apply(ctx, s, place); done || err != nil {
				return err
			}
		}
		return o.check(ctx, s, place, hosts)
	})
	cmd.Long = c.text("cmd.long_check")
	cmd.Example = "lotse check 7f3\nlotse check 7f3 customers.match --map left.code=Asno --map left.name=Nimi1"
	o.flags(cmd)
	cmd.Flags().StringArrayVar(&hosts, "to-host", nil, c.text("cmd.flag_to_host"))
	return cmd
}

// check runs the checks at a place, saves the results and prints them. Their
// secrets may go to hosts.
func (o *mapOptions) check(ctx context.Context, s *run.Session, place string, hosts []string) error {
	c := o.call
	targets, err := c.checksAt(s, place)
	if err != nil {
		return err
	}
	if err := c.allowHosts(s, targets, hosts); err != nil {
		return err
	}
	records, err := c.runChecks(ctx, s, targets)
	if err != nil {
		return err
	}
	if len(records) > 0 {
		// A result is a fact: it needs no confirming, whatever follows from it.
		if _, err := s.Do(true, records...); err != nil {
			return err
		}
		if err := c.flush(ctx, s); err != nil {
			return err
		}
	}
	if err := o.offer(ctx, s, records); err != nil {
		return err
	}
	return c.printChecks(s, records)
}

func (c *call) printChecks(s *run.Session, records []run.Command) error {
	shape := checksShape{Version: 1, Mode: s.View(c.Now()).Mode, Checks: []checkShape{}}
	bad := false
	for _, record := range records {
		r := record.(run.RecordCheck)
		step, it, err := s.Resolve(r.At)
		if err != nil {
			return err
		}
		one := checkOf(s.Procedure().Lang, it.Check.Run, r.Result)
		one.Step, one.Item = step.ID, it.ID
		bad = bad || one.bad()
		shape.Checks = append(shape.Checks, one)
		c.sayHosts(&r.Result)
	}
	if err := c.print(shape); err != nil {
		return err
	}
	if len(records) == 0 {
		c.talk("cmd.no_check_now")
	}
	if bad {
		return status(exitFailed)
	}
	return nil
}

// checksAt lists the checks that a place names: of the whole run, of a step, or
// one. One that is named has to apply.
func (c *call) checksAt(s *run.Session, place string) ([]flows.Address, error) {
	view := s.View(c.Now())
	at, ok := flows.ParseStep(place)
	if rows := rowsOfCheck(s, view, at); rows != nil {
		return rows, nil
	}
	if ok && at.Item != "" {
		return oneCheck(s, view, at)
	}
	if place != "" && view.Step(place) == nil {
		return nil, notFound("cmd.no_step", "procedure", s.Procedure().ID, "step", short(place), "steps", names(s.Procedure().Steps, stepID))
	}
	var targets []flows.Address
	for i := range view.Steps {
		sv := &view.Steps[i]
		if place != "" && place != sv.Step.ID {
			continue
		}
		for j := range sv.Items {
			if iv := &sv.Items[j]; iv.Item.Kind == flows.KindCheck && iv.State == run.Applies {
				targets = append(targets, flows.Address{Step: sv.Step.ID, Item: iv.Item.ID})
			}
		}
	}
	return targets, nil
}

// rowsOfCheck are the rows of a check that repeats and is named without one; nil of
// anything else.
func rowsOfCheck(s *run.Session, view *run.View, at flows.Address) (rows []flows.Address) {
	step, it, err := s.Resolve(at)
	if err != nil || it.Kind != flows.KindCheck || !it.Repeats() || at.Row != "" {
		return nil
	}
	sv := view.Step(step.ID)
	for i := range sv.Items {
		if iv := &sv.Items[i]; iv.Of == it.ID && iv.Row != "" && iv.State == run.Applies {
			rows = append(rows, flows.Address{Step: step.ID, Item: iv.Item.ID})
		}
	}
	return rows
}

func oneCheck(s *run.Session, view *run.View, t flows.Address) ([]flows.Address, error) {
	step, it, err := s.ResolveOne(t)
	if err != nil {
		return nil, err
	}
	if it.Kind != flows.KindCheck {
		return nil, usage("refuse.other_kind", "item", t, "is", kindOf(it), "want", flows.Msg("kind.check"))
	}
	if iv := view.Step(step.ID).Item(it.ID); iv.State != run.Applies {
		return nil, flows.Refuse(flows.ErrBlocked, flows.Address{Step: step.ID, Item: it.ID}, "refuse.not_now", "item", t)
	}
	return []flows.Address{{Step: step.ID, Item: it.ID}}, nil
}

// network is what checks ask.
func (c *call) network(ctx context.Context) (*outside.Network, error) {
	ca, err := c.setting(ctx, "ca")
	if err != nil {
		return nil, err
	}
	off, err := c.offline(ctx)
	if err != nil {
		return nil, err
	}
	return &outside.Network{Getenv: c.Getenv, Now: c.Now, CA: ca, Off: off, Store: c.archive}, nil
}

// offline reports whether nothing real is to be asked: by the environment, which
// holds whatever is set, or by the setting, where there is a database; none is
// made for it.
func (c *call) offline(ctx context.Context) (bool, error) {
	if strings.EqualFold(strings.TrimSpace(c.Getenv("LOTSE_NETWORK")), "off") {
		return true, nil
	}
	if c.archive == nil {
		if !c.hasStore() {
			return false, nil // without a database nothing is set
		}
	}
	network, err := c.setting(ctx, "network")
	return network == "off", err
}

// mostChecks is how many checks run side by side: one may be there for every row of
// a list.
const mostChecks = 8

// runChecks runs checks side by side and gives their results in order.
func (c *call) runChecks(ctx context.Context, s *run.Session, targets []flows.Address) ([]run.Command, error) {
	network, err := c.network(ctx)
	if err != nil {
		return nil, err
	}
	defer network.Close() //nolint:errcheck // the portals of a rehearsal, which hold nothing
	runner := check.NewRunner(check.EnvOf(c.archive, c.Now, network.For))
	records, errs := make([]run.Command, len(targets)), make([]error, len(targets))
	mode := s.View(c.Now()).Mode
	if err := c.unlockFor(ctx, s, mode, targets); err != nil {
		return nil, err
	}
	var wg sync.WaitGroup
	free := make(chan struct{}, mostChecks)
	for i, t := range targets {
		free <- struct{}{}
		wg.Go(func() {
			records[i], errs[i] = runner.Record(ctx, s, mode, t, nil)
			<-free
		})
	}
	wg.Wait()
	return records, errors.Join(errs...)
}
