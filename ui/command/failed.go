package command

import (
	"context"

	"github.com/spf13/cobra"

	"lotse/flows/run"
)

// failedOptions are the options of failed.
type failedOptions struct {
	*call
	why      string
	resolved bool
}

// notWorkedShape is what a person said did not work.
type notWorkedShape struct {
	At  string `json:"at"`
	By  string `json:"by"`
	Why string `json:"why"`
}

func notWorkedOf(n *run.NotWorked) *notWorkedShape {
	if n == nil {
		return nil
	}
	return &notWorkedShape{At: stamp(n.At), By: n.By, Why: n.Why}
}

func newFailed(c *call) *cobra.Command {
	o := &failedOptions{call: c}
	cmd := c.newVerb("failed RUN STEP[.ITEM]", "cmd.short_failed", 2, 2, o.run)
	cmd.Long = c.text("cmd.long_failed")
	cmd.Example = "lotse failed 7f3 credentials.button --why \"The button is grey.\"\nlotse failed 7f3 credentials.button --resolved"
	cmd.Flags().StringVar(&o.why, "why", "", c.text("cmd.flag_failed_why"))
	cmd.Flags().BoolVar(&o.resolved, "resolved", false, c.text("cmd.flag_resolved"))
	return c.headFlag(cmd)
}

// run says that an item did not work, or works now.
func (o *failedOptions) run(ctx context.Context, args []string) error {
	return o.change(ctx, args[0], func(s *run.Session) ([]run.Command, error) {
		at, err := wholePlace(s, args[1])
		if err != nil {
			return nil, err
		}
		if o.resolved {
			return []run.Command{run.Resolve{At: at, Why: o.why}}, nil
		}
		return []run.Command{run.Fail{At: at, Why: o.why}}, nil
	})
}
