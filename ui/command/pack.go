package command

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"slices"

	"github.com/spf13/cobra"

	"lotse/flows"
	"lotse/flows/pack"
	"lotse/flows/words"
	"lotse/ui/file"
	"lotse/ui/shelf"
)

func newPack(c *call) *cobra.Command {
	cmd := &cobra.Command{Use: "pack", Short: c.text("cmd.short_pack"), Long: c.text("cmd.long_pack"), Args: cobra.ArbitraryArgs}
	cmd.RunE = c.takes("pack build|add|list|update|remove", 1, 1, func(_ context.Context, args []string) error {
		return usage("cmd.no_pack_command", "word", short(args[0]))
	})
	cmd.AddCommand(newPackBuild(c), newPackAdd(c), newPackList(c), newPackUpdate(c), newPackRemove(c))
	return cmd
}

// shelf are the packs that are installed beside the database, once what a program
// left that was killed is mended.
func (c *call) shelf(ctx context.Context) (*shelf.Shelf, error) {
	if err := c.homeless(); err != nil {
		return nil, err
	}
	s := c.shelfHere()
	return s, s.Sweep(ctx)
}

// packAt reads the pack in a folder or an archive, built: of an author's folder it
// is made so.
func (c *call) packAt(path string) (*pack.Pack, error) {
	path, err := file.Path(path)
	if err != nil {
		return nil, err
	}
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		return builtOf(file.Folder(path))
	}
	f, err := file.Regular(path)
	if errors.Is(err, flows.ErrNotFound) {
		return nil, notFound("cmd.no_pack_at", "file", short(path))
	}
	if err != nil {
		return nil, err
	}
	p, err := pack.ReadArchive(f)
	return p, errors.Join(err, f.Close())
}

// offeredPack is a pack that is to come onto the shelf.
type offeredPack struct {
	*pack.Pack
	faults []lintFault // that keep it from there
	shape  *packShape  // nil where it has any
}

// offered reads a pack and proves it, and gives the shelf that it is to come onto.
func (c *call) offered(ctx context.Context, path string) (*shelf.Shelf, *offeredPack, error) {
	s, err := c.shelf(ctx)
	if err != nil {
		return nil, nil, err
	}
	p, err := c.packAt(path)
	if err == nil {
		err = c.mayBe(p)
	}
	if err != nil {
		return nil, nil, err
	}
	o := &offeredPack{Pack: p, faults: c.packFaults(p, false)}
	if len(o.faults) == 0 {
		is, err := c.packOf(p)
		if err != nil {
			return nil, nil, err
		}
		o.shape = &is
	}
	return s, o, nil
}

func builtOf(fsys fs.FS) (*pack.Pack, error) {
	p, err := pack.Open(fsys)
	if err != nil {
		return nil, err
	}
	return p.Build()
}

// packFaults are what lint finds in the procedures of a pack; with translations
// also what these lack, for which the language of the procedure stands in.
func (c *call) packFaults(p *pack.Pack, translations bool) []lintFault {
	faults := []lintFault{}
	for _, f := range p.Lint(c.Specs, translations) {
		faults = append(faults, lintFault{File: f.File, Line: f.Line, Column: f.Column, Message: words.Say(c.lang(), f.Message)})
	}
	return faults
}

// mayBe refuses a pack that this Lotse is too old for, and one whose name could be
// taken for a procedure that comes with it.
func (c *call) mayBe(p *pack.Pack) error {
	if !p.Serves(c.Version) {
		return flows.Refuse(flows.ErrNewer, nil, "cmd.pack_newer", "pack", p.Name, "least", p.Least, "version", c.Version)
	}
	if p.Name == pack.Own || slices.Contains(c.Library.IDs(), p.Name) {
		return usage("cmd.pack_shadows", "pack", p.Name)
	}
	return nil
}
