package flows

import (
	"cmp"
	"slices"
)

// Use says how a place reads a thing.
type Use string

// The uses that a place makes of what it reads.
const (
	UseWhen  Use = "when"  // whether the step, item or column applies
	UseRule  Use = "rule"  // what has to hold for an answer
	UseOffer Use = "offer" // which options are offered
	UseInput Use = "input" // of a check, a draft, a copy or an action
	UseGate  Use = "gate"  // a precondition of a gate
	UseText  Use = "text"  // a text that names the answer
	UseValue Use = "value" // of what a value is worked out from
	UseEnd   Use = "end"   // an earlier end, under which the step is not needed
)

// Place is where something is read: a step, an item of it, or a column, and how.
type Place struct {
	Address
	Use Use
}

// index is what is known of a procedure's ids and of what reads what. It holds
// positions, so that it is the same in every language.
type index struct {
	steps   map[string]int
	data    map[string][2]int // field, value or list -> step and item
	columns map[string]string // column -> list
	readers map[Ref][]Place
	ends    map[Ref]int // what an end reads -> the step that has the end
}

func newIndex(p *Procedure) *index {
	x := &index{
		steps: map[string]int{}, data: map[string][2]int{}, columns: map[string]string{},
		readers: map[Ref][]Place{}, ends: map[Ref]int{},
	}
	for i := range p.Steps {
		s := &p.Steps[i]
		x.steps[s.ID] = i
		x.note(s.reads(), AtStep(s.ID))
		for j := range s.Items {
			it := &s.Items[j]
			x.item(s.ID, it, i, j)
		}
	}
	return x
}

func (x *index) item(step string, it *Item, i, j int) {
	if it.hasData() {
		x.data[it.ID] = [2]int{i, j}
	}
	x.note(it.reads(), Address{Step: step, Item: it.ID})
	if it.End != nil {
		for _, ref := range it.When.Reads() {
			if _, earlier := x.ends[ref]; !earlier {
				x.ends[ref] = i
			}
		}
	}
	if it.List == nil {
		return
	}
	for c := range it.List.Columns {
		column := &it.List.Columns[c]
		x.columns[column.ID] = it.ID
		x.note(column.reads(), Address{Step: step, Item: it.ID, Column: column.ID})
	}
}

func (x *index) note(reads []read, at Address) {
	for _, r := range reads {
		x.readers[r.Ref] = append(x.readers[r.Ref], Place{at, r.use})
	}
}

// Step finds a step by its id; nil where there is none.
func (p *Procedure) Step(id string) *Step {
	i, ok := p.index.steps[id]
	if !ok {
		return nil
	}
	return &p.Steps[i]
}

// Item finds an item of the step by its id; nil where there is none.
func (s *Step) Item(id string) *Item {
	for i := range s.Items {
		if s.Items[i].ID == id {
			return &s.Items[i]
		}
	}
	return nil
}

// Find finds the item that an address names, row and column left aside. The
// error is a *Refusal, which names what is near, or what there is.
func (p *Procedure) Find(a Address) (*Step, *Item, error) {
	if a.Step == "" {
		return p.findAlone(a)
	}
	s := p.Step(a.Step)
	if s == nil {
		return nil, nil, Refuse(ErrNotFound, a, "refuse.no_such_step", "step", a.Step, "hint", nearest(a.Step, keys(p.index.steps)))
	}
	it := s.Item(a.Item)
	if it == nil {
		ids := make([]string, len(s.Items))
		for i := range s.Items {
			ids[i] = s.Items[i].ID
		}
		return s, nil, Refuse(ErrNotFound, a, "refuse.no_item", "step", s.ID, "item", a.Item, "hint", nearest(a.Item, ids))
	}
	return s, it, nil
}

// findAlone finds a field or a list by its id.
func (p *Procedure) findAlone(a Address) (*Step, *Item, error) {
	if at, ok := p.index.data[a.Item]; ok {
		s := &p.Steps[at[0]]
		return s, &s.Items[at[1]], nil
	}
	if list, ok := p.index.columns[a.Item]; ok {
		return nil, nil, Refuse(ErrNotFound, a, "refuse.column_alone", "column", a.Item, "list", list)
	}
	return nil, nil, Refuse(ErrNotFound, a, "refuse.no_field", "field", a.Item, "hint", nearest(a.Item, keys(p.index.data)))
}

// Column finds a column of a list, both by their ids; nil where there is none.
func (p *Procedure) Column(list, column string) *Item {
	_, it, err := p.Find(Address{Item: list})
	if err != nil {
		return nil
	}
	return it.Column(column)
}

// ListOf is the id of the list that a column belongs to; "" where there is no
// such column.
func (p *Procedure) ListOf(column string) string { return p.index.columns[column] }

// Readers lists the places that read a thing, in the order of the procedure. A
// step that comes after an end is among them with UseEnd.
func (p *Procedure) Readers(ref Ref) []Place {
	places := p.index.readers[ref]
	end, ends := p.index.ends[ref]
	if !ends {
		return places
	}
	places = slices.Clone(places)
	for _, s := range p.Steps[end+1:] {
		places = append(places, Place{AtStep(s.ID), UseEnd})
	}
	slices.SortStableFunc(places, func(a, b Place) int {
		return cmp.Or(cmp.Compare(p.index.steps[a.Step], p.index.steps[b.Step]), cmp.Compare(one(a.Item != ""), one(b.Item != "")))
	})
	return places
}
