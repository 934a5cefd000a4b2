package command

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/flows/words"
)

// doneOptions are the options of done: what becomes of the warnings of the step.
type doneOptions struct {
	whyOptions
	accept bool
	leave  bool
}

func newDone(c *call) *cobra.Command {
	o := &doneOptions{whyOptions: whyOptions{call: c}}
	cmd := c.newVerb("done RUN STEP", "cmd.short_done", 2, 2, func(ctx context.Context, args []string) error {
		done := run.Complete{Step: args[1], Leave: o.leave}
		switch why := strings.TrimSpace(o.why); {
		case o.accept && why == "":
			return o.needed("done RUN STEP --accept")
		case !o.accept && why != "":
			return usage("cmd.why_of_accept")
		default:
			done.Accept = why
		}
		return o.change(ctx, args[0], one(done))
	})
	cmd.Flags().BoolVar(&o.accept, "accept", false, c.text("cmd.flag_accept"))
	cmd.Flags().BoolVar(&o.leave, "leave-warnings", false, c.text("cmd.flag_leave"))
	return c.headFlag(o.whyFlag(cmd))
}

// refusedWarnings is the refusal because of warnings that are neither accepted
// nor left; nil where it is not that.
func refusedWarnings(err error) *flows.Refusal {
	var r *flows.Refusal
	if errors.As(err, &r) && r.Kind == flows.ErrWarnings {
		return r
	}
	return nil
}

// unchanged prints the run as it stands, and says what the step would need:
// nothing was changed, and nothing went wrong.
func (c *call) unchanged(s *run.Session, r *flows.Refusal, open []run.ProblemView) error {
	v := s.View(c.Now())
	if err := c.print(c.showOf(s, nil)); err != nil {
		return err
	}
	page := &sheet{lang: c.lang()}
	page.say("cmd.unchanged_warnings")
	problemLines(page, v.Lang, open[:min(len(open), mostIssues)])
	if more := len(open) - mostIssues; more > 0 {
		page.line("     %s", c.text("cmd.and_more", "n", more))
	}
	page.line("%s", words.Say(c.lang(), c.placed(flows.Message{Code: ways[r.Message.Code], Args: r.Message.Args})))
	fmt.Fprint(c.Err, page.String())
	return status(exitNotComplete)
}
