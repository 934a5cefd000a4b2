package command

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/flows/words"
	"lotse/ui/walk"
)

// headFlag adds --if-head: the change is made only where the run has that head
// when it is read and when it is written.
func (c *call) headFlag(cmd *cobra.Command) *cobra.Command {
	cmd.Flags().StringVar(&c.ifHead, "if-head", "", c.text("cmd.flag_if_head"))
	return cmd
}

// expected refuses commands where the run's head is another than the one that
// --if-head names.
func (c *call) expected(s *run.Session, commands []run.Command) error {
	if c.ifHead == "" {
		return nil
	}
	clashes, current := s.ClashesSince(c.ifHead, commands)
	if current {
		return nil
	}
	return c.conflict(s.View(c.Now()), clashes)
}

// overtaken refuses what was decided where another program wrote before it.
func (c *call) overtaken(ctx context.Context, s *run.Session) error {
	if _, err := s.Reload(ctx); err != nil {
		return err
	}
	return c.conflict(s.View(c.Now()), s.Clashes())
}

// conflictsShape is what a change prints with --json where the head was another.
type conflictsShape struct {
	errorShape
	Conflicts []conflictShape `json:"conflicts"`
}

// conflictShape is one thing that both changed: as it stands, and as the command
// has it.
type conflictShape struct {
	Item   string `json:"item"`
	Theirs any    `json:"theirs"`
	Yours  any    `json:"yours"`
	By     string `json:"by"`
}

// secretSide is a secret in a conflict.
type secretSide struct {
	Set         bool   `json:"set"`
	Fingerprint string `json:"fingerprint"`
}

// conflict says that nothing was changed, and what both changed; none where the
// others changed something else.
func (c *call) conflict(v *run.View, clashes []run.Clash) error {
	refusal := flows.Refuse(flows.ErrConflict, nil, "cmd.other_head", "head", v.Head)
	shape := conflictsShape{errorShape: errorShape{Version: 1, Error: c.bodyOf(refusal)}, Conflicts: []conflictShape{}}
	for _, k := range clashes {
		d := walk.NewDifference(v, k.Command)
		d.By = flows.CleanLine(k.By)
		shape.Conflicts = append(shape.Conflicts, conflictShape{d.At.String(), sideOf(d.Theirs), sideOf(d.Yours), d.By})
		if !c.flags.json {
			theirs, yours := d.Sides()
			fmt.Fprintln(c.Err, words.Say(c.lang(), flows.Msg("dialogue.differs", "what", walk.NameIn(v, d.At), "by", d.By, "theirs", theirs, "yours", yours)))
		}
	}
	if !c.flags.json {
		return refusal
	}
	return errors.Join(writeJSON(c.out, shape), status(exitConflict))
}

// sideOf is a side as show has it.
func sideOf(s walk.Side) any {
	switch s.Kind {
	case walk.SideSecret:
		return secretSide{s.Fingerprint != "", s.Fingerprint}
	case walk.SideTick:
		return s.Done
	case walk.SideRows:
		return s.Rows
	case walk.SideValue:
		return s.Value
	}
	return nil
}
