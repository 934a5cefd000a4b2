package command

import (
	"context"

	"github.com/spf13/cobra"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/ui/outside"
)

func newRedact(c *call) *cobra.Command {
	o := &whyOptions{call: c}
	return o.whyFlag(c.newVerb("redact RUN STEP[.ITEM] --why REASON", "cmd.short_redact", 2, 2, func(ctx context.Context, args []string) error {
		if err := o.needed("redact RUN STEP.ITEM"); err != nil {
			return err
		}
		s, err := o.resume(ctx, args[0])
		if err != nil {
			return err
		}
		at, err := o.erasable(s, args[1])
		if err != nil {
			return err
		}
		ask := "cmd.ask_redact"
		if o.onServer() {
			ask = "cmd.ask_redact_server"
		}
		if err := o.sure(ctx, o.text(ask, "item", at.Whole(), "run", s.ID()), "redact"); err != nil {
			return err
		}
		seqs, err := s.Redact(ctx, at, o.why)
		if err != nil {
			return err
		}
		if err := outside.ForgetOpened(o.Now()); err != nil {
			return err
		}
		o.talk("cmd.redacted", "n", len(seqs))
		return o.report(s, run.Outcome{})
	}))
}

// erasable is a place of a run, or what has none any more.
func (c *call) erasable(s *run.Session, arg string) (flows.Address, error) {
	at, err := place(s, arg)
	if err == nil {
		return at, nil
	}
	for _, p := range s.View(c.Now()).Placeless {
		if p.At.String() == arg || p.At.Whole().String() == arg {
			return p.At.Whole(), nil
		}
	}
	return at, err
}
