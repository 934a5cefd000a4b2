package run

import (
	"encoding/json"
	"slices"

	"lotse/flows"
)

func (s *state) foldRowAdded(e *Event, d *RowChanged) {
	at, ok := s.plan.at(d.Item)
	if !ok {
		return
	}
	r := s.rows(s.plan.item(at).ID)
	r.last++
	i := len(r.order)
	if d.After != "" {
		i = r.at(d.After) + 1
	}
	r.insert(i, &row{id: d.Row})
	s.recordRowsChange(e, at, d.Row, func(*state) { r.remove(d.Row) })
	s.apply(d.Effects)
}

func (s *state) foldRowRemoved(e *Event, d *RowChanged) {
	at, ok := s.plan.at(d.Item)
	if !ok {
		return
	}
	r := s.rows(s.plan.item(at).ID)
	i := r.at(d.Row)
	if i < 0 {
		return
	}
	old := r.order[i]
	r.remove(d.Row)
	s.dropRow(at, d.Row)
	s.recordRowsChange(e, at, d.Row, func(*state) { r.insert(i, old) })
	s.apply(d.Effects)
}

// recordRowsChange records that rows were added or removed; an undo never
// reuses a row id. row is the only one, "" where there are more.
func (s *state) recordRowsChange(e *Event, at place, row string, revert func(*state)) {
	s.rows(s.plan.item(at).ID).again = false
	s.recordChange(e, at, revert)
	s.undos[len(s.undos)-1].whole = row
}

func (s *state) foldCell(e *Event, d *CellSet) {
	at, ok := s.plan.at(d.Item)
	if !ok {
		return
	}
	s.setCell(e, at, d.Row, cell{column: d.Column, value: plain(d.Value), invalid: d.Invalid != "", removed: d.Removed.Message})
	s.apply(d.Effects)
}

// setCell replaces one cell. Undo puts the old cell into the row as it is at
// that time, so cells can be undone one by one.
func (s *state) setCell(e *Event, at place, rowID string, c cell) {
	column := c.column
	r := s.rows(s.plan.item(at).ID)
	i := r.at(rowID)
	if i < 0 {
		return
	}
	old := r.order[i].cell(column)
	r.put(i, r.order[i].with(c))
	s.recordCellChange(e, at, rowID, column, func(s *state) {
		if i := r.at(rowID); i >= 0 {
			r.put(i, r.order[i].with(old))
		}
	})
}

func (s *state) recordCellChange(e *Event, at place, row, column string, revert func(*state)) {
	u := inverse{seq: e.Seq, at: at, row: row, column: column, revert: revert}
	s.noteChange(e, at)
	s.dropAcceptanceOf(&u)
	s.markStale(at.step)
	s.undos = append(s.undos, u)
}

// foldRows replaces all rows by those of the event's content, or appends them;
// if the content was erased there are no rows.
func (s *state) foldRows(e *Event, d *RowsReplaced) {
	at, ok := s.plan.at(d.Item)
	if !ok {
		return
	}
	var cells []map[string]cellContent
	if e.Content != nil && json.Unmarshal(e.Content, &cells) != nil {
		cells = nil
	}
	order := make([]*row, len(cells))
	for i, c := range cells {
		order[i] = &row{id: rowID(d.First + i), cells: readCells(c)}
	}
	r := s.rows(s.plan.item(at).ID)
	r.last = d.First + d.Count - 1
	if d.Append {
		r.become(append(slices.Clip(r.order), order...))
		s.recordRowsChange(e, at, rowID(d.First), func(*state) { r.removeSince(d.First, d.Count) })
	} else {
		old := r.order
		r.become(order)
		for _, gone := range old {
			s.dropRow(at, gone.id)
		}
		s.recordRowsChange(e, at, "", func(*state) { r.become(old) })
	}
	s.apply(d.Effects)
}

// removeSince removes the rows that were given ids together.
func (r *rows) removeSince(first, count int) {
	gone := make(map[string]bool, count)
	for i := range count {
		gone[rowID(first+i)] = true
	}
	r.become(slices.DeleteFunc(slices.Clone(r.order), func(row *row) bool { return gone[row.id] }))
}

// cellContent is a cell in an event's content.
type cellContent struct {
	Value   flows.Value `json:"value"`
	Invalid string      `json:"invalid,omitempty"`
	Removed Removal     `json:"removed,omitzero"`
}

func readCells(c map[string]cellContent) []cell {
	cells := make([]cell, 0, len(c))
	for k, v := range c {
		cells = append(cells, cell{column: k, value: plain(v.Value), invalid: v.Invalid != "", removed: v.Removed.Message})
	}
	return cells
}

// plain gives a decoded value its proper type: a list of strings is a
// []string, not a []any.
func plain(v flows.Value) flows.Value {
	list, ok := v.([]any)
	if !ok {
		return v
	}
	out := make([]string, 0, len(list))
	for _, e := range list {
		if s, ok := e.(string); ok {
			out = append(out, s)
		}
	}
	return out
}
