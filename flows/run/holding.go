package run

import (
	"maps"
	"slices"
	"strings"

	"lotse/flows"
)

// holding is everything that a run holds of one item; of a step its notes and files.
type holding struct {
	answer   *answer
	rows     *rows
	mark     *mark
	change   *change
	failure  *NotWorked
	attached []Attachment
	notes    []NoteView
	secrets  []string
	readings map[string]Reading // by side
	rotation *rotation
	accepted map[string]string // why, by what follows the item's id in the problem's
	left     map[string]bool
}

// held is a copy of what a run holds of the item at a place.
func (s *state) held(at place) holding {
	it, name := s.plan.item(at), s.plan.name(at)
	h := holding{
		failure: s.failures[name], attached: s.attached[name], secrets: s.secrets[name], rotation: s.rotations[at],
		readings: map[string]Reading{}, accepted: map[string]string{}, left: map[string]bool{},
	}
	switch it.Kind {
	case flows.KindField:
		h.answer = s.answers[it.ID]
	case flows.KindList:
		h.rows = s.lists[it.ID]
	default:
		h.mark = s.marks[name]
	}
	if c, changed := s.changes[at]; changed {
		h.change = &c
	}
	for key, r := range s.readings {
		if key.item == name {
			h.readings[key.side] = r
		}
	}
	step := s.plan.step(at).ID
	for key, why := range s.accepted {
		if rest, ok := problemOf(key, step, s.plan.id(at)); ok {
			h.accepted[rest] = why
		}
	}
	for key := range s.left {
		if rest, ok := problemOf(key, step, s.plan.id(at)); ok {
			h.left[rest] = true
		}
	}
	return h.copied()
}

// problemOf is what follows an item's id in the id of a problem of it.
func problemOf(key problemKey, step, item string) (rest string, ok bool) {
	rest, ok = strings.CutPrefix(key.problem, item)
	return rest, ok && key.step == step && (strings.HasPrefix(rest, ".") || strings.HasPrefix(rest, "["))
}

// copied is a copy that shares nothing which changes.
func (h holding) copied() holding {
	if h.answer != nil {
		a := *h.answer
		h.answer = &a
	}
	if h.rows != nil {
		h.rows = &rows{order: slices.Clone(h.rows.order), last: h.rows.last, again: h.rows.again}
	}
	if h.mark != nil {
		m := *h.mark
		h.mark = &m
	}
	if h.rotation != nil {
		r := *h.rotation
		r.users = slices.Clone(r.users)
		h.rotation = &r
	}
	h.secrets = slices.Clone(h.secrets)
	return h
}

// any reports whether it holds anything that a person would miss.
func (h *holding) any() bool {
	return h.answer.given() || h.rows != nil && len(h.rows.order) > 0 || h.mark.isSet() || h.mark != nil && h.mark.note != "" ||
		h.failure != nil || len(h.attached) > 0 || len(h.notes) > 0
}

// holds reports whether a run holds anything of an item; of one that repeats, in any
// row.
func (s *state) holds(at place) bool {
	return slices.ContainsFunc(s.places(at), func(one place) bool {
		h := s.held(one)
		return h.any()
	})
}

// put takes a holding as that of the item at a place.
func (s *state) put(at place, h holding) {
	it, name := s.plan.item(at), s.plan.name(at)
	switch {
	case h.answer != nil:
		s.answers[it.ID] = h.answer
	case h.rows != nil:
		s.lists[it.ID] = h.rows
	case h.mark != nil:
		s.marks[name] = h.mark
	}
	if h.change != nil {
		s.changes[at] = *h.change
	}
	if h.failure != nil {
		s.failures[name] = h.failure
	}
	if h.attached != nil {
		s.attached[name] = h.attached
	}
	if h.secrets != nil {
		s.secrets[name] = h.secrets
	}
	if h.rotation != nil {
		s.rotations[at] = h.rotation
	}
	for side, r := range h.readings {
		s.readings[readingKey{name, side}] = r
	}
	step := s.plan.step(at).ID
	for rest, why := range h.accepted {
		s.accepted[problemKey{step, s.plan.id(at) + rest}] = why
	}
	for rest := range h.left {
		s.left[problemKey{step, s.plan.id(at) + rest}] = true
	}
}

// rename gives everything in it the names of the new version. What was accepted of
// something that has to be looked at again is open again.
func (h *holding) rename(p *flows.ItemPair, pairs *flows.Comparison) {
	if p.LooksAgain() {
		h.accepted, h.left = nil, nil
	}
	h.renameColumns(p)
	if h.mark == nil {
		return
	}
	if r := h.mark.result; r != nil {
		renamed := *r
		renamed.Inputs = make(map[string]string, len(r.Inputs))
		for name, text := range r.Inputs {
			renamed.Inputs[renamedIn(pairs, name)] = text
		}
		if r.Inputs == nil {
			renamed.Inputs = nil
		}
		h.mark.result = &renamed
	}
	h.mark.draftReads = slices.Clone(h.mark.draftReads)
	for i, id := range h.mark.draftReads {
		h.mark.draftReads[i] = readIn(pairs, id)
	}
}

// readIn is the new name of what a letter has read: a field, a list, or a cell of it.
func readIn(pairs *flows.Comparison, read string) string {
	a, _ := flows.ParseItem(read)
	if a.Row == "" {
		return dataIn(pairs, read)
	}
	step, _, err := pairs.Old.Find(flows.Address{Item: a.Item})
	if err != nil {
		return read
	}
	at, _ := flows.ParseItem(renamedIn(pairs, step.ID+"."+read))
	at.Step = ""
	return at.String()
}

// dataIn is the new id of a field or a list.
func dataIn(pairs *flows.Comparison, id string) string {
	step, it, err := pairs.Old.Find(flows.Address{Item: id})
	if err != nil {
		return id
	}
	if p := pairs.Item(step.ID + "." + it.ID); p != nil && p.New != nil {
		return p.New.ID
	}
	return id
}

func (h *holding) renameColumns(p *flows.ItemPair) {
	ids := map[string]string{}
	for i := range p.Columns {
		if c := &p.Columns[i]; c.Old != nil && c.New != nil && c.Old.ID != c.New.ID {
			ids[c.Old.ID] = c.New.ID
		}
	}
	if len(ids) == 0 {
		return
	}
	if h.rows != nil {
		for i, r := range h.rows.order {
			h.rows.order[i] = r.renamed(ids)
		}
	}
	h.accepted = renamedProblems(h.accepted, ids)
	h.left = renamedProblems(h.left, ids)
}

// renamedProblems gives the columns in the ids of problems their new names.
func renamedProblems[V any](of map[string]V, ids map[string]string) map[string]V {
	all := maps.Clone(of)
	for rest, v := range of {
		row, after, inRow := strings.Cut(rest, "].")
		column, code, _ := strings.Cut(after, ".")
		if id, renamed := ids[column]; inRow && renamed {
			delete(all, rest)
			all[row+"]."+id+"."+code] = v
		}
	}
	return all
}

// renamed is the row with other names of its columns.
func (r *row) renamed(ids map[string]string) *row {
	cells := slices.Clone(r.cells)
	for i := range cells {
		if id, ok := ids[cells[i].column]; ok {
			cells[i].column = id
		}
	}
	return &row{id: r.id, cells: cells}
}

// without is the row without a column.
func (r *row) without(column string) *row {
	return &row{id: r.id, cells: slices.DeleteFunc(slices.Clone(r.cells), func(c cell) bool { return c.column == column })}
}
