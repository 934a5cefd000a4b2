package command

import (
	"context"
	"strings"

	"github.com/spf13/cobra"

	"lotse/flows/run"
)

// one makes a decision that does not depend on how the run stands.
func one(command run.Command) decide {
	return func(*run.Session) ([]run.Command, error) { return []run.Command{command}, nil }
}

// whyOptions are the options of what takes a reason.
type whyOptions struct {
	*call
	why string
}

// whyFlag adds --why.
func (o *whyOptions) whyFlag(cmd *cobra.Command) *cobra.Command {
	cmd.Flags().StringVar(&o.why, "why", "", "the REASON, as it stands in the log")
	return cmd
}

// reason refuses a call without a reason.
func (o *whyOptions) reason(what string) error {
	if strings.TrimSpace(o.why) == "" {
		return usagef("Say why: lotse %s --why REASON.", what)
	}
	return nil
}

func newAccept(c *call) *cobra.Command {
	o := &whyOptions{call: c}
	return o.whyFlag(c.newVerb("accept RUN STEP.PROBLEM --why REASON", "Accepts a problem; PROBLEM is its id in show", 2, 2, func(ctx context.Context, args []string) error {
		step, problem, found := strings.Cut(args[1], ".")
		if !found || problem == "" {
			return usagef("%q names no problem: write STEP.ITEM.CODE, or STEP.LIST[ROW].COLUMN.CODE.", short(args[1]))
		}
		if err := o.reason("accept RUN STEP.PROBLEM"); err != nil {
			return err
		}
		return o.change(ctx, args[0], one(run.Accept{Step: step, Problem: problem, Why: o.why}))
	}))
}

func newNote(c *call) *cobra.Command {
	return c.newVerb("note RUN STEP TEXT…", "Puts a remark on record", 3, -1, func(ctx context.Context, args []string) error {
		return c.change(ctx, args[0], one(run.Note{Step: args[1], Text: strings.Join(args[2:], " ")}))
	})
}

func newUndo(c *call) *cobra.Command {
	return c.newVerb("undo RUN", "Takes back the last answer, tick or skip of an open step", 1, 1, func(ctx context.Context, args []string) error {
		return c.change(ctx, args[0], one(run.Undo{}))
	})
}

func newDone(c *call) *cobra.Command {
	return c.newVerb("done RUN STEP", "Completes a step", 2, 2, func(ctx context.Context, args []string) error {
		return c.change(ctx, args[0], one(run.Complete{Step: args[1]}))
	})
}

func newSkip(c *call) *cobra.Command {
	o := &whyOptions{call: c}
	return o.whyFlag(c.newVerb("skip RUN STEP --why REASON", "Leaves a step undone, with a reason", 2, 2, func(ctx context.Context, args []string) error {
		if err := o.reason("skip RUN STEP"); err != nil {
			return err
		}
		return o.change(ctx, args[0], one(run.Skip{Step: args[1], Why: o.why}))
	}))
}

func newReopen(c *call) *cobra.Command {
	o := &whyOptions{call: c}
	return o.whyFlag(c.newVerb("reopen RUN STEP", "Opens a step again, and a run that was given up with it", 2, 2, func(ctx context.Context, args []string) error {
		return o.change(ctx, args[0], one(run.Reopen{Step: args[1], Why: o.why}))
	}))
}

func newLang(c *call) *cobra.Command {
	return c.newVerb("lang RUN LANGUAGE", "Changes the language of a run", 2, 2, func(ctx context.Context, args []string) error {
		return c.change(ctx, args[0], one(run.SetLanguage{Lang: args[1]}))
	})
}

// endOptions are the options of end.
type endOptions struct {
	whyOptions
	outcome string
}

func newEnd(c *call) *cobra.Command {
	o := &endOptions{whyOptions: whyOptions{call: c}}
	cmd := c.newVerb("end RUN --outcome OUTCOME --why REASON", "Gives a run up, with a reason", 1, 1, func(ctx context.Context, args []string) error {
		if strings.TrimSpace(o.outcome) == "" {
			return usagef("Say what came of it: lotse end RUN --outcome OUTCOME --why REASON.")
		}
		if err := o.reason("end RUN --outcome OUTCOME"); err != nil {
			return err
		}
		return o.change(ctx, args[0], one(run.Abandon{Outcome: o.outcome, Why: o.why}))
	})
	cmd.Flags().StringVar(&o.outcome, "outcome", "", "what came of it, in a WORD")
	return o.whyFlag(cmd)
}
