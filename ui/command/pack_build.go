package command

import (
	"context"
	"errors"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"lotse/flows"
	"lotse/flows/pack"
	"lotse/ui/file"
	"lotse/ui/outside"
)

// packBuildOptions are the options of pack build.
type packBuildOptions struct {
	*call
	out string
}

func newPackBuild(c *call) *cobra.Command {
	o := &packBuildOptions{call: c}
	cmd := c.newVerb("build FOLDER -o FILE", "cmd.short_pack_build", 1, 1, func(_ context.Context, args []string) error { return o.run(args[0]) })
	cmd.Long = c.text("cmd.long_pack_build")
	cmd.Example = "lotse pack build ./partner-setup -o partner-setup-1.0.0.tar.gz"
	cmd.Flags().StringVarP(&o.out, "output", "o", "", c.text("cmd.flag_pack_out"))
	return cmd
}

// packBuildShape is what pack build prints.
type packBuildShape struct {
	Version int         `json:"version"`
	Pack    *packShape  `json:"pack"` // null where it has faults
	File    string      `json:"file"`
	LeftOut []string    `json:"left_out"` // of the folder
	Faults  []lintFault `json:"faults"`
}

// run proves the procedures of a folder and writes them into one file.
func (o *packBuildOptions) run(dir string) error {
	if o.out == "" {
		return usage("cmd.pack_out")
	}
	if _, err := os.Lstat(o.out); err == nil {
		return usage("cmd.draft_exists", "file", o.out)
	}
	source, err := o.folderAt(dir)
	if err != nil {
		return err
	}
	shape := packBuildShape{Version: 1, LeftOut: list(source.LeftOut), Faults: o.packFaults(source, true)}
	if len(shape.Faults) > 0 {
		return o.faulty(shape)
	}
	p, err := source.Build()
	if err != nil {
		return err
	}
	is, err := o.packOf(p)
	if err != nil {
		return err
	}
	var archive strings.Builder
	if err := p.WriteArchive(&archive); err != nil {
		return err
	}
	if err := outside.WriteNew(o.out, archive.String()); err != nil {
		return err
	}
	shape.Pack, shape.File = &is, o.out
	return o.print(shape)
}

// folderAt is the pack in a folder.
func (c *call) folderAt(dir string) (*pack.Pack, error) {
	dir, err := file.Path(dir)
	if err != nil {
		return nil, err
	}
	switch info, err := os.Stat(dir); {
	case errors.Is(err, os.ErrNotExist):
		return nil, notFound("cmd.no_pack_folder", "folder", short(dir))
	case err == nil && !info.IsDir():
		return nil, flows.Refuse(flows.ErrUnreadable, nil, "cmd.no_pack_folder", "folder", short(dir))
	}
	return pack.Open(file.Folder(dir))
}

// faulty prints the faults that keep a pack from being built or taken in.
func (c *call) faulty(s shape) error {
	if err := c.print(s); err != nil {
		return err
	}
	c.talk("cmd.pack_faulty")
	return status(exitFailed)
}

func (s packBuildShape) lines(p *sheet) {
	lintShape{Faults: s.Faults}.lines(p)
	if s.Pack == nil {
		return
	}
	s.Pack.lines(p)
	if len(s.LeftOut) > 0 {
		p.say("cmd.pack_left_out", "files", strings.Join(s.LeftOut, ", "))
	}
	p.say("cmd.pack_written", "file", s.File)
}
