package command

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"lotse/flows/run"
)

func newRedact(c *call) *cobra.Command {
	o := &whyOptions{call: c}
	return o.whyFlag(c.newVerb("redact RUN STEP.ITEM --why REASON", "Erases an answer from the log and the backups, for good", 2, 2, func(ctx context.Context, args []string) error {
		if err := o.reason("redact RUN STEP.ITEM"); err != nil {
			return err
		}
		s, err := o.resume(ctx, args[0])
		if err != nil {
			return err
		}
		at, err := parsePlace(args[1])
		if err != nil {
			return err
		}
		step, it, err := s.Resolve(at)
		if err != nil {
			return err
		}
		target := step.ID + "." + it.ID
		if err := o.sure(ctx, fmt.Sprintf("This erases every answer of %s in run %s for good, from the backups too.", target, s.ID()), "redact"); err != nil {
			return err
		}
		seqs, err := s.Redact(ctx, at, o.why)
		if err != nil {
			return err
		}
		o.talk("Erased from %d events; the chain stays intact.", len(seqs))
		return o.report(s, run.Outcome{})
	}))
}
