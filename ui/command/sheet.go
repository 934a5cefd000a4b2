package command

import (
	"context"
	"errors"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"lotse/flows"
	doc "lotse/flows/document/paper"
	before "lotse/flows/document/sheet"
	"lotse/ui/file"
	"lotse/ui/outside"
)

func newSheet(c *call) *cobra.Command {
	o := &paperOptions{call: c}
	cmd := c.newVerb("sheet PROCEDURE|RUN", "cmd.short_sheet", 1, 1, o.sheet)
	cmd.Long = c.text("cmd.long_sheet")
	cmd.Example = "lotse sheet teccom-import --lang de\nlotse sheet 7f3 -o sheet.html"
	o.paperFlags(cmd)
	return cmd
}

// sheet writes the sheet that a customer gets before a run.
func (o *paperOptions) sheet(ctx context.Context, args []string) error {
	shape := paperShape{Version: 1, File: o.file}
	d, err := o.sheetOf(ctx, args[0], &shape)
	if err != nil {
		return err
	}
	shape.Lang = d.Lang
	if shape.Format, shape.Text, err = o.put(ctx, d); err != nil {
		return err
	}
	return o.print(shape)
}

// sheetOf is the sheet of the procedure or of the run that is named: a procedure by
// its whole name or its path, neither of which a run's id can be.
func (o *paperOptions) sheetOf(ctx context.Context, name string, shape *paperShape) (*doc.Document, error) {
	if slices.Contains(o.Library.IDs(), name) || strings.Contains(name, "/") || file.IsPath(name) {
		p, err := o.procedureIn(name)
		if err != nil {
			return nil, err
		}
		shape.Procedure = p.ID
		return before.OfProcedure(p), nil
	}
	s, err := o.resume(ctx, name)
	if errors.Is(err, flows.ErrNotFound) {
		return nil, notFound("cmd.no_procedure_or_run", "name", short(name))
	}
	if err != nil {
		return nil, err
	}
	env, err := o.env(ctx)
	if err != nil {
		return nil, err
	}
	shape.Procedure, shape.Run = s.Procedure().ID, s.ID()
	return outside.Sheet(s, env, o.flags.lang)
}

// procedureIn is a procedure in the language that is asked for, or the person's.
func (c *call) procedureIn(id string) (*flows.Procedure, error) {
	p, err := c.procedure(id)
	if err != nil {
		return nil, err
	}
	if lang := c.flags.lang; lang != "" && !slices.Contains(p.Languages, lang) {
		return nil, notWritten(p, lang)
	}
	return p.In(c.lang()), nil
}
