package command

import (
	"context"
	"errors"
	"io"
	"path/filepath"

	"github.com/spf13/cobra"

	"lotse/flows"
	"lotse/ui/file"
	"lotse/ui/outside"
)

// translateOptions are the options of translate.
type translateOptions struct {
	*call
	file  string
	write bool
}

func newTranslate(c *call) *cobra.Command {
	o := &translateOptions{call: c}
	cmd := c.newVerb("translate FILE LANGUAGE", "cmd.short_translate", 2, 2, o.run)
	cmd.Long = c.text("cmd.long_translate")
	cmd.Example = "lotse translate sender.yaml fi\nlotse translate sender.yaml fi --write"
	cmd.Flags().StringVarP(&o.file, "output", "o", "", c.text("cmd.flag_output_new"))
	cmd.Flags().BoolVar(&o.write, "write", false, c.text("cmd.flag_translate_write"))
	return cmd
}

// translateShape is what translate prints; the overlay is there where it was written
// into no file.
type translateShape struct {
	Version   int    `json:"version"`
	Procedure string `json:"procedure"`
	Lang      string `json:"lang"`
	File      string `json:"file"`
	Fresh     int    `json:"fresh"`
	Stale     int    `json:"stale"`
	Missing   int    `json:"missing"`
	Gone      int    `json:"gone"`
	Text      string `json:"text"`
}

func (translateShape) lines(*sheet) {}

// run writes the overlay of a procedure, and says what is to be done in it.
func (o *translateOptions) run(_ context.Context, args []string) error {
	if o.write && o.file != "" {
		return usage("cmd.translate_both")
	}
	dir, name := filepath.Split(args[0])
	f, err := file.Regular(args[0])
	if errors.Is(err, flows.ErrNotFound) {
		return notFound("cmd.no_file", "file", args[0])
	}
	if err != nil {
		return err
	}
	_ = f.Close() // the folder is read
	t, err := flows.Translate(file.Folder(filepath.Clean(dir+".")), name, args[1])
	if err != nil {
		return err
	}
	shape := translateShape{Version: 1, Procedure: t.Procedure, Lang: t.Lang, Fresh: t.Fresh, Stale: t.Stale, Missing: t.Missing, Gone: t.Gone}
	if err := o.put(t, args[0], &shape); err != nil {
		return err
	}
	o.talk("cmd.translated", "fresh", t.Fresh, "stale", t.Stale, "missing", t.Missing, "gone", t.Gone)
	return o.print(shape)
}

// put writes the overlay to where it was asked for.
func (o *translateOptions) put(t *flows.Translation, procedure string, shape *translateShape) (err error) {
	switch {
	case o.write:
		shape.File = filepath.Join(filepath.Dir(procedure), t.File)
		err = outside.Rewrite(shape.File, procedure, t.Text)
	case o.file != "":
		shape.File = o.file
		err = outside.WriteNew(o.file, t.Text)
	case o.flags.json:
		shape.Text = t.Text
	default:
		_, err = io.WriteString(o.out, t.Text)
	}
	if err == nil && shape.File != "" {
		o.talk("cmd.written", "file", shape.File)
	}
	return err
}
