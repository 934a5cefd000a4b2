package flows

import (
	"maps"
	"slices"
	"strings"
)

// read is what is read, and what for.
type read struct {
	Ref
	use Use
}

// Reads lists what the step itself reads, each once: its when and its texts.
func (s *Step) Reads() []Ref { return refsOf(s.reads()) }

// Reads lists what the item reads, each once: its when, rules, inputs and
// texts. A list's columns are not among them, they answer for themselves.
func (it *Item) Reads() []Ref { return refsOf(it.reads()) }

func refsOf(reads []read) []Ref {
	var refs []Ref
	for _, r := range reads {
		if !slices.Contains(refs, r.Ref) {
			refs = append(refs, r.Ref)
		}
	}
	return refs
}

func (s *Step) reads() []read {
	reads := condReads(nil, s.When, UseWhen)
	s.ownPassages(func(t Passage) { reads = textReads(reads, t) })
	return reads
}

func (it *Item) reads() []read {
	reads := condReads(nil, it.When, UseWhen)
	for i := range it.Rules {
		reads = condReads(reads, it.Rules[i].Require, UseRule)
	}
	if it.List != nil {
		for i := range it.List.Unique {
			reads = condReads(reads, it.List.Unique[i].When, UseRule)
		}
	}
	if it.Each != "" {
		reads = added(reads, RefList, it.Each, UseInput)
	}
	if it.Field != nil {
		for i := range it.Field.Options {
			reads = condReads(reads, it.Field.Options[i].When, UseOffer)
		}
	}
	for _, id := range it.inputs() {
		list, column, dotted := strings.Cut(id, ".")
		if !dotted {
			reads = added(reads, RefField, id, UseInput)
			continue
		}
		reads = added(reads, RefList, list, UseInput)
		reads = added(reads, RefColumn, column, UseInput)
	}
	if it.Wait != nil && it.Wait.Until != nil && it.Wait.Until.Of != "" {
		reads = added(reads, RefField, it.Wait.Until.Of, UseText) // the day goes with the answer, as one in a text does
	}
	if it.Value != nil {
		for _, ref := range it.Value.Is.Reads() {
			reads = added(reads, ref.Kind, ref.ID, UseValue)
		}
	}
	if it.Gate != nil {
		for i := range it.Gate.Requires {
			reads = condReads(reads, it.Gate.Requires[i].Cond, UseGate)
		}
	}
	if it.Check != nil {
		for _, id := range it.Check.Request.Secrets() {
			reads = added(reads, RefField, id, UseInput)
		}
	}
	it.ownPassages("", func(t Passage) { reads = textReads(reads, t) })
	return reads
}

// inputs are the field ids, and list.column, that an item of its kind works on.
func (it *Item) inputs() []string {
	var ids []string
	switch it.Kind {
	case KindCheck:
		for _, name := range slices.Sorted(maps.Keys(it.Check.With)) {
			for _, id := range it.Check.With[name] {
				ids = append(ids, it.ofRow(id))
			}
		}
	case KindDraft:
		ids = append(ids, it.ofRow(it.Draft.To))
	case KindCopy:
		ids = append(ids, it.ofRow(it.Copy.Of))
	case KindAction:
		ids = append(ids, it.Action.Of)
	}
	return slices.DeleteFunc(ids, func(id string) bool { return id == "" })
}

// ofRow is LIST.COLUMN of what an item reads in its own row as .COLUMN.
func (it *Item) ofRow(name string) string {
	if _, is := columnName(name); is {
		return it.Each + name
	}
	return name
}

func condReads(reads []read, c *Cond, use Use) []read {
	for _, ref := range c.Reads() {
		reads = added(reads, ref.Kind, ref.ID, use)
	}
	return reads
}

func textReads(reads []read, t Passage) []read {
	if !t.Names {
		return reads
	}
	for _, name := range Placeholders(*t.Text) {
		if column, is := columnName(name); is {
			reads = added(reads, RefColumn, column, t.Use)
		} else if name != CustomerName {
			reads = added(reads, RefField, name, t.Use)
		}
	}
	return reads
}

// added is reads with one more, each once.
func added(reads []read, kind RefKind, id string, use Use) []read {
	if r := (read{Ref{kind, id}, use}); !slices.Contains(reads, r) {
		return append(reads, r)
	}
	return reads
}
