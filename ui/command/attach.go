package command

import (
	"context"

	"github.com/spf13/cobra"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/ui/face"
)

// attachOptions are the options of attach.
type attachOptions struct {
	*call
	note string
}

func newAttach(c *call) *cobra.Command {
	o := &attachOptions{call: c}
	cmd := c.newVerb("attach RUN STEP[.ITEM] FILE", "cmd.short_attach", 3, 3, o.run)
	cmd.Long = c.text("cmd.long_attach")
	cmd.Example = "lotse attach 7f3 entitlement entitlement.png\nlotse attach 7f3 credentials.token answer.pdf --note \"as the portal showed it\""
	cmd.Flags().StringVar(&o.note, "note", "", c.text("cmd.flag_attach_note"))
	return c.headFlag(cmd)
}

// run attaches a file.
func (o *attachOptions) run(ctx context.Context, args []string) error {
	return o.change(ctx, args[0], func(s *run.Session) ([]run.Command, error) {
		at, err := wholePlace(s, args[1])
		if err != nil {
			return nil, err
		}
		f, err := o.keep(ctx, args[2], flows.MaxEvidence)
		if err != nil {
			return nil, err
		}
		return []run.Command{run.Attach{At: at, File: f, Note: o.note}}, nil
	})
}

// place reads the address of a step, or of an item of it, which is in the run. A
// word alone is the step of that name, else the field.
func place(s *run.Session, arg string) (flows.Address, error) {
	if s.Procedure().Step(arg) != nil {
		return flows.AtStep(arg), nil
	}
	at, err := parsePlace(arg)
	if err != nil {
		return at, err
	}
	step, it, err := s.Resolve(at)
	if err != nil {
		return at, err
	}
	return flows.Address{Step: step.ID, Item: it.ID, Row: at.Row, Column: at.Column}, nil
}

// wholePlace is place, of no row.
func wholePlace(s *run.Session, arg string) (flows.Address, error) {
	at, err := place(s, arg)
	if err == nil && at.Row != "" {
		err = usage("cmd.no_row", "word", short(arg), "item", at.Whole())
	}
	return at, err
}

// attachmentShape is a file that was attached.
type attachmentShape struct {
	File string `json:"file"`
	Sum  string `json:"sha256"`
	Size int64  `json:"size"`
	Note string `json:"note"`
	At   string `json:"at"`
	By   string `json:"by"`
}

func attachmentsOf(list []run.Attachment) []attachmentShape {
	all := []attachmentShape{}
	for _, a := range list {
		all = append(all, attachmentShape{File: a.File.Name, Sum: a.File.Sum, Size: a.File.Size, Note: a.Note, At: stamp(a.At), By: a.By})
	}
	return all
}

// attachmentLines show what is attached below what it is attached to.
func attachmentLines(p *sheet, list []run.Attachment) {
	for i := range list {
		p.under("     + %s", face.Attachment(p.lang, &list[i]))
	}
}
