package flows

import (
	"cmp"
	"slices"
	"strings"
)

// inputs proves what a check, draft, copy or action works on.
func (k *linker) inputs(path string, it *Item, own int) {
	for _, id := range it.inputs() {
		at := k.inputSpot(path, id)
		list, column, dotted := strings.Cut(id, ".")
		ref := Ref{RefField, id}
		if dotted {
			ref = Ref{RefColumn, column}
			if k.known.listOf[column] != list {
				ref.ID = ""
			}
		}
		turn, known := k.turns[ref]
		switch {
		case !known && it.Check != nil:
			k.fault(at, "lint.input_unknown", "field", Short(id), "hint", nearest(id, k.fieldIDs()))
		case !known:
			k.fault(at, "lint.no_field", "field", id, "hint", nearest(id, k.fieldIDs()))
		case turn >= own && it.Kind != KindAction:
			k.fault(at, "lint.later", "name", id)
		case it.Draft != nil && !k.isAddress(cmp.Or(column, id)), it.Draft != nil && dotted && (list != it.Each || id == it.Draft.To):
			k.fault(at, "lint.no_address", "field", id)
		}
	}
}

// inputSpot is where an input is written.
func (k *linker) inputSpot(path, id string) FilePlace {
	_, column, _ := strings.Cut(id, ".")
	for _, p := range k.elements[path].Pairs {
		s := p.Value.find(id)
		if s == nil {
			s = p.Value.find("." + column)
		}
		if s != nil && (p.Key.Text == "with" || p.Key.Text == "to" || p.Key.Text == "of" || p.Key.Text == "until") {
			return *s
		}
	}
	return k.placeAt(path)
}

func (k *linker) fieldIDs() []string {
	var ids []string
	for ref := range k.turns {
		if ref.Kind == RefField {
			ids = append(ids, ref.ID)
		}
	}
	slices.Sort(ids)
	return ids
}
