package flows

import "slices"

// Aspect is what of a step or an item differs between two versions.
type Aspect string

// The aspects of a change.
const (
	AspectPlace     Aspect = "place"     // it stands in another step
	AspectText      Aspect = "text"      // words around it: help, what to say, what is copied, a letter's template
	AspectQuestion  Aspect = "question"  // its label: what is asked
	AspectType      Aspect = "type"      // of the answer
	AspectOptions   Aspect = "options"   // of a choice
	AspectRules     Aspect = "rules"     // what has to hold: rules, required, how many rows, evidence, preconditions
	AspectCondition Aspect = "condition" // when it applies, or what comes before it
	AspectCheck     Aspect = "check"     // what is run, on what, and what its result holds up
	AspectColumns   Aspect = "columns"   // of a list
	AspectFile      Aspect = "file"      // that comes with the procedure: what is in it, in any language
)

// LooksAgain reports whether an answer has to be seen again where this differs.
func (a Aspect) LooksAgain() bool {
	return a == AspectQuestion || a == AspectType || a == AspectOptions || a == AspectRules || a == AspectCheck || a == AspectColumns || a == AspectFile
}

// Comparison is what two versions of a procedure have in common, and where they
// differ; it is in the language that the procedure was written in.
type Comparison struct {
	Old, New *Procedure
	// Steps are those of the new version in its order; one that is gone stands behind
	// what came before it.
	Steps []StepPair

	items map[string]*ItemPair // by the old name
}

// StepPair is a step of two versions: Old is nil of a new one, New of one that is
// gone.
type StepPair struct {
	Old, New *Step
	Aspects  []Aspect // in which the step itself differs
	Items    []ItemPair
}

// ItemPair is an item of two versions, as StepPair is a step. At names where it
// stands in each; zero where it does not.
type ItemPair struct {
	Old, New     *Item
	OldAt, NewAt Address
	Aspects      []Aspect
	Columns      []ItemPair // of a list
}

// Renamed reports whether the step has another id now.
func (p *StepPair) Renamed() bool { return p.Old != nil && p.New != nil && p.Old.ID != p.New.ID }

// Renamed reports whether the item, or the step in which it stands, has another id
// now.
func (p *ItemPair) Renamed() bool { return p.Old != nil && p.New != nil && p.OldAt != p.NewAt }

// LooksAgain reports whether an answer has to be seen again.
func (p *ItemPair) LooksAgain() bool { return slices.ContainsFunc(p.Aspects, Aspect.LooksAgain) }

// Compare compares two versions of a procedure. What was renamed is found by the
// renames of the newer one, whichever of the two that is.
func Compare(older, newer *Procedure) *Comparison {
	older, newer = older.written(), newer.written()
	c := &Comparison{Old: older, New: newer, items: map[string]*ItemPair{}}
	m := newMatcher(older, newer)
	for i := range newer.Steps {
		c.Steps = append(c.Steps, m.stepPair(&newer.Steps[i]))
	}
	for i := range older.Steps {
		if gone, is := m.gone(&older.Steps[i]); is {
			c.Steps = slices.Insert(c.Steps, c.behind(older, i), gone)
		}
	}
	for i := range c.Steps {
		for k := range c.Steps[i].Items {
			if p := &c.Steps[i].Items[k]; p.Old != nil {
				c.items[p.OldAt.String()] = p
			}
		}
	}
	return c
}

// written is the procedure in the language that it was written in.
func (p *Procedure) written() *Procedure { return p.In(p.Languages[0]) }

// behind is the position behind the step that comes before the old one at i.
func (c *Comparison) behind(older *Procedure, i int) int {
	for i--; i >= 0; i-- {
		at := slices.IndexFunc(c.Steps, func(p StepPair) bool { return p.Old != nil && p.Old.ID == older.Steps[i].ID })
		if at >= 0 {
			return at + 1
		}
	}
	return 0
}

// Item is the pair of an item of the old version, by "step.item"; nil where there
// is none.
func (c *Comparison) Item(old string) *ItemPair { return c.items[old] }

// Step is the pair of a step of the old version; nil where there is none.
func (c *Comparison) Step(old string) *StepPair {
	for i := range c.Steps {
		if p := &c.Steps[i]; p.Old != nil && p.Old.ID == old {
			return p
		}
	}
	return nil
}

// Column is the pair of a column of the old list; nil where there is none.
func (p *ItemPair) Column(old string) *ItemPair {
	for i := range p.Columns {
		if c := &p.Columns[i]; c.Old != nil && c.Old.ID == old {
			return c
		}
	}
	return nil
}

// Same reports whether nothing differs that a person could see or a run could tell.
func (c *Comparison) Same() bool {
	return !slices.ContainsFunc(c.Steps, func(s StepPair) bool {
		return s.Old == nil || s.New == nil || s.Renamed() || len(s.Aspects) > 0 ||
			slices.ContainsFunc(s.Items, func(p ItemPair) bool { return p.Old == nil || p.New == nil || p.Renamed() || len(p.Aspects) > 0 })
	})
}
