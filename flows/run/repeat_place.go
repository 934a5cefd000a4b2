package run

import (
	"strings"

	"lotse/flows"
)

// id is the id of the item at a place; of one that repeats ITEM[ROW].
func (pl *plan) id(at place) string { return inRow(pl.item(at).ID, at.row) }

func inRow(name, row string) string {
	if row == "" {
		return name
	}
	return name + "[" + row + "]"
}

// at is the place of an item by its name: "step.item", or "step.item[row]" of one
// that repeats.
func (pl *plan) at(name string) (at place, known bool) {
	if at, known = pl.items[name]; known {
		return at, true
	}
	whole, row := splitRow(name)
	if at, known = pl.items[whole]; !known || row == "" || !pl.item(at).Repeats() {
		return place{}, false
	}
	at.row = row
	return at, true
}

// placeOf is the place of an item at an address, in a row of it.
func (pl *plan) placeOf(a flows.Address, row string) place {
	at := pl.items[a.String()]
	at.row = row
	return at
}

// splitRow takes the row off the name of an item that repeats.
func splitRow(name string) (whole, row string) {
	whole, row, _ = strings.Cut(name, "[")
	return whole, strings.TrimSuffix(row, "]")
}

// requireRow refuses an item that repeats without a row, or in one that is not there.
func (s *state) requireRow(at place) error {
	it := s.plan.item(at)
	if !it.Repeats() {
		return nil
	}
	r := s.lists[it.Each]
	known := rowNames(r)
	switch {
	case known == "":
		return flows.Refuse(flows.ErrNotFound, s.plan.address(at), "refuse.each_none", "item", s.plan.name(at.whole()), "list", it.Each)
	case at.row == "":
		return flows.Refuse(flows.ErrUsage, s.plan.address(at), "refuse.each_row", "item", s.plan.name(at), "list", it.Each, "known", known)
	case r.at(at.row) < 0:
		return flows.Refuse(flows.ErrNotFound, s.plan.address(at), "refuse.no_row", "list", it.Each, "row", at.row, "known", known)
	}
	return nil
}
