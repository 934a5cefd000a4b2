package command

import (
	"context"
	"strings"

	"github.com/spf13/cobra"

	"lotse/flows"
	"lotse/flows/document/capsule"
	"lotse/flows/run"
	"lotse/ui/outside"
)

func newTake(c *call) *cobra.Command {
	fork := ""
	cmd := c.newVerb("take RUN STEP.ITEM…", "cmd.short_take", 2, -1, func(ctx context.Context, args []string) error {
		s, err := c.resume(ctx, args[0])
		if err != nil {
			return err
		}
		f, err := forkNamed(s.Forks(), fork)
		if err != nil {
			return err
		}
		var commands []run.Command
		err = c.withFork(ctx, f, func(theirs *capsule.Capsule) error {
			commands, err = c.takeOver(ctx, s, theirs, args[1:])
			return err
		})
		if err != nil {
			return err
		}
		return c.apply(ctx, s, commands)
	})
	cmd.Long = c.text("cmd.long_take")
	cmd.Example = "lotse take 7f3 client.name\nlotse take 7f3 client.name contacts.people[r2].mail --fork 9c1e"
	cmd.Flags().StringVar(&fork, "fork", "", c.text("cmd.flag_fork"))
	return cmd
}

// takeOver makes the commands that have a run hold what another copy of it holds,
// and keeps the files that they name.
func (c *call) takeOver(ctx context.Context, s *run.Session, theirs *capsule.Capsule, places []string) ([]run.Command, error) {
	v := theirs.Copy.View(c.Now())
	var commands []run.Command
	for _, arg := range places {
		at, err := parsePlace(arg)
		if err != nil {
			return nil, err
		}
		step, it, err := s.Resolve(at)
		if err != nil {
			return nil, err
		}
		at.Step, at.Item = step.ID, it.ID
		command, err := run.TakeCommand(v, at)
		if err != nil {
			return nil, err
		}
		if err := outside.KeepFilesOf(ctx, c.archive, theirs, command); err != nil {
			return nil, err
		}
		commands = append(commands, run.Take{Command: command, From: theirs.Copy.Origin(at)})
	}
	return commands, nil
}

// forkNamed finds the copy whose head begins so; where there is one only, it need
// not be named.
func forkNamed(forks []run.Forked, prefix string) (run.Forked, error) {
	var found []run.Forked
	var heads []string
	for _, f := range forks {
		heads = append(heads, f.Head[:min(len(f.Head), 12)])
		if strings.HasPrefix(f.Head, prefix) {
			found = append(found, f)
		}
	}
	switch {
	case len(forks) == 0:
		return run.Forked{}, notFound("cmd.fork_none")
	case len(found) == 0:
		return run.Forked{}, notFound("cmd.take_none", "head", short(prefix), "heads", heads)
	case len(found) > 1:
		return run.Forked{}, flows.Refuse(flows.ErrAmbiguous, nil, "cmd.take_which", "heads", heads)
	}
	return found[0], nil
}
