package command

import (
	"bytes"
	"context"
	"strings"

	"github.com/spf13/cobra"

	doc "lotse/flows/document/paper"
	"lotse/ui/outside"
)

// paperOptions are the options of what is written as a document.
type paperOptions struct {
	*call
	format, file string
}

// paperFlags adds them to a command.
func (o *paperOptions) paperFlags(cmd *cobra.Command) {
	cmd.Flags().StringVar(&o.format, "format", "", o.text("cmd.flag_report_format", "formats", strings.Join(outside.DocumentFormats(), ", ")))
	cmd.Flags().StringVarP(&o.file, "output", "o", "", o.text("cmd.flag_output_new"))
}

// put writes a document into the file that was named, or else to stdout; with
// --json its text is given instead.
func (o *paperOptions) put(ctx context.Context, d *doc.Document) (format, text string, err error) {
	f, err := outside.DocumentFormatOf(o.format, o.file)
	if err != nil {
		return "", "", err
	}
	switch {
	case o.file != "":
		if err := outside.WriteDocument(ctx, o.file, f, d); err != nil {
			return "", "", err
		}
		o.talk("cmd.written", "file", o.file)
	case f.Binary && onTerminal(o.Out):
		return "", "", usage("cmd.report_terminal", "format", f.Name)
	case o.flags.json:
		var b bytes.Buffer
		err = f.Write(&b, d)
		text = b.String()
	default:
		err = f.Write(o.out, d)
	}
	return f.Name, text, err
}

// paperShape says with --json what was written; its text is there where no file
// was named.
type paperShape struct {
	Version   int    `json:"version"`
	Procedure string `json:"procedure"`
	Run       string `json:"run"`
	Lang      string `json:"lang"`
	Format    string `json:"format"`
	File      string `json:"file"`
	Text      string `json:"text"`
}

func (paperShape) lines(*sheet) {}
