package command

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/ui/file"
)

// answers is an answers file: {STEP: {FIELD: VALUE, LIST: [{…}], TASK: true}}.
type answers struct {
	name string        // of the file, for whoever has to mend it
	list flows.Address // the list whose row it is; zero of a file
	root *flows.Element
}

// openAnswers reads an answers file; "-" is stdin.
func (c *call) openAnswers(ctx context.Context, name string) (*answers, error) {
	r, shown := c.In, "stdin"
	if fd, stream := file.Descriptor(name); name != "-" && (!stream || fd != 0) {
		open := file.Regular
		if stream {
			open = os.Open
		}
		f, err := open(name)
		if errors.Is(err, os.ErrNotExist) || errors.Is(err, flows.ErrNotFound) {
			return nil, notFound("cmd.no_answers_file", "file", name)
		}
		if err != nil {
			return nil, fmt.Errorf("open the answers file: %w", err)
		}
		defer f.Close() //nolint:errcheck // only read
		r, shown = f, name
	}
	data, err := readAll(ctx, r, flows.MaxAnswers)
	if errors.Is(err, errTooLarge) {
		return nil, flows.Refuse(flows.ErrLimit, nil, "cmd.answers_large", "file", shown)
	}
	if err != nil {
		return nil, fmt.Errorf("read the answers file %s: %w", shown, err)
	}
	a := &answers{name: shown}
	a.root, err = parseDocument(data)
	return a, a.placed(err)
}

// commands turns the answers into commands, in the order of the file.
func (a *answers) commands(ctx context.Context, c *call, p *flows.Procedure) ([]run.Command, error) {
	if a.root.IsNull() {
		return nil, nil
	}
	if a.root.Shape != flows.Mapping {
		return nil, a.wrong(a.root, "cmd.answers_form")
	}
	var all []run.Command
	for _, e := range a.root.Pairs {
		commands, err := a.step(ctx, c, p, e)
		if err != nil {
			return nil, err
		}
		all = append(all, commands...)
	}
	return all, nil
}

// step turns the answers of one step into commands.
func (a *answers) step(ctx context.Context, c *call, p *flows.Procedure, e flows.Pair) ([]run.Command, error) {
	s := p.Step(e.Key.Text)
	if s == nil {
		return nil, a.wrong(e.Key, "cmd.no_step", "procedure", p.ID, "step", short(e.Key.Text), "steps", names(p.Steps, stepID))
	}
	if e.Value.IsNull() {
		return nil, nil
	}
	if e.Value.Shape != flows.Mapping {
		return nil, a.wrong(e.Value, "cmd.step_takes", "step", s.ID)
	}
	var all []run.Command
	for _, ie := range e.Value.Pairs {
		at, _ := flows.ParseStep(s.ID + "." + ie.Key.Text)
		it := s.Item(at.Item)
		if it == nil || at.Row != "" && !it.Repeats() {
			return nil, a.wrong(ie.Key, "cmd.no_item", "step", s.ID, "item", short(ie.Key.Text), "items", names(answerable(s.Items), itemID))
		}
		command, err := a.item(ctx, c, s, it, at.AsItem(), ie.Value)
		if err != nil {
			return nil, err
		}
		all = append(all, command)
	}
	return all, nil
}

// item turns the answer of one item into a command.
func (a *answers) item(ctx context.Context, c *call, s *flows.Step, it *flows.Item, target flows.Address, n *flows.Element) (run.Command, error) {
	switch it.Kind {
	case flows.KindField:
		v, err := a.value(ctx, c, it, target, n)
		return run.Answer{At: target, Value: v}, err
	case flows.KindTask:
		done, err := a.truth(it, n)
		if done {
			return run.Tick{At: target}, err
		}
		return run.Untick{At: target}, err
	case flows.KindList:
		rows, err := a.rows(ctx, c, it, target, n)
		return run.ReplaceRows{List: target, Rows: rows}, err
	default:
		return nil, a.wrong(n, "cmd.no_answer_step", "item", it.ID, "kind", kindOf(it), "step", s.ID, "items", names(answerable(s.Items), itemID))
	}
}

// rows reads the rows of a list.
func (a *answers) rows(ctx context.Context, c *call, list *flows.Item, target flows.Address, n *flows.Element) ([]map[string]flows.Value, error) {
	if n.IsNull() {
		return nil, nil
	}
	if n.Shape != flows.Sequence {
		return nil, a.wrong(n, "cmd.list_takes", "list", list.ID)
	}
	rows := make([]map[string]flows.Value, 0, len(n.Parts))
	for _, rn := range n.Parts {
		cells, err := a.cells(ctx, c, list, target, rn)
		if err != nil {
			return nil, err
		}
		rows = append(rows, cells)
	}
	return rows, nil
}

// cells reads one row.
func (a *answers) cells(ctx context.Context, c *call, list *flows.Item, target flows.Address, n *flows.Element) (map[string]flows.Value, error) {
	if n.Shape != flows.Mapping {
		return nil, a.wrong(n, "cmd.row_form", "list", list.ID)
	}
	cells := make(map[string]flows.Value, len(n.Pairs))
	for _, e := range n.Pairs {
		column := list.Column(e.Key.Text)
		if column == nil {
			return nil, a.wrong(e.Key, "cmd.no_column", "list", list.ID, "column", short(e.Key.Text), "columns", names(list.List.Columns, itemID))
		}
		var v flows.Value
		var err error
		if column.Kind == flows.KindTask {
			v, err = a.truth(column, e.Value)
		} else {
			v, err = a.value(ctx, c, column, target.In("ROW", column.ID), e.Value)
		}
		if err != nil {
			return nil, err
		}
		cells[column.ID] = v
	}
	return cells, nil
}

// truth reads the answer of a task.
func (a *answers) truth(it *flows.Item, n *flows.Element) (bool, error) {
	if yes, ok := flows.YesNo(n.Text); ok {
		return yes, nil
	}
	return false, a.wrong(n, "cmd.task_takes", "item", it.ID)
}

// value reads the answer of a field: scalars as they are written, so that a
// code keeps its zeros.
func (a *answers) value(ctx context.Context, c *call, it *flows.Item, target flows.Address, n *flows.Element) (flows.Value, error) {
	if it.Field.Type == flows.TypeSecret && !n.IsNull() {
		return nil, flows.Refuse(flows.ErrSecret, target, "cmd.secret_file", "at", a.at(n), "item", target)
	}
	switch {
	case n.IsNull():
		return nil, nil
	case n.Shape == flows.Sequence:
		list := make([]string, 0, len(n.Parts))
		for _, item := range n.Parts {
			if item.Shape != flows.Scalar || item.IsNull() {
				return nil, a.wrong(item, "cmd.texts", "item", it.ID)
			}
			list = append(list, item.Text)
		}
		return a.fits(c, it, n, list)
	case n.Shape == flows.Mapping:
		return nil, a.wrong(n, "cmd.one_value", "item", it.ID)
	}
	v, err := c.fieldValue(ctx, it, target, n.Text)
	if err != nil {
		return nil, a.refuse(n, err)
	}
	return a.fits(c, it, n, v)
}

// misfits are the problems of an answer that is of another type than its field;
// any other problem is kept with the answer, as for one that is typed.
var misfits = map[string]bool{"not_text": true, "number": true, "date": true, "choice": true, "choices": true}

// fits refuses an answer of another type than its field.
func (a *answers) fits(c *call, it *flows.Item, n *flows.Element, v flows.Value) (flows.Value, error) {
	_, problems := it.Read(v, c.Now())
	for _, p := range problems {
		if misfits[p.Code] {
			return nil, a.wrong(n, "cmd.misfit", "item", it.ID, "type", string(it.Field.Type), "what", p.Message)
		}
	}
	return v, nil
}

// at is where a node stands, as editors write it.
func (a *answers) at(n *flows.Element) string {
	return fmt.Sprintf("%s:%d:%d", a.name, n.Row, n.Column)
}

// wrong refuses what stands at a node.
func (a *answers) wrong(n *flows.Element, code string, args ...any) error {
	return a.refuse(n, usage(code, args...))
}

// refuse is why what stands at a node was not taken, with its place.
func (a *answers) refuse(n *flows.Element, err error) error {
	return a.placed(&flows.Refusal{
		Kind: refusalOf(err).Kind, Message: refusalOf(err).Message,
		At: n.FilePlace, Cause: err,
	})
}

// placed is a refusal at a place in a document, with the document's name.
func (a *answers) placed(err error) error {
	var r *flows.Refusal
	if !errors.As(err, &r) {
		return err
	}
	place, _ := r.At.(flows.FilePlace)
	said := *r
	said.Message = flows.Msg("cmd.at", "at", fmt.Sprintf("%s:%d:%d", a.name, place.Row, place.Column), "what", r.Message)
	said.At = a.list
	if a.list.IsZero() {
		place.File = filepath.Base(a.name)
		said.At = place
	}
	return &said
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

func itemID(it flows.Item) string { return it.ID }
func stepID(s flows.Step) string  { return s.ID }

// kindOf is what an item is, with its article.
func kindOf(it *flows.Item) flows.Message { return flows.Msg("kind." + string(it.Kind)) }

// names lists names for a sentence.
func names[T any](things []T, name func(T) string) any {
	if len(things) == 0 {
		return flows.Msg("cmd.nothing")
	}
	all := make([]string, len(things))
	for i := range things {
		all[i] = name(things[i])
	}
	return strings.Join(all, ", ")
}
