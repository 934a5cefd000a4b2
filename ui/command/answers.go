package command

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/flows/words"
)

// answers is an answers file: {STEP: {FIELD: VALUE, LIST: [{…}], TASK: true}}.
type answers struct {
	name string // of the file, for errors
	root *node
}

// openAnswers reads an answers file; "-" is stdin.
func (c *call) openAnswers(ctx context.Context, name string) (*answers, error) {
	r, shown := c.In, "stdin"
	if name != "-" {
		f, err := os.Open(name)
		if errors.Is(err, os.ErrNotExist) {
			return nil, notFoundf("There is no answers file %s.", name)
		}
		if err != nil {
			return nil, fmt.Errorf("open the answers file: %w", err)
		}
		defer f.Close() //nolint:errcheck // only read
		r, shown = f, name
	}
	data, err := readAll(ctx, r, flows.MaxAnswers)
	if errors.Is(err, errTooLarge) {
		return nil, &failure{exit: exitUsage, code: "limit", message: fmt.Sprintf("The answers file %s is larger than 10 MiB, the most that is taken.", shown)}
	}
	if err != nil {
		return nil, fmt.Errorf("read the answers file %s: %w", shown, err)
	}
	root, err := parseDocument(data)
	if err != nil {
		return nil, usagef("%s:%v.", shown, err)
	}
	return &answers{name: shown, root: root}, nil
}

// commands turns the answers into commands, in the order of the file.
func (a *answers) commands(ctx context.Context, c *call, p *flows.Procedure) ([]run.Command, error) {
	if a.root.kind == nullNode {
		return nil, nil
	}
	if a.root.kind != mapNode {
		return nil, a.wrong(a.root, "an answers file is {STEP: {FIELD: VALUE}}")
	}
	var all []run.Command
	for _, e := range a.root.entries {
		commands, err := a.step(ctx, c, p, e)
		if err != nil {
			return nil, err
		}
		all = append(all, commands...)
	}
	return all, nil
}

// step turns the answers of one step into commands.
func (a *answers) step(ctx context.Context, c *call, p *flows.Procedure, e entry) ([]run.Command, error) {
	s := p.Step(e.key)
	if s == nil {
		return nil, a.wrong(e.at, "%s has no step %q; it has: %s", p.ID, short(e.key), names(p.Steps, func(s flows.Step) string { return s.ID }))
	}
	if e.value.kind == nullNode {
		return nil, nil
	}
	if e.value.kind != mapNode {
		return nil, a.wrong(e.value, "step %s takes {ITEM: VALUE}", s.ID)
	}
	var all []run.Command
	for _, ie := range e.value.entries {
		it := s.Item(ie.key)
		if it == nil {
			return nil, a.wrong(ie.at, "step %s has no item %q; it has: %s", s.ID, short(ie.key), names(answerable(s.Items), itemID))
		}
		command, err := a.item(ctx, c, s, it, ie.value)
		if err != nil {
			return nil, err
		}
		all = append(all, command)
	}
	return all, nil
}

// item turns the answer of one item into a command.
func (a *answers) item(ctx context.Context, c *call, s *flows.Step, it *flows.Item, n *node) (run.Command, error) {
	target := flows.Address{Step: s.ID, Item: it.ID}
	switch it.Kind {
	case flows.KindField:
		v, err := a.value(ctx, c, it, target.String(), n)
		return run.Answer{At: target, Value: v}, err
	case flows.KindTask:
		done, err := a.truth(it, n)
		if done {
			return run.Tick{At: target}, err
		}
		return run.Untick{At: target}, err
	case flows.KindList:
		rows, err := a.rows(ctx, c, it, target.String(), n)
		return run.ReplaceRows{List: target, Rows: rows}, err
	default:
		return nil, a.wrong(n, "%s is a %s and takes no answer; step %s takes: %s", it.ID, it.Kind, s.ID, names(answerable(s.Items), itemID))
	}
}

// rows reads the rows of a list.
func (a *answers) rows(ctx context.Context, c *call, list *flows.Item, target string, n *node) ([]map[string]flows.Value, error) {
	if n.kind == nullNode {
		return nil, nil
	}
	if n.kind != listNode {
		return nil, a.wrong(n, "%s is a list: it takes [{COLUMN: VALUE}]", list.ID)
	}
	rows := make([]map[string]flows.Value, 0, len(n.items))
	for _, rn := range n.items {
		cells, err := a.cells(ctx, c, list, target, rn)
		if err != nil {
			return nil, err
		}
		rows = append(rows, cells)
	}
	return rows, nil
}

// cells reads one row.
func (a *answers) cells(ctx context.Context, c *call, list *flows.Item, target string, n *node) (map[string]flows.Value, error) {
	if n.kind != mapNode {
		return nil, a.wrong(n, "a row of %s is {COLUMN: VALUE}", list.ID)
	}
	cells := make(map[string]flows.Value, len(n.entries))
	for _, e := range n.entries {
		column := columnOf(list, e.key)
		if column == nil {
			return nil, a.wrong(e.at, "list %s has no column %q; it has: %s", list.ID, short(e.key), names(list.List.Columns, itemID))
		}
		var v flows.Value
		var err error
		if column.Kind == flows.KindTask {
			v, err = a.truth(column, e.value)
		} else {
			v, err = a.value(ctx, c, column, target+"[ROW]."+column.ID, e.value)
		}
		if err != nil {
			return nil, err
		}
		cells[column.ID] = v
	}
	return cells, nil
}

// truth reads the answer of a task.
func (a *answers) truth(it *flows.Item, n *node) (bool, error) {
	if n.kind == boolNode {
		return strings.EqualFold(n.text, "true"), nil
	}
	return false, a.wrong(n, "%s is a task: it takes true or false", it.ID)
}

// value reads the answer of a field: scalars as they are written, so that a
// code keeps its zeros.
func (a *answers) value(ctx context.Context, c *call, it *flows.Item, target string, n *node) (flows.Value, error) {
	if it.Field.Type == flows.TypeSecret && n.kind != nullNode {
		return nil, secretRefusal(target, a.at(n))
	}
	switch n.kind {
	case nullNode:
		return nil, nil
	case listNode:
		list := make([]string, 0, len(n.items))
		for _, item := range n.items {
			if !item.scalar() {
				return nil, a.wrong(item, "%s takes a list of texts", it.ID)
			}
			list = append(list, item.text)
		}
		return a.fits(c, it, n, list)
	case mapNode:
		return nil, a.wrong(n, "%s takes one value", it.ID)
	}
	v, err := c.fieldValue(ctx, it, target, n.text)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", a.at(n), err)
	}
	return a.fits(c, it, n, v)
}

// misfits are the problems of an answer that is of another type than its field;
// any other problem is kept with the answer, as for one that is typed.
var misfits = map[string]bool{"not_text": true, "number": true, "date": true, "choice": true, "choices": true}

// fits refuses an answer of another type than its field.
func (a *answers) fits(c *call, it *flows.Item, n *node, v flows.Value) (flows.Value, error) {
	_, problems := it.Read(v, c.Now())
	for _, p := range problems {
		if misfits[p.Code] {
			return nil, a.wrong(n, "%s is of the type %s: %s", it.ID, it.Field.Type, strings.TrimSuffix(words.Say(c.flags.lang, p.Message), "."))
		}
	}
	return v, nil
}

// secretRefusal refuses a secret in a file. The target is where it belongs, at is
// where it was found.
func secretRefusal(target, at string) error {
	step, item, _ := strings.Cut(target, ".")
	return &failure{
		exit: exitUsage, code: string(flows.ErrSecret), step: step, item: item,
		message: fmt.Sprintf("%s: %s is a secret and is taken from a pipe or a terminal only: lotse set RUN --secret-stdin %s.", at, target, target),
	}
}

// at is where a node stands, as editors write it.
func (a *answers) at(n *node) string { return fmt.Sprintf("%s:%d:%d", a.name, n.line, n.column) }

// wrong is a usage failure with its place.
func (a *answers) wrong(n *node, format string, args ...any) error {
	return usagef("%s: %s.", a.at(n), fmt.Sprintf(format, args...))
}

// answerable are the items that an answers file can name.
func answerable(items []flows.Item) []flows.Item {
	var some []flows.Item
	for _, it := range items {
		switch it.Kind {
		case flows.KindField, flows.KindList, flows.KindTask:
			some = append(some, it)
		}
	}
	return some
}

// columnOf finds a column of a list by its id; nil where there is none.
func columnOf(list *flows.Item, id string) *flows.Item {
	for i := range list.List.Columns {
		if list.List.Columns[i].ID == id {
			return &list.List.Columns[i]
		}
	}
	return nil
}

func itemID(it flows.Item) string { return it.ID }

// names lists names for an error.
func names[T any](things []T, name func(T) string) string {
	if len(things) == 0 {
		return "nothing"
	}
	all := make([]string, len(things))
	for i := range things {
		all[i] = name(things[i])
	}
	return strings.Join(all, ", ")
}
