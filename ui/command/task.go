package command

import (
	"context"

	"github.com/spf13/cobra"

	"lotse/flows"
	"lotse/flows/run"
)

// tickOptions are the options of tick.
type tickOptions struct {
	*call
	evidence string
	note     string
}

func newTick(c *call) *cobra.Command {
	o := &tickOptions{call: c}
	cmd := c.newVerb("tick RUN STEP.TASK…", "cmd.short_tick", 2, -1, o.run)
	cmd.Flags().StringVar(&o.evidence, "evidence", "", c.text("cmd.flag_evidence"))
	cmd.Flags().StringVar(&o.note, "note", "", c.text("cmd.flag_note"))
	return c.headFlag(cmd)
}

// run ticks tasks off.
func (o *tickOptions) run(ctx context.Context, args []string) error {
	places, err := parsePlaces(args[1:])
	if err != nil {
		return err
	}
	return o.change(ctx, args[0], func(s *run.Session) ([]run.Command, error) {
		if err := refuseRows(s, places); err != nil {
			return nil, err
		}
		var file *run.File
		if o.evidence != "" {
			if err := resolveAll(s, places); err != nil {
				return nil, err
			}
			kept, err := o.keep(ctx, o.evidence, flows.MaxEvidence)
			if err != nil {
				return nil, err
			}
			file = &kept
		}
		var all []run.Command
		for _, p := range places {
			all = append(all, run.Tick{At: p, Evidence: file, Note: o.note})
		}
		return all, nil
	})
}

// resolveAll refuses what names nothing before a file is kept for it.
func resolveAll(s *run.Session, places []flows.Address) error {
	for _, p := range places {
		if _, _, err := s.Resolve(p); err != nil {
			return err
		}
	}
	return nil
}

// refuseRows refuses the row of a list, in which one of several tasks may be meant.
func refuseRows(s *run.Session, places []flows.Address) error {
	for _, p := range places {
		if _, it, err := s.Resolve(p.Whole()); err == nil && it.Kind == flows.KindList && p.Row != "" && p.Column == "" {
			return usage("cmd.name_task", "word", short(p.String()))
		}
	}
	return nil
}

func newUntick(c *call) *cobra.Command {
	return c.newVerb("untick RUN STEP.TASK…", "cmd.short_untick", 2, -1, func(ctx context.Context, args []string) error {
		places, err := parsePlaces(args[1:])
		if err != nil {
			return err
		}
		return c.change(ctx, args[0], func(s *run.Session) ([]run.Command, error) {
			if err := refuseRows(s, places); err != nil {
				return nil, err
			}
			var all []run.Command
			for _, p := range places {
				all = append(all, run.Untick{At: p})
			}
			return all, nil
		})
	})
}

// parsePlaces reads places.
func parsePlaces(args []string) ([]flows.Address, error) {
	var all []flows.Address
	for _, arg := range args {
		p, err := parsePlace(arg)
		if err != nil {
			return nil, err
		}
		all = append(all, p)
	}
	return all, nil
}
