package command

import "context"

// desk opens the full screen, at a run or at the overview.
func (c *call) desk(ctx context.Context, id string) error {
	a, err := c.open(ctx)
	if err != nil {
		return err
	}
	env, err := c.env(ctx)
	if err != nil {
		return err
	}
	lang, err := c.language(ctx)
	if err != nil {
		return err
	}
	mouse, err := c.setting(ctx, "mouse")
	if err != nil {
		return err
	}
	code, err := c.Desk(ctx, Screen{
		Archive: a, Library: c.Library, Specs: c.Specs, Env: env, Run: id, Lang: lang,
		Plain: c.flags.plain, NoColor: c.flags.noColor || c.Getenv("NO_COLOR") != "", Mouse: mouse == "on",
		In: c.In, Out: c.Out,
	})
	if err != nil {
		return err
	}
	if code != exitDone {
		return status(code)
	}
	return nil
}
