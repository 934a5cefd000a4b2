package command

import (
	"context"
	"errors"
	"io/fs"

	"github.com/spf13/cobra"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/flows/words"
	"lotse/ui/outside"
)

// openOptions are the options of open.
type openOptions struct {
	*call
	out string
}

// openedShape is what open prints: the file, the copy of it, and whether a program
// was asked to show it.
type openedShape struct {
	Version int       `json:"version"`
	Run     string    `json:"run"`
	Step    string    `json:"step"`
	Item    string    `json:"item"`
	File    fileShape `json:"file"`
	Path    string    `json:"path"`
	Opened  bool      `json:"opened"`

	told flows.Message
}

type fileShape struct {
	Name string `json:"name"`
	Sum  string `json:"sha256"`
}

func newOpen(c *call) *cobra.Command {
	o := &openOptions{call: c}
	cmd := c.newVerb("open RUN STEP[.ITEM] [NAME]", "cmd.short_open", 2, 3, o.run)
	cmd.Long = c.text("cmd.long_open")
	cmd.Example = "lotse open 7f3 entitlement\nlotse open 7f3 credentials.token answer.pdf -o answer.pdf"
	cmd.Flags().StringVarP(&o.out, "output", "o", "", c.text("cmd.flag_open_output"))
	return cmd
}

// run opens a kept file, or copies it.
func (o *openOptions) run(ctx context.Context, args []string) error {
	s, err := o.resume(ctx, args[0])
	if err != nil {
		return err
	}
	at, err := wholePlace(s, args[1])
	if err != nil {
		return err
	}
	v := s.View(o.Now())
	f, err := outside.FindFile(v.FilesAt(at), at, append(args, "")[2])
	if err != nil {
		return err
	}
	shape := openedShape{Version: 1, Run: s.ID(), Step: at.Step, Item: at.Item, File: fileShape{Name: f.Name, Sum: f.Sum}}
	if err := o.copy(ctx, outside.WithEnclosures(o.archive, v), f, &shape); err != nil {
		return err
	}
	return o.print(shape)
}

// copy copies the file to where it was asked for, else to where a program shows it.
func (o *openOptions) copy(ctx context.Context, a run.EvidenceStore, f run.File, shape *openedShape) error {
	if o.out == "" {
		var err error
		shape.Path, shape.told, shape.Opened, err = outside.OpenKept(ctx, a, o.Tools, f, o.Now())
		return err
	}
	shape.Path, shape.told = o.out, flows.Msg("cmd.written", "file", o.out)
	_, err := outside.SaveKept(ctx, a, f, o.out)
	if errors.Is(err, fs.ErrExist) {
		return usage("cmd.draft_exists", "file", o.out)
	}
	return err
}

func (s openedShape) lines(p *sheet) { p.line("%s", words.Say(p.lang, s.told)) }
