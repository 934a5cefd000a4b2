package command

import (
	"context"
	"errors"
	"io/fs"

	"github.com/spf13/cobra"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/ui/face"
	"lotse/ui/outside"
)

// previewOptions are the options of preview.
type previewOptions struct {
	*call
	at string
}

func newPreview(c *call) *cobra.Command {
	o := &previewOptions{call: c}
	cmd := c.newVerb("preview FILE|FOLDER|PROCEDURE", "cmd.short_preview", 1, 1, o.run)
	cmd.Long = c.text("cmd.long_preview")
	cmd.Example = "lotse preview ./add-partner.yaml\nlotse preview ./add-partner.yaml --at credentials\nlotse preview . --lang de"
	cmd.Flags().StringVar(&o.at, "at", "", c.text("cmd.flag_preview_at"))
	return cmd
}

// run shows a rehearsal of the procedure, in a store of its own.
func (o *previewOptions) run(ctx context.Context, args []string) error {
	show := o.face()
	if show == nil {
		return usage("cmd.preview_screen", "file", quoted(short(args[0])))
	}
	d, err := outside.Find(o.Library, args[0])
	if err != nil {
		return o.unknownProcedure(args[0], err)
	}
	f := &following{d: d, watch: watch{call: o.call, folders: func() []fs.FS { return []fs.FS{d.FS} }}}
	p, err := f.whole(ctx)
	if err != nil {
		return err
	}
	return o.inPassing(ctx, func() error {
		early, err := o.begun(ctx, p)
		if err != nil {
			return err
		}
		heard, stop := context.WithCancel(ctx)
		defer stop()
		changes := make(chan face.Change, 1)
		go f.tell(heard, changes)
		early.Preview = &face.Preview{Changes: changes, Load: f.entry}
		return o.showScreen(ctx, show, early)
	})
}

// begun begins the rehearsal, and gives the screen that opens it.
func (o *previewOptions) begun(ctx context.Context, p *flows.Procedure) (face.Screen, error) {
	starting := startOptions{call: o.call}
	lang, err := o.langOf(ctx, p)
	if err != nil {
		return face.Screen{}, err
	}
	s, _, err := starting.create(ctx, run.Start{Procedure: p, Customer: run.Customer{Name: newCustomer}, Mode: run.Rehearsal, Lang: lang})
	if err != nil {
		return face.Screen{}, err
	}
	var at flows.Address
	if o.at != "" {
		if at, err = place(s, o.at); err != nil {
			return face.Screen{}, err
		}
	}
	if err := o.flush(ctx, s); err != nil {
		return face.Screen{}, err
	}
	early := o.early(s.ID())
	early.At = at
	return early, nil
}

// following follows what the author of a procedure saves.
type following struct {
	watch
	d *outside.Document
}

// load loads the procedure as it is saved now.
func (f *following) load() (p *flows.Procedure, err error) {
	if b := flows.Try(func() { p, err = outside.Load(f.Library, f.d) }); b != nil {
		return nil, face.Crashed(b)
	}
	return p, err
}

// entry is the procedure as it is saved now, or what is wrong with it.
func (f *following) entry() flows.Entry {
	p, err := f.load()
	return flows.Entry{Name: f.d.Provenance.Name(f.d.ID()), Provenance: f.d.Provenance, Procedure: p, Err: err}
}

// whole gives the procedure once nothing is wrong with it; until then its faults are
// printed at each save. Where nobody is there who could mend it, it has failed.
func (f *following) whole(ctx context.Context) (*flows.Procedure, error) {
	for {
		if err := f.next(ctx); err != nil {
			return nil, err
		}
		p, err := f.load()
		var faults flows.Faults
		if !errors.As(err, &faults) {
			return p, err
		}
		shape := lintShape{Version: 1}
		for _, one := range faults {
			shape.Faults = append(shape.Faults, f.faultIn(f.d.Dir, one))
		}
		if err := f.print(shape); err != nil {
			return nil, err
		}
		if !f.interactive() {
			return nil, status(exitFailed)
		}
		f.talk("cmd.preview_waits", "file", f.d.Name)
	}
}
