package command

import (
	"context"
	"strconv"

	"github.com/spf13/cobra"

	"lotse/flows"
	"lotse/ui/face"
)

// replayOptions are the options of replay.
type replayOptions struct {
	*call
	speed float64
	at    int64
}

func newReplay(c *call) *cobra.Command {
	o := &replayOptions{call: c}
	cmd := c.newVerb("replay RUN", "cmd.short_replay", 1, 1, o.run)
	cmd.Long = c.text("cmd.long_replay")
	cmd.Example = "lotse replay 6sv\nlotse replay 6sv --speed 4\nlotse replay 6sv --at 12"
	cmd.Flags().Float64Var(&o.speed, "speed", 1, c.text("cmd.flag_speed"))
	cmd.Flags().Int64Var(&o.at, "at", 0, c.text("cmd.flag_at"))
	return cmd
}

// run shows a run again where there is a screen for it, and prints its events
// elsewhere.
func (o *replayOptions) run(ctx context.Context, args []string) error {
	if err := paced(o.speed); err != nil {
		return err
	}
	h, err := o.find(ctx, args[0])
	if err != nil {
		return err
	}
	if o.at < 0 || o.at > h.Events {
		return flows.Refuse(flows.ErrNotFound, nil, "cmd.no_event", "n", o.at, "all", h.Events)
	}
	if o.fullScreen() {
		screen := o.early(h.ID)
		screen.Replay = &face.Replay{Speed: o.speed, At: o.at}
		return o.showScreen(ctx, o.Desk, screen)
	}
	events, err := o.archive.Events(ctx, h.ID, 0)
	if err != nil {
		return err
	}
	if o.at > 0 {
		events = events[:o.at]
	}
	return o.print(o.logOf(ctx, h, events))
}

// paced refuses a pace at which nothing could be seen.
func paced(speed float64) error {
	if speed >= 0.1 && speed <= 1000 {
		return nil
	}
	return usage("cmd.speed_range", "word", strconv.FormatFloat(speed, 'g', -1, 64))
}
