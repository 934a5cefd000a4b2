package flows

import (
	"slices"
	"strings"
)

// repeating are the kinds of items that can be there for every row of a list.
var repeating = []Kind{KindCopy, KindTask, KindDraft, KindCheck}

func kindNames(all []Kind) []string {
	names := make([]string, len(all))
	for i, k := range all {
		names[i] = string(k)
	}
	return names
}

// loadEach reads the key each: an item of one of the kinds that it fits is there
// once for every row of a list.
func (l *loader) loadEach(o *object, it *Item) {
	if o.Get("each") == nil {
		return
	}
	l.needs(fifthFormat)
	if !slices.Contains(repeating, it.Kind) {
		l.fault(o.take("each").FilePlace, "lint.each_kind", "kinds", kindNames(repeating), "is", it.Kind.what())
		return
	}
	it.Each = o.text("each")
}

// columnName is the column that a name with a dot before it means, such as .price:
// the one of the row that an item is there for.
func columnName(name string) (column string, is bool) { return strings.CutPrefix(name, ".") }

// each proves the list that an item goes through, which comes before it.
func (k *linker) each(path string, it *Item, own int) {
	if it.Each == "" {
		return
	}
	at := k.placeAt(path + ".each")
	switch turn, known := k.turns[Ref{RefList, it.Each}]; {
	case !known:
		k.fault(at, "lint.no_list", "list", it.Each, "hint", nearest(it.Each, (&compiler{known: k.known}).lists()))
	case turn >= own:
		k.fault(at, "lint.later", "name", it.Each)
	}
	if it.Copy == nil {
		return
	}
	if of := k.known.items[it.Copy.Of]; of != nil && of.Holds() != nil && of.Holds().Type == TypeSecret {
		k.fault(k.placeAt(path+".of"), "lint.text_secret", "name", it.Copy.Of)
	}
}

// columnOf proves a column that a text of an item names.
func (k *linker) columnOf(it *Item, column string, at FilePlace) {
	switch {
	case it == nil || it.Each == "":
		k.fault(at, "lint.each_outside", "column", column)
	case k.known.items[it.Each] == nil: // told at each
	case k.known.listOf[column] != it.Each:
		k.fault(at, "lint.no_column", "list", it.Each, "column", column, "hint", nearest(column, (&compiler{known: k.known, list: it.Each}).columns()))
	case k.known.items[column].Field == nil:
		k.fault(at, "lint.each_task", "column", column)
	}
}

// Repeats reports whether the item stands in a run once for every row of its list,
// as an item of its own. What is copied does not: it is one item with a text for
// every row.
func (it *Item) Repeats() bool { return it.Each != "" && it.Kind != KindCopy }

// EachRow reports whether the condition of an item that is there for every row
// reads the row.
func (it *Item) EachRow() bool {
	for _, r := range it.When.Reads() {
		if it.Each != "" && r.Kind == RefColumn {
			return true
		}
	}
	return false
}

// isAddress reports whether a field, or a column, holds an e-mail address.
func (k *linker) isAddress(id string) bool {
	f := k.known.items[id].Holds()
	return f != nil && (f.Type == TypeEmail || f.Type == TypeEmails)
}
