package command

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"lotse/flows"
	"lotse/flows/document/schema"
	"lotse/flows/document/skeleton"
	"lotse/flows/words"
	"lotse/ui/author"
	"lotse/ui/outside"
)

// schemaFile is the name of the schema that is written beside a new procedure.
const schemaFile = "lotse.schema.json"

// newProcedureShape is what new-procedure prints.
type newProcedureShape struct {
	Version   int    `json:"version"`
	Procedure string `json:"procedure"`
	File      string `json:"file"`
	Schema    string `json:"schema"` // the schema beside it, for the editor
}

func (s newProcedureShape) lines(p *sheet) {
	p.say("cmd.procedure_written", "file", s.File, "schema", s.Schema)
}

type newProcedureOptions struct {
	*call
	outline skeleton.Outline
	dir     string
}

func newNewProcedure(c *call) *cobra.Command {
	o := &newProcedureOptions{call: c}
	cmd := c.newVerb("new-procedure [NAME]", "cmd.short_new_procedure", 0, 1, o.run)
	cmd.Long = c.text("cmd.long_new_procedure")
	f := cmd.Flags()
	f.StringVar(&o.outline.Title, "title", "", c.text("cmd.flag_new_title"))
	f.StringVar(&o.outline.Summary, "summary", "", c.text("cmd.flag_new_summary"))
	f.StringArrayVar(&o.outline.Systems, "system", nil, c.text("cmd.flag_new_system"))
	f.StringArrayVar(&o.outline.Steps, "step", nil, c.text("cmd.flag_new_step"))
	f.StringVar(&o.outline.Document, "document", "", c.text("cmd.flag_new_document"))
	f.StringVar(&o.dir, "folder", ".", c.text("cmd.flag_new_folder"))
	return cmd
}

func (o *newProcedureOptions) run(ctx context.Context, args []string) error {
	if len(args) > 0 {
		o.outline.ID = args[0]
	}
	o.outline.Lang, o.outline.Schema = o.lang(), schemaFile
	o.outline.Read = o.Now().Format(time.DateOnly)
	if err := o.ask(ctx); err != nil {
		return err
	}
	if err := o.free(o.outline.ID); err != nil {
		return err
	}
	shape := newProcedureShape{Version: 1, Procedure: o.outline.ID, File: o.file(o.outline.ID), Schema: filepath.Join(o.dir, schemaFile)}
	if err := o.writeSchema(shape.Schema); err != nil {
		return err
	}
	o.outline.Head = o.text("cmd.new_head", "file", o.outline.ID+".yaml")
	if err := outside.WriteNew(shape.File, skeleton.Write(o.outline)); err != nil {
		return err
	}
	return o.print(shape)
}

// ask asks for the outline where somebody is there; a title says all that is needed.
func (o *newProcedureOptions) ask(ctx context.Context) error {
	switch {
	case o.outline.Title != "":
		if o.outline.ID == "" {
			o.outline.ID = skeleton.ID(o.outline.Title)
		}
		o.outline.Steps = author.Split(strings.Join(o.outline.Steps, "\n"), "\n")
		return nil
	case !o.canAsk() || o.flags.json:
		return usage("cmd.new_title")
	}
	t := author.Terminal{In: o.In, Out: o.Err, Plain: o.flags.plain || o.plainTerminal(), Color: !o.flags.noColor && o.Getenv("NO_COLOR") == ""}
	return author.Ask(ctx, t, &o.outline, func(id string) error {
		if err := o.free(id); err != nil {
			return errors.New(words.Say(o.lang(), flows.Reason(err)))
		}
		return nil
	})
}

func (o *newProcedureOptions) file(id string) string { return filepath.Join(o.dir, id+".yaml") }

// free says why a procedure cannot be called id here; nil where it can.
func (o *newProcedureOptions) free(id string) error {
	if !flows.IsName(id) {
		return usage("cmd.new_id", "id", short(id))
	}
	switch _, err := os.Lstat(o.file(id)); {
	case err == nil:
		return usage("outside.file_exists", "file", o.file(id))
	case !errors.Is(err, fs.ErrNotExist):
		return err
	}
	return nil
}

// writeSchema writes the schema, unless there is one: it may be a newer one, or
// another program's.
func (o *newProcedureOptions) writeSchema(path string) error {
	doc, err := schema.Print(schema.Procedure, o.Specs)
	if err != nil {
		return err
	}
	if err := outside.WriteNew(path, string(doc)); !errors.Is(err, fs.ErrExist) {
		return err
	}
	return nil
}
