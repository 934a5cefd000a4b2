package flows

import "fmt"

// Use says how a place reads a thing.
type Use string

// The uses that a place makes of what it reads.
const (
	UseWhen  Use = "when"  // whether the step, item or column applies
	UseRule  Use = "rule"  // what has to hold for an answer
	UseInput Use = "input" // of a check, a draft, a copy or an action
	UseGate  Use = "gate"  // a precondition of a gate
	UseText  Use = "text"  // a text that names the answer
	UseEnd   Use = "end"   // an earlier end, under which the step is not needed
)

// Place is where something is read: a step, an item of it, or a column.
type Place struct {
	Step   string
	Item   string // "" for the step itself
	Column string // "" outside lists
	Use    Use
}

// index is what is known of a procedure's ids and of what reads what.
type index struct {
	steps map[string]int
}

// Step finds a step by its id; nil where there is none.
func (p *Procedure) Step(id string) *Step {
	for i := range p.Steps {
		if p.Steps[i].ID == id {
			return &p.Steps[i]
		}
	}
	return nil
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

// Find finds the item that a target names: "step.item", or a field's or a
// list's id alone. The error names what is near, or what there is.
func (p *Procedure) Find(target string) (*Step, *Item, error) {
	return nil, nil, fmt.Errorf("there is no %s", target)
}

// Column finds a column of a list, both by their ids; nil where there is none.
func (p *Procedure) Column(list, column string) *Item { return nil }

// Readers lists the places that read a thing, in the order of the procedure.
func (p *Procedure) Readers(ref Ref) []Place { return nil }

// Reads lists what the step itself reads: its when and its texts.
func (s *Step) Reads() []Ref { return nil }

// Reads lists what the item reads: its when, rules, inputs and texts; a list's
// columns are not among them, they answer for themselves.
func (it *Item) Reads() []Ref { return nil }

// In gives the procedure in another language: the same procedure where it does
// not have that language.
func (p *Procedure) In(lang string) *Procedure { return p }

// Bytes is the procedure as it is stored: document, includes and overlays in
// one, with a format version. Decode reads it; Digest is its SHA-256.
func (p *Procedure) Bytes() []byte { return p.bytes }
