package run

import (
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"time"

	"lotse/flows"
)

// rowOf finds a row of a list.
func (s *state) rowOf(a flows.Address) (place, *flows.Item, *row, error) {
	at, it, err := s.target(a, flows.KindList)
	if err != nil {
		return at, nil, nil, err
	}
	r := s.lists[it.ID]
	if r == nil || r.at(a.Row) < 0 {
		code, known := "refuse.no_row", rowNames(r)
		if known == "" {
			code = "refuse.no_row_at_all"
		}
		return at, nil, nil, flows.Refuse(flows.ErrNotFound, s.plan.address(at), code, "list", it.ID, "row", a.Row, "known", known)
	}
	return at, it, r.order[r.at(a.Row)], nil
}

func rowNames(r *rows) string {
	if r == nil {
		return ""
	}
	var names []string
	for i, row := range r.order {
		if i == 5 {
			names = append(names, "…")
			break
		}
		names = append(names, row.id)
	}
	return strings.Join(names, ", ")
}

func (s *state) noColumn(at place, it *flows.Item, col string, kind flows.Kind) error {
	var known []string
	for i := range it.List.Columns {
		if kind == "" || it.List.Columns[i].Kind == kind {
			known = append(known, it.List.Columns[i].ID)
		}
	}
	return flows.Refuse(flows.ErrNotFound, s.plan.address(at), "refuse.no_column", "list", it.ID, "column", col, "known", strings.Join(known, ", "))
}

// decideAddRow adds the row; its cells follow as commands of their own, see
// expand.
func (s *state) decideAddRow(c AddRow) ([]decision, error) {
	at, it, err := s.target(c.List, flows.KindList)
	if err != nil {
		return nil, err
	}
	if err := s.checkColumns(at, it, c.Cells); err != nil {
		return nil, err
	}
	r, last, n := s.lists[it.ID], 0, 0
	if r != nil {
		last, n = r.last, len(r.order)
	}
	if err := s.checkRowLimit(at, it, n+1); err != nil {
		return nil, err
	}
	if c.After != "" {
		if _, _, _, err := s.rowOf(c.List.In(c.After, "")); err != nil {
			return nil, err
		}
	}
	d := &RowChanged{Item: s.plan.name(at), Row: rowID(last + 1), After: c.After}
	return ofRow(s.itemChange(EventRowAdded, at, "", d, &d.Effects), d.Row), nil
}

func (s *state) checkColumns(at place, it *flows.Item, cells map[string]flows.Value) error {
	for id := range cells {
		if it.Column(id) == nil {
			return s.noColumn(at, it, id, "")
		}
	}
	return nil
}

func (s *state) checkRowLimit(at place, it *flows.Item, n int) error {
	limit := flows.MaxRows
	if n <= limit {
		return nil
	}
	return flows.Refuse(flows.ErrLimit, s.plan.address(at), "refuse.rows_many", "list", it.ID, "n", n, "limit", limit)
}

// expand gives the commands that follow a decided one: the cells of a new row,
// in the order of the columns.
func (s *state) expand(c Command, d decision) []Command {
	add, ok := c.(AddRow)
	if !ok {
		return nil
	}
	data, ok := d.data.(*RowChanged)
	if !ok {
		return nil
	}
	var out []Command
	for _, col := range s.plan.item(d.at).List.Columns {
		if v, ok := add.Cells[col.ID]; ok {
			out = append(out, SetCell{At: add.List.In(data.Row, col.ID), Value: v})
		}
	}
	return out
}

func (s *state) decideRemoveRow(c RemoveRow) ([]decision, error) {
	at, _, _, err := s.rowOf(c.At)
	if err != nil {
		return nil, err
	}
	d := &RowChanged{Item: s.plan.name(at), Row: c.At.Row}
	return ofRow(s.itemChange(EventRowRemoved, at, "", d, &d.Effects), d.Row), nil
}

func (s *state) decideCell(c SetCell, now time.Time) ([]decision, error) {
	at, it, r, err := s.rowOf(c.At)
	if err != nil {
		return nil, err
	}
	col := it.Column(c.At.Column)
	if col == nil {
		return nil, s.noColumn(at, it, c.At.Column, "")
	}
	value := emptyToNil(c.Value)
	if col.Kind == flows.KindTask {
		return s.decideTaskCell(c, value)
	}
	if err := s.checkLimit(value, at, col); err != nil {
		return nil, err
	}
	d := &CellSet{Item: s.plan.name(at), Row: c.At.Row, Column: c.At.Column}
	d.Value, d.Invalid, d.Removed.Message = readAnswer(col, value, now)
	if old := r.cell(col.ID); reflect.DeepEqual(old.value, d.Value) && reflect.DeepEqual(old.removed, d.Removed.Message) {
		return nil, nil
	}
	return ofRow(s.itemChange(EventCell, at, col.ID, d, &d.Effects), d.Row), nil
}

func (s *state) decideTaskCell(c SetCell, v flows.Value) ([]decision, error) {
	done, err := truth(c.At, v)
	switch {
	case err != nil:
		return nil, err
	case done:
		return s.decideTick(Tick{At: c.At})
	}
	return s.decideUntick(Untick{At: c.At})
}

// truth reads a value as whether a task is done.
func truth(a flows.Address, v flows.Value) (bool, error) {
	switch v := v.(type) {
	case nil:
		return false, nil
	case bool:
		return v, nil
	case string:
		switch strings.ToLower(strings.TrimSpace(v)) {
		case "true", "yes", "done", "x", "1":
			return true, nil
		case "false", "no", "0":
			return false, nil
		}
	}
	return false, flows.Refuse(flows.ErrUsage, a, "refuse.no_truth", "item", a.Column, "value", flows.Short(fmt.Sprint(v)))
}

// decideRows replaces all rows, or appends rows, with one event that names its
// content by SHA-256.
func (s *state) decideRows(c ReplaceRows, now time.Time) ([]decision, error) {
	at, it, err := s.target(c.List, flows.KindList)
	if err != nil {
		return nil, err
	}
	r, last, n := s.lists[it.ID], 0, len(c.Rows)
	if r != nil {
		last = r.last
		if c.Append {
			n += len(r.order)
		}
	}
	if err := s.checkRowLimit(at, it, n); err != nil {
		return nil, err
	}
	content, err := s.readRows(at, it, c.Rows, now)
	if err != nil {
		return nil, err
	}
	if len(content) == 0 && (r == nil || c.Append) || r != nil && !c.Append && sameRows(r.order, content) {
		return nil, nil
	}
	b, err := json.Marshal(content)
	if err != nil {
		return nil, fmt.Errorf("encode rows: %w", err)
	}
	d := &RowsReplaced{Item: s.plan.name(at), Count: len(content), Sum: contentSum(b), First: last + 1, Append: c.Append, Source: c.Source}
	out := s.itemChange(EventRowsReplaced, at, "", d, &d.Effects)
	out[0].content = b
	if c.Append {
		out[0].row = rowID(d.First)
	}
	return out, nil
}

// ofRow is a decision about one row of a list.
func ofRow(one []decision, row string) []decision {
	one[0].row = row
	return one
}

func (s *state) readRows(at place, it *flows.Item, rows []map[string]flows.Value, now time.Time) (_ []map[string]cellContent, err error) {
	content := make([]map[string]cellContent, len(rows))
	for i, cells := range rows {
		if err := s.checkColumns(at, it, cells); err != nil {
			return nil, err
		}
		if content[i], err = s.readRow(at, it, cells, now); err != nil {
			return nil, err
		}
	}
	return content, nil
}

func (s *state) readRow(at place, it *flows.Item, cells map[string]flows.Value, now time.Time) (map[string]cellContent, error) {
	out := make(map[string]cellContent, len(cells))
	for id, raw := range cells {
		col, value := it.Column(id), emptyToNil(raw)
		if value == nil {
			continue
		}
		if col.Kind == flows.KindTask {
			done, err := truth(s.plan.address(at).In("", id), value)
			if err != nil {
				return nil, err
			}
			out[id] = cellContent{Value: done}
			continue
		}
		if err := s.checkLimit(value, at, col); err != nil {
			return nil, err
		}
		var c cellContent
		c.Value, c.Invalid, c.Removed.Message = readAnswer(col, value, now)
		out[id] = c
	}
	return out, nil
}

func sameRows(order []*row, content []map[string]cellContent) bool {
	return slices.EqualFunc(order, content, func(r *row, c map[string]cellContent) bool {
		want := &row{cells: readCells(c)}
		return r.covers(want) && want.covers(r)
	})
}

// covers reports whether the row has every value that the other has.
func (r *row) covers(other *row) bool {
	for _, c := range other.cells {
		if c.value != nil && !reflect.DeepEqual(r.cell(c.column).value, c.value) {
			return false
		}
	}
	return true
}
