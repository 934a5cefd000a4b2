package command

import (
	"context"

	"github.com/spf13/cobra"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/flows/words"
	"lotse/ui/walk"
)

// pageOptions are the options of page.
type pageOptions struct {
	*call
	forget bool
}

// stepPageShape is what page prints: where a step happens.
type stepPageShape struct {
	Version int     `json:"version"`
	Run     string  `json:"run"`
	Step    string  `json:"step"`
	System  string  `json:"system"`
	Page    *string `json:"page"`

	told flows.Message
}

func newPage(c *call) *cobra.Command {
	o := &pageOptions{call: c}
	cmd := c.newVerb("page RUN STEP [ADDRESS]", "cmd.short_page", 2, 3, o.run)
	cmd.Long = c.text("cmd.long_page")
	cmd.Example = "lotse page 7f3 provider\nlotse page 7f3 provider https://muster.crm4.dynamics.com/"
	cmd.Flags().BoolVar(&o.forget, "forget", false, c.text("cmd.flag_forget_page"))
	return cmd
}

// run says the page of a step, or keeps the address of the customer's system.
func (o *pageOptions) run(ctx context.Context, args []string) error {
	s, err := o.resume(ctx, args[0])
	if err != nil {
		return err
	}
	at, err := place(s, args[1])
	if err != nil {
		return err
	}
	v := s.View(o.Now())
	step := v.Step(at.Step).Step
	shape := stepPageShape{Version: 1, Run: s.ID(), Step: step.ID, System: step.System}
	if o.forget || len(args) > 2 {
		address := append(args, "")[2]
		if shape.told, err = o.keepPage(ctx, v, step, address); err != nil {
			return err
		}
	}
	return o.print(shape.of(step, o.pages))
}

// of adds the address of a step as it stands now.
func (s stepPageShape) of(step *flows.Step, pages map[string]string) stepPageShape {
	address := walk.PageAddress(step, pages)
	if address != "" {
		s.Page = &address
	}
	switch {
	case !s.told.IsZero():
	case address != "":
		s.told = flows.Said(address)
	case step.System != "":
		s.told = flows.Msg("page.unsaid", "system", step.System)
	default:
		s.told = flows.Msg("page.none")
	}
	return s
}

// keepPage keeps the address of the customer's system on which a step happens; ""
// forgets it.
func (o *pageOptions) keepPage(ctx context.Context, v *run.View, step *flows.Step, address string) (told flows.Message, err error) {
	switch {
	case o.forget && address != "":
		return told, usage("cmd.page_both")
	case step.Page.Address != "":
		return told, flows.Refuse(flows.ErrUsage, flows.AtStep(step.ID), "page.fixed", "address", step.Page.Address)
	case step.System == "":
		return told, flows.Refuse(flows.ErrUsage, flows.AtStep(step.ID), "refuse.page_no_system", "step", step.ID)
	}
	told = flows.Msg("dialogue.page_forgotten", "system", step.System)
	if !o.forget {
		if address, err = flows.PageAddress(address); err != nil {
			return told, err
		}
		told = flows.Msg("dialogue.page_kept", "system", step.System, "address", address)
	}
	if err := o.archive.SetPage(ctx, v.Customer.ID, step.System, address); err != nil {
		return told, err
	}
	o.pages, err = o.archive.Pages(ctx, v.Customer.ID)
	return told, err
}

func (s stepPageShape) lines(p *sheet) { p.line("%s", words.Say(p.lang, s.told)) }
