package run

import (
	"slices"
	"strings"

	"lotse/flows"
)

// What every face asks of a view stands here, so that the full screen and the
// plain lines begin at the same item and call things by the same names.

// Label is what an item is called in a sentence: its label, or its id. It is
// one clean line.
func (it *ItemView) Label() string {
	if it.Item.Label == "" {
		return it.Item.ID
	}
	return flows.CleanLine(it.Item.Label)
}

// Given reports whether something was entered.
func (it *ItemView) Given() bool {
	return !flows.Empty(it.Value) && !it.Default || it.Set || it.Done || len(it.Rows) > 0
}

// AllProblems are an item's problems, those of its rows included.
func (it *ItemView) AllProblems() []ProblemView {
	if len(it.Rows) == 0 {
		return it.Problems
	}
	all := slices.Clone(it.Problems)
	for i := range it.Rows {
		all = append(all, it.Rows[i].Problems...)
	}
	return all
}

// Holds reports whether any problem of the item, or of a row, holds its step.
func (it *ItemView) Holds() bool {
	if slices.ContainsFunc(it.Problems, ProblemView.Holds) {
		return true
	}
	for i := range it.Rows {
		if it.Rows[i].Holds() {
			return true
		}
	}
	return false
}

// Holds reports whether any problem of the row holds its step.
func (r *RowView) Holds() bool { return slices.ContainsFunc(r.Problems, ProblemView.Holds) }

// Column finds a column of a list by its id; nil where there is none.
func (it *ItemView) Column(id string) *flows.Item {
	return it.Item.Column(id)
}

// Missing reports whether a problem says no more than that nothing is there.
func (p ProblemView) Missing() bool {
	return p.Code == "required" || p.Code == codeNotRun && p.Level == flows.Tell || p.Code == "waiting" || p.Code == "gate_closed"
}

// Blockers names what a step waits for, by titles and labels.
func (v *View) Blockers(s *StepView) string {
	var names []string
	for _, id := range s.BlockedBy {
		step, item, _ := strings.Cut(id, ".")
		before := v.Step(step)
		if before == nil {
			names = append(names, id)
			continue
		}
		name := flows.CleanLine(before.Step.Title)
		if iv := before.Item(item); iv != nil && item != "" {
			name += ": " + iv.Label()
		}
		if !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return strings.Join(names, ", ")
}

// Number is a step's place among those that are needed, from 1; 0 for none.
func (v *View) Number(id string) int {
	n := 0
	for i := range v.Steps {
		s := &v.Steps[i]
		if s.State == NotNeeded {
			continue
		}
		n++
		if s.Step.ID == id {
			return n
		}
	}
	return 0
}

// Beside is the step before (by -1) or after (by 1) one; those that are not
// needed, or that skip names, are passed over. Of no step ("") it is the last or
// none; where there is none, "".
func (v *View) Beside(id string, by int, skip func(*StepView) bool) string {
	at := slices.IndexFunc(v.Steps, func(s StepView) bool { return s.Step.ID == id })
	if id == "" {
		at = len(v.Steps)
	}
	for i := at + by; i >= 0 && i < len(v.Steps); i += by {
		if s := &v.Steps[i]; s.State != NotNeeded && !skip(s) {
			return s.Step.ID
		}
	}
	return ""
}

// Names are the labels of the items that a consequence names; none where it is
// about the step as a whole.
func (v *View) Names(c Consequence) []string {
	s := v.Step(c.Step)
	var names []string
	for _, id := range c.Items {
		name := id
		if s != nil {
			if iv := s.Item(id); iv != nil {
				name = iv.Label()
			}
		}
		names = append(names, name)
	}
	return names
}

// Field finds a field of the run by its id; nil where there is none.
func (v *View) Field(id string) *ItemView {
	for i := range v.Steps {
		if iv := v.Steps[i].Item(id); iv != nil && iv.Item.Kind == flows.KindField {
			return iv
		}
	}
	return nil
}

// Copy is what an item has to copy, and whether that is a secret, whose value
// no view has. The error is a *flows.Refusal: of what is made of an answer that
// is not there, and names whose, or of an item that has nothing to copy.
func (v *View) Copy(it *ItemView) (value string, secret bool, err error) {
	switch {
	case it.Lacks != "":
		return "", false, v.lacking(it.Lacks)
	case it.Item.Copy != nil && it.Item.Copy.Of != "":
		return v.Copy(v.Field(it.Item.Copy.Of))
	case it.Item.Copy != nil:
		return flows.Clean(it.Item.Copy.Value), false, nil
	case it.Item.Field == nil:
		return "", false, flows.Refuse(flows.ErrUsage, flows.Address{Item: it.Item.ID}, "refuse.copy_nothing", "item", it.Label())
	case it.Item.Field.Type == flows.TypeSecret && it.Set:
		return "", true, nil
	case flows.Empty(it.Value):
		return "", false, v.lacking(it.Item.ID)
	}
	return pasted(it.Item.Field, it.Value), false, nil
}

// lacking refuses to copy what a field without an answer is needed for.
func (v *View) lacking(id string) error {
	label := id
	if f := v.Field(id); f != nil {
		label = f.Label()
	}
	return flows.Refuse(flows.ErrNotComplete, flows.Address{Item: id}, "refuse.copy_empty", "label", label)
}
