package walk

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"lotse/flows"
	"lotse/flows/run"
)

func kindOf(c run.Command) string { return fmt.Sprintf("%T", c) }

// Find finds what a name stands for: step.item, the id of a field or a list,
// or of any item in the present step; in a list a row by its id or its number,
// and a column. The address is complete; the refusal names what there is.
func (w *position) Find(name string) (flows.Address, *run.ItemView, error) {
	a, ok := flows.ParseItem(name)
	if !ok {
		return a, nil, flows.Refuse(flows.ErrUsage, nil, "dialogue.no_item", "name", flows.Short(name))
	}
	iv := w.complete(&a)
	if rows := w.rowsOf(a); len(rows) > 0 {
		return w.inRow(a, rows)
	}
	if iv == nil {
		return a, nil, flows.Refuse(flows.ErrNotFound, a, "dialogue.no_item", "name", flows.Short(name))
	}
	if a.Row == "" {
		return a, iv, nil
	}
	if iv.Item.Kind != flows.KindList {
		return a, nil, flows.Refuse(flows.ErrUsage, a, "dialogue.no_list")
	}
	row := RowOf(iv, a.Row)
	if row == "" {
		return a, nil, flows.Refuse(flows.ErrNotFound, a, "dialogue.no_row", "row", a.Row, "n", len(iv.Rows))
	}
	a.Row = row
	return a, iv, nil
}

// rowsOf are the items that stand for the rows of the item at an address, where that
// repeats.
func (w *position) rowsOf(a flows.Address) []*run.ItemView {
	sv := w.view.Step(a.Step)
	if sv == nil {
		return nil
	}
	var rows []*run.ItemView
	for i := range sv.Items {
		if iv := &sv.Items[i]; iv.Row != "" && iv.Of == a.Item {
			rows = append(rows, iv)
		}
	}
	return rows
}

// inRow finds an item that repeats in a row, by its id or its number.
func (w *position) inRow(a flows.Address, rows []*run.ItemView) (flows.Address, *run.ItemView, error) {
	if a.Row == "" {
		return a, nil, flows.Refuse(flows.ErrUsage, a, "dialogue.each_row", "item", a.Item, "example", rows[0].Item.ID)
	}
	for i, iv := range rows {
		if iv.Row == a.Row || a.Row == strconv.Itoa(i+1) {
			return flows.Address{Step: a.Step, Item: iv.Item.ID}, iv, nil
		}
	}
	return a, nil, flows.Refuse(flows.ErrNotFound, a, "dialogue.no_row", "row", a.Row, "n", len(rows))
}

// complete finds the item of an address and adds the step to the address.
func (w *position) complete(a *flows.Address) *run.ItemView {
	for _, try := range []flows.Address{a.Whole(), {Step: w.at.Step, Item: a.Item}} {
		if step, it, err := w.s.Resolve(try); err == nil {
			a.Step, a.Item = step.ID, it.ID
			return w.ItemAt(*a)
		}
	}
	return nil
}

// RowOf is the id of the row with that id or number; "" for none.
func RowOf(iv *run.ItemView, name string) string {
	if i := slices.IndexFunc(iv.Rows, func(r run.RowView) bool { return r.Row == name }); i >= 0 {
		return name
	}
	if n, err := strconv.Atoi(name); err == nil && n >= 1 && n <= len(iv.Rows) {
		return iv.Rows[n-1].Row
	}
	return ""
}

// FindStep finds a step by its id, its number or a beginning of its title; ""
// for none.
func (w *position) FindStep(name string) string {
	if w.view.Step(name) != nil {
		return name
	}
	n, err := strconv.Atoi(name)
	for i := range w.view.Steps {
		sv := &w.view.Steps[i]
		title := strings.ToLower(flows.CleanLine(sv.Step.Title))
		if err == nil && sv.State != run.NotNeeded && w.view.Number(sv.Step.ID) == n || err != nil && name != "" && strings.HasPrefix(title, strings.ToLower(name)) {
			return sv.Step.ID
		}
	}
	return ""
}

// FindProblem finds a problem by its id in the present step or, with the
// step's id before it, in any step; problem is "" for none.
func (w *position) FindProblem(id string) (step, problem string) {
	for i := range w.view.Steps {
		sv := &w.view.Steps[i]
		for _, pv := range sv.Problems() {
			if sv.Step.ID == w.at.Step && pv.ID == id || sv.Step.ID+"."+pv.ID == id {
				return sv.Step.ID, pv.ID
			}
		}
	}
	return "", ""
}
