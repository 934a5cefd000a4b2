package command

import (
	"context"
	"encoding/json"

	"github.com/spf13/cobra"

	"lotse/flows"
	"lotse/flows/check"
	"lotse/flows/run"
)

// setOptions are the options of set.
type setOptions struct {
	*call
	answers string
	secret  string // STEP.FIELD whose value comes on stdin
	rows    rowsOptions
}

func newSet(c *call) *cobra.Command {
	o := &setOptions{call: c}
	cmd := c.newVerb("set RUN ITEM=VALUE…", "cmd.short_set", 1, -1, o.run)
	cmd.Example = "lotse set 7f3 company.name=\"Muster GmbH\" company.emails=a@example.org,b@example.org\n" +
		"lotse set 7f3 'company.sites+={\"city\":\"Köln\"}' 'company.sites[r1].city=Bonn' 'company.sites[r2]-'\n" +
		"lotse set 7f3 --answers answers.yaml\n" +
		"lotse set 7f3 --rows catalogue.products=prices.xlsx --map part_number=SKU --append\n" +
		"printf %s \"$KEY\" | lotse set 7f3 --secret-stdin api.key"
	cmd.Flags().StringVar(&o.answers, "answers", "", c.text("cmd.flag_answers"))
	o.rows.flags(c, cmd)
	cmd.Flags().StringVar(&o.secret, "secret-stdin", "", c.text("cmd.flag_secret"))
	return c.headFlag(cmd)
}

// run gives the answers: the file's, then the lists', then the arguments', then
// the secret.
func (o *setOptions) run(ctx context.Context, args []string) error {
	if len(args) == 1 && o.answers == "" && o.secret == "" && len(o.rows.files) == 0 {
		return usage("cmd.nothing_to_set")
	}
	if o.answers == "-" && o.secret != "" {
		return usage("cmd.both_stdin")
	}
	var assignments []assignment
	for _, arg := range args[1:] {
		a, err := parseAssignment(arg)
		if err != nil {
			return err
		}
		assignments = append(assignments, a)
	}
	return o.change(ctx, args[0], func(s *run.Session) ([]run.Command, error) {
		return o.commands(ctx, s, assignments)
	})
}

// commands turns what was given into commands.
func (o *setOptions) commands(ctx context.Context, s *run.Session, assignments []assignment) ([]run.Command, error) {
	var all []run.Command
	if o.answers != "" {
		file, err := o.openAnswers(ctx, o.answers)
		if err != nil {
			return nil, err
		}
		if all, err = file.commands(ctx, o.call, s.Procedure()); err != nil {
			return nil, err
		}
	}
	rows, err := o.rows.commands(ctx, o.call, s)
	if err != nil {
		return nil, err
	}
	all = append(all, rows...)
	for _, a := range assignments {
		command, err := o.assign(ctx, s, a)
		if err != nil {
			return nil, err
		}
		all = append(all, command)
	}
	if o.secret != "" {
		at, err := parsePlace(o.secret)
		if err != nil {
			return nil, err
		}
		command, err := o.sealed(ctx, s, at)
		if err != nil {
			return nil, err
		}
		all = append(all, command)
	}
	return all, nil
}

// assign turns one assignment into a command.
func (o *setOptions) assign(ctx context.Context, s *run.Session, a assignment) (run.Command, error) {
	step, it, err := s.Resolve(a.at)
	if err != nil {
		return nil, err
	}
	at := flows.Address{Step: step.ID, Item: it.ID}
	inList := a.at.Row != "" || a.verb != assign
	switch {
	case inList && it.Kind != flows.KindList:
		return nil, usage("cmd.no_list", "item", at, "kind", kindOf(it))
	case a.verb == delRow:
		return run.RemoveRow{At: at.In(a.at.Row, "")}, nil
	case a.verb == addRow:
		cells, err := o.cells(ctx, it, at, a.value)
		return run.AddRow{List: at, Cells: cells}, err
	case inList:
		v, err := o.cell(ctx, it, at.In(a.at.Row, a.at.Column), a.value)
		return run.SetCell{At: at.In(a.at.Row, a.at.Column), Value: v}, err
	case it.Kind == flows.KindList:
		return nil, usage("cmd.set_list", "list", at)
	case it.Kind == flows.KindTask:
		return nil, usage("cmd.set_task", "item", at)
	case it.Kind == flows.KindValue:
		return run.Answer{At: at, Value: a.value}, nil // the run says what to change instead
	case it.Kind != flows.KindField:
		return nil, usage("cmd.no_answer", "item", at, "kind", kindOf(it))
	}
	v, err := o.fieldValue(ctx, it, at, a.value)
	return run.Answer{At: at, Value: v}, err
}

// cell reads the value of one cell.
func (o *setOptions) cell(ctx context.Context, listItem *flows.Item, at flows.Address, text string) (flows.Value, error) {
	it := listItem.Column(at.Column)
	if it == nil {
		return nil, notFound("cmd.no_column", "list", listItem.ID, "column", short(at.Column), "columns", names(listItem.List.Columns, itemID))
	}
	if it.Kind != flows.KindTask {
		return o.fieldValue(ctx, it, at, text)
	}
	switch text {
	case "true":
		return true, nil
	case "false", "":
		return false, nil
	}
	return nil, usage("cmd.task_takes", "item", at)
}

// cells reads the cells of a new row, a JSON object.
func (o *setOptions) cells(ctx context.Context, listItem *flows.Item, list flows.Address, text string) (map[string]flows.Value, error) {
	if !json.Valid([]byte(text)) || len(text) > flows.MaxAnswers {
		return nil, usage("cmd.row_object", "list", list)
	}
	row := &answers{name: list.String(), list: list}
	n, err := parseDocument([]byte(text))
	if err != nil {
		return nil, row.placed(err)
	}
	return row.cells(ctx, o.call, listItem, list, n)
}

// sealed reads a secret from stdin and seals it.
func (c *call) sealed(ctx context.Context, s *run.Session, t flows.Address) (run.Command, error) {
	step, it, err := s.Resolve(t)
	if err != nil {
		return nil, err
	}
	target := flows.Address{Step: step.ID, Item: it.ID}
	if it.Kind != flows.KindField || it.Field.Type != flows.TypeSecret {
		return nil, usage("cmd.no_secret", "item", target)
	}
	// Before it is given: one that is shown once must not be lost to a refusal.
	made, err := c.archive.Vault().Prepare(ctx, s.View(c.Now()).Mode)
	if err != nil {
		return nil, err
	}
	if made {
		c.tellMade(ctx)
	}
	secret, err := c.secretFrom(ctx, c.In, target.String())
	if err != nil {
		return nil, err
	}
	return c.sealFor(ctx, s, target, secret)
}

// sealFor seals a secret, and names for whom it does not open as the one before did.
func (c *call) sealFor(ctx context.Context, s *run.Session, at flows.Address, secret run.Secret) (run.SetSecret, error) {
	set, err := s.Seal(ctx, c.archive.Vault(), at, check.OriginFor(s, at), secret)
	if len(set.Lost) > 0 {
		c.talk("team.sealed_without", "members", set.Lost)
	}
	return set, err
}
