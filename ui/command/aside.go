package command

import (
	"context"

	"github.com/spf13/cobra"

	"lotse/flows/run"
	"lotse/ui/face"
	"lotse/ui/outside"
	"lotse/ui/walk"
)

// asideOptions are the options of aside.
type asideOptions struct {
	*call
	takeUp bool
}

func newAside(c *call) *cobra.Command {
	o := &asideOptions{call: c}
	cmd := c.newVerb("aside RUN [--take-up]", "cmd.short_aside", 1, 1, o.run)
	cmd.Flags().BoolVar(&o.takeUp, "take-up", false, c.text("cmd.flag_take_up"))
	return cmd
}

// run puts a run aside, or takes it up again; what is so already stays so.
func (o *asideOptions) run(ctx context.Context, args []string) error {
	a, err := o.open(ctx)
	if err != nil {
		return err
	}
	h, err := a.Header(ctx, args[0])
	if err != nil {
		return err
	}
	if !o.takeUp && !walk.CanBeAside(&h) {
		return usage("list.no_aside")
	}
	if err := outside.PutAside(ctx, a, h.ID, !o.takeUp); err != nil {
		return err
	}
	h.Aside = !o.takeUp
	return o.print(asideShape{Version: 1, Run: h.ID, Aside: h.Aside, header: &h})
}

// asideShape is what aside prints.
type asideShape struct {
	Version int    `json:"version"`
	Run     string `json:"run"`
	Aside   bool   `json:"aside"`

	header *run.Header
}

func (s asideShape) lines(p *sheet) { p.line("%s", face.SetAside(p.lang, s.header, s.Aside)) }
