package command

import (
	"context"
	"io"

	"github.com/spf13/cobra"

	"lotse/flows"
	"lotse/flows/document/manual"
)

// describeOptions are the options of describe.
type describeOptions struct {
	paperOptions
	full, yaml bool
}

func newDescribe(c *call) *cobra.Command {
	o := &describeOptions{paperOptions: paperOptions{call: c}}
	cmd := c.newVerb("describe PROCEDURE", "cmd.short_describe", 1, 1, o.run)
	cmd.Example = "lotse describe teccom-import\nlotse describe teccom-import --full --lang de -o teccom-import.pdf\nlotse describe teccom-import --yaml"
	cmd.Flags().BoolVar(&o.full, "full", false, c.text("cmd.flag_full"))
	cmd.Flags().BoolVar(&o.yaml, "yaml", false, c.text("cmd.flag_yaml"))
	o.paperFlags(cmd)
	return cmd
}

// run describes a procedure: in short, as a document with all that it says, or as
// it is written.
func (o *describeOptions) run(ctx context.Context, args []string) error {
	document := o.full || o.file != "" || o.format != ""
	if o.yaml && (document || o.flags.json) {
		return usage("cmd.describe_form")
	}
	p, err := o.procedureIn(args[0])
	switch {
	case err != nil:
		return err
	case o.yaml:
		return o.source(p)
	case !document:
		return o.print(describeOf(p))
	}
	format, text, err := o.put(ctx, manual.Document(p))
	if err != nil {
		return err
	}
	return o.print(paperShape{Version: 1, Procedure: p.ID, Lang: p.Lang, Format: format, File: o.file, Text: text})
}

// source prints the document as it is, and after it each file that it includes, as
// a YAML document of its own.
func (o *describeOptions) source(p *flows.Procedure) error {
	for i, f := range p.SourceFiles() {
		text := f.Text
		if i > 0 {
			text = "---\n# " + f.Name + "\n" + text
		}
		if _, err := io.WriteString(o.out, text); err != nil {
			return err
		}
	}
	return nil
}
