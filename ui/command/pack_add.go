package command

import (
	"context"

	"github.com/spf13/cobra"
)

// packAddOptions are the options of pack add.
type packAddOptions struct {
	*call
	dry bool
}

func newPackAdd(c *call) *cobra.Command {
	o := &packAddOptions{call: c}
	cmd := c.newVerb("add FOLDER|FILE", "cmd.short_pack_add", 1, 1, o.run)
	cmd.Long = c.text("cmd.long_pack_add")
	cmd.Example = "lotse pack add partner-setup-1.0.0.tar.gz --dry-run\nlotse pack add partner-setup-1.0.0.tar.gz\nlotse start partner-setup/saml-sign-on --customer \"Muster GmbH\""
	cmd.Flags().BoolVar(&o.dry, "dry-run", false, c.text("cmd.flag_dry_pack"))
	return cmd
}

// packAddShape is what pack add prints.
type packAddShape struct {
	Version int         `json:"version"`
	Pack    *packShape  `json:"pack"` // null where it has faults
	Added   bool        `json:"added"`
	Faults  []lintFault `json:"faults"`
}

// run shows what a pack is, and installs it.
func (o *packAddOptions) run(ctx context.Context, args []string) error {
	s, p, err := o.offered(ctx, args[0])
	if err != nil {
		return err
	}
	shape := packAddShape{Version: 1, Pack: p.shape, Faults: p.faults}
	switch {
	case p.shape == nil:
		return o.faulty(shape)
	case s.Has(p.Name):
		return usage("cmd.pack_there", "pack", p.Name)
	case o.dry:
		return o.print(shape)
	}
	if err := s.Add(ctx, p.Pack); err != nil {
		return err
	}
	shape.Added = true
	if err := o.print(shape); err != nil {
		return err
	}
	o.talk("cmd.pack_added", "procedure", p.shape.Procedures[0].Name)
	return nil
}

func (s packAddShape) lines(p *sheet) {
	lintShape{Faults: s.Faults}.lines(p)
	if s.Pack != nil {
		s.Pack.lines(p)
	}
}

func newPackList(c *call) *cobra.Command {
	return c.newVerb("list", "cmd.short_pack_list", 0, 0, func(ctx context.Context, _ []string) error {
		s, err := c.shelf(ctx)
		if err != nil {
			return err
		}
		all, err := s.List()
		if err != nil {
			return err
		}
		shape := packsShape{Version: 1, Packs: []shelvedPackShape{}}
		for _, k := range all {
			shape.Packs = append(shape.Packs, c.shelvedPackOf(k))
		}
		return c.print(shape)
	})
}

// packRemoveShape is what pack remove prints.
type packRemoveShape struct {
	Version int    `json:"version"`
	Removed string `json:"removed"`
}

func newPackRemove(c *call) *cobra.Command {
	cmd := c.newVerb("remove PACK", "cmd.short_pack_remove", 1, 1, func(ctx context.Context, args []string) error {
		s, err := c.shelf(ctx)
		if err != nil {
			return err
		}
		if err := s.Remove(ctx, args[0]); err != nil {
			return err
		}
		return c.print(packRemoveShape{Version: 1, Removed: args[0]})
	})
	cmd.Long = c.text("cmd.long_pack_remove")
	return cmd
}

func (s packRemoveShape) lines(p *sheet) { p.say("cmd.pack_removed", "pack", s.Removed) }
