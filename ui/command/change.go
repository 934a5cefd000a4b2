package command

import (
	"context"
	"errors"

	"lotse/flows"
	"lotse/flows/run"
)

// decide turns what was asked for into commands, in view of the run as it
// stands.
type decide func(s *run.Session) ([]run.Command, error)

// change resumes a run, does what was asked for, and prints the run as it
// stands then.
func (c *call) change(ctx context.Context, id string, d decide) error {
	s, err := c.resume(ctx, id)
	if err != nil {
		return err
	}
	commands, err := d(s)
	if err != nil {
		return err
	}
	return c.apply(ctx, s, commands)
}

// apply does commands on a run, saves it and prints it.
func (c *call) apply(ctx context.Context, s *run.Session, commands []run.Command) error {
	if err := c.expected(s, commands); err != nil {
		return err
	}
	out, err := c.decided(ctx, s, commands)
	if refusedRipple(err) {
		if err := c.print(c.showOf(s, out.Ripple)); err != nil {
			return err
		}
		c.talk("cmd.say_yes")
		return status(exitNotComplete)
	}
	if r := refusedWarnings(err); r != nil {
		return c.unchanged(s, r, out.Warnings)
	}
	if err != nil {
		return err
	}
	if err := c.flush(ctx, s); err != nil {
		return err
	}
	return c.report(s, out)
}

// decided does commands; on a terminal it asks before consequences.
func (c *call) decided(ctx context.Context, s *run.Session, commands []run.Command) (run.Outcome, error) {
	out, err := s.Do(c.flags.yes, commands...)
	if !refusedRipple(err) || !c.interactive() {
		return out, err
	}
	page := &sheet{lang: c.lang()}
	rippleLines(page, rippleOf(out.Ripple))
	yes, askErr := c.confirm(ctx, c.text("cmd.stands_already")+"\n"+page.String(), "yes")
	if askErr != nil {
		return out, askErr
	}
	if !yes {
		return out, err
	}
	return s.Do(true, commands...)
}

// refusedRipple reports whether consequences were not confirmed.
func refusedRipple(err error) bool {
	var r *flows.Refusal
	return errors.As(err, &r) && r.Kind == flows.ErrRipple
}

// flush saves a run. Where another program has written in the meantime, what is
// pending is decided once more on top of it.
func (c *call) flush(ctx context.Context, s *run.Session) error {
	err := s.Flush(ctx)
	if !errors.Is(err, flows.ErrConflict) {
		return err
	}
	if c.ifHead != "" {
		return c.overtaken(ctx, s)
	}
	lost, err := s.Reload(ctx)
	if err != nil {
		return err
	}
	if len(lost) > 0 {
		return flows.ErrConflict
	}
	return s.Flush(ctx)
}

// report prints a changed run; must problems on what was touched make the call
// not complete.
func (c *call) report(s *run.Session, out run.Outcome) error {
	v := s.View(c.Now())
	var err error
	switch {
	case c.flags.json && c.imports != nil:
		err = c.print(importedShape{c.showOf(s, out.Ripple), c.imports})
	case c.flags.json:
		err = c.print(c.showOf(s, out.Ripple))
	default:
		err = c.print(changeShape{v, out, c.imports})
	}
	if err == nil && len(out.Must) > 0 {
		err = status(exitNotComplete)
	}
	return err
}
