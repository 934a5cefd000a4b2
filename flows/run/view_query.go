package run

import (
	"slices"
	"strings"

	"lotse/flows"
)

// All faces query a view through these methods, so that the full screen and line
// mode start at the same item and use the same names.

// Label is the name of an item in a sentence: its label, or its id. It is one
// clean line.
func (it *ItemView) Label() string { return labelOf(it.Item) }

func labelOf(it *flows.Item) string {
	return flows.CleanLine(it.Name())
}

// Given reports whether something was entered.
func (it *ItemView) Given() bool {
	return !flows.Empty(it.Value) && !it.Default || it.Set || it.Done || len(it.Rows) > 0
}

// AllProblems are the problems of the item and of its rows.
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

// Missing reports whether the problem only says that something has not been
// entered or done yet.
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

// Number is the position of a step among the needed ones, from 1; 0 if it is
// not needed.
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

// AdjacentStep is the step after (by 1) or before (by -1) a step; steps that
// are not needed, and those that skip selects, are passed over. The end of the
// run ("") counts as the step after the last. It is "" if there is no such
// step.
func (v *View) AdjacentStep(id string, by int, skip func(*StepView) bool) string {
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

// ConsequenceLabels are the labels of the items of a consequence; none if it
// is about the step as a whole.
func (v *View) ConsequenceLabels(c Consequence) []string {
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

// Field finds a field or a value of the run by its id; nil where there is none.
func (v *View) Field(id string) *ItemView {
	for i := range v.Steps {
		if iv := v.Steps[i].Item(id); iv != nil && iv.Item.Holds() != nil {
			return iv
		}
	}
	return nil
}

// AnswerLabel is what a person calls an answer by its id: a field, or a cell as
// LIST[ROW].COLUMN; the id where there is none.
func (v *View) AnswerLabel(id string) string {
	if iv := v.Field(id); iv != nil {
		return iv.Label()
	}
	a, _ := flows.ParseItem(id)
	for i := range v.Steps {
		if iv := v.Steps[i].Item(a.Item); iv != nil && iv.Column(a.Column) != nil {
			return labelOf(iv.Column(a.Column))
		}
	}
	return id
}

// Copy is the text that an item has to copy. For a secret it is empty and
// secret is true, since no view contains secrets. The error is a
// *flows.Refusal: a needed answer is missing, or the item has nothing to copy.
func (v *View) Copy(it *ItemView) (value string, secret bool, err error) {
	switch {
	case it.Item.Each != "" && it.Item.Copy != nil:
		value, err = v.copyEach(it)
		return value, false, err
	case it.MissingField != "":
		return "", false, v.refuseMissing(it.MissingField)
	case it.Item.Copy != nil && it.Item.Copy.Of != "":
		return v.Copy(v.Field(it.Item.Copy.Of))
	case it.Item.Copy != nil:
		return flows.Clean(it.Item.Copy.Value), false, nil
	case it.Item.Holds() == nil:
		return "", false, flows.Refuse(flows.ErrUsage, flows.Address{Item: it.Item.ID}, "refuse.copy_nothing", "item", it.Label())
	case it.Item.Holds().Type == flows.TypeSecret && it.Set:
		return "", true, nil
	case flows.Empty(it.Value):
		return "", false, v.refuseMissing(it.Item.ID)
	}
	return pasteText(it.Item.Holds(), it.Value), false, nil
}

// copyEach is what an item has to copy for all of its rows, a line each.
func (v *View) copyEach(it *ItemView) (string, error) {
	var lines []string
	for i := range it.Each {
		text, err := v.CopyRow(&it.Each[i])
		if err != nil {
			return "", err
		}
		lines = append(lines, text)
	}
	if len(lines) == 0 {
		return "", flows.Refuse(flows.ErrUsage, flows.Address{Item: it.Item.ID}, "refuse.copy_nothing", "item", it.Label())
	}
	return strings.Join(lines, "\n"), nil
}

// CopyRow is the text that an item has to copy for one row. The error is a
// *flows.Refusal: a needed answer is missing.
func (v *View) CopyRow(e *EachView) (string, error) {
	switch at := e.Missing; {
	case at.IsZero():
		return e.Text, nil
	case at.Column == "":
		return "", v.refuseMissing(at.Item)
	default:
		label := at.Column
		if sv := v.Step(at.Step); sv != nil && sv.Item(at.Item) != nil && sv.Item(at.Item).Column(at.Column) != nil {
			label = labelOf(sv.Item(at.Item).Column(at.Column))
		}
		return "", flows.Refuse(flows.ErrNotComplete, at, "refuse.copy_empty", "label", label)
	}
}

// CellText is the text that a cell of the row has to copy: a file's its name; ""
// where there is none.
func (r *RowView) CellText(column *flows.Item) string {
	if column.Field == nil {
		return ""
	}
	return pasteText(column.Field, r.Values[column.ID])
}

// refuseMissing refuses to copy because a field has no answer.
func (v *View) refuseMissing(id string) error {
	label := id
	if f := v.Field(id); f != nil {
		label = f.Label()
	}
	return flows.Refuse(flows.ErrNotComplete, flows.Address{Item: id}, "refuse.copy_empty", "label", label)
}
