package command

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"lotse/flows/run"
	"lotse/flows/words"
	"lotse/ui/walk"
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
	cmd.Flags().StringVar(&o.why, "why", "", o.text("cmd.flag_why"))
	return cmd
}

// needed refuses a call without a reason.
func (o *whyOptions) needed(what string) error {
	if strings.TrimSpace(o.why) == "" {
		return usage("cmd.say_why", "use", words.Usage(o.lang(), what))
	}
	return nil
}

func newAccept(c *call) *cobra.Command {
	o := &whyOptions{call: c}
	return o.whyFlag(c.newVerb("accept RUN STEP.PROBLEM --why REASON", "cmd.short_accept", 2, 2, func(ctx context.Context, args []string) error {
		step, problem, found := strings.Cut(args[1], ".")
		if !found || problem == "" {
			return usage("cmd.names_no_problem", "word", short(args[1]))
		}
		if err := o.needed("accept RUN STEP.PROBLEM"); err != nil {
			return err
		}
		return o.change(ctx, args[0], one(run.Accept{Step: step, Problem: problem, Why: o.why}))
	}))
}

func newNote(c *call) *cobra.Command {
	return c.newVerb("note RUN STEP TEXT…", "cmd.short_note", 3, -1, func(ctx context.Context, args []string) error {
		return c.change(ctx, args[0], one(run.Note{Step: args[1], Text: strings.Join(args[2:], " ")}))
	})
}

func newUndo(c *call) *cobra.Command {
	return c.newVerb("undo RUN", "cmd.short_undo", 1, 1, func(ctx context.Context, args []string) error {
		return c.change(ctx, args[0], one(run.Undo{}))
	})
}

func newSkip(c *call) *cobra.Command {
	o := &whyOptions{call: c}
	return o.whyFlag(c.newVerb("skip RUN STEP --why REASON", "cmd.short_skip", 2, 2, func(ctx context.Context, args []string) error {
		if err := o.needed("skip RUN STEP"); err != nil {
			return err
		}
		var of *run.Session
		err := o.change(ctx, args[0], func(s *run.Session) ([]run.Command, error) {
			of = s
			return []run.Command{run.Skip{Step: args[1], Why: o.why}}, nil
		})
		if err == nil {
			for _, m := range walk.BlockedBySkipMessages(of, args[1], o.Now(), func(*run.StepView) bool { return false }) {
				fmt.Fprintln(o.Err, words.Say(o.lang(), m))
			}
		}
		return err
	}))
}

func newReopen(c *call) *cobra.Command {
	o := &whyOptions{call: c}
	return o.whyFlag(c.newVerb("reopen RUN STEP", "cmd.short_reopen", 2, 2, func(ctx context.Context, args []string) error {
		return o.change(ctx, args[0], one(run.Reopen{Step: args[1], Why: o.why}))
	}))
}

func newLang(c *call) *cobra.Command {
	return c.newVerb("lang RUN LANGUAGE", "cmd.short_lang", 2, 2, func(ctx context.Context, args []string) error {
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
	cmd := c.newVerb("end RUN --outcome OUTCOME --why REASON", "cmd.short_end", 1, 1, func(ctx context.Context, args []string) error {
		if strings.TrimSpace(o.outcome) == "" {
			return usage("cmd.say_outcome")
		}
		if err := o.needed("end RUN --outcome OUTCOME"); err != nil {
			return err
		}
		return o.change(ctx, args[0], one(run.Abandon{Outcome: o.outcome, Why: o.why}))
	})
	cmd.Flags().StringVar(&o.outcome, "outcome", "", c.text("cmd.flag_outcome"))
	return o.whyFlag(cmd)
}
