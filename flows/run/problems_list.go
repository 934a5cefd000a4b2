package run

import (
	"fmt"
	"slices"

	"lotse/flows"
)

// rowView is a row with its problems. twice has the unique columns whose value
// another row has too.
func (f *problemFinder) rowView(it *flows.Item, at place, r *row, twice map[string]*flows.Unique) RowView {
	v := f.rowViewAlone(it, r)
	if twice == nil && len(f.accepted)+len(f.left) == 0 && !f.steps[at.step].done {
		return v
	}
	v.Problems = slices.Clone(v.Problems)
	for i := range it.List.Columns {
		if c := &it.List.Columns[i]; twice[c.ID] != nil {
			v.Problems = append(v.Problems, cellProblemView(it, r, c, duplicateProblem(r, c, twice)))
		}
	}
	if len(f.accepted)+len(f.left) > 0 {
		for i := range v.Problems {
			f.applyAcceptance(&v.Problems[i], at.step)
		}
	}
	v.Problems = f.withoutSettledTells(v.Problems, at.step)
	return v
}

// duplicateProblem is the problem of a unique column whose value another row
// has too.
func duplicateProblem(r *row, c *flows.Item, twice map[string]*flows.Unique) flows.Problem {
	return twice[c.ID].Problem(fmt.Sprint(r.cell(c.ID).value))
}

// rowViewAlone is what a row shows without the other rows, its problems not
// yet accepted or left. It is computed once per row, since a row is replaced
// and never changed.
func (f *problemFinder) rowViewAlone(it *flows.Item, r *row) RowView {
	if r.viewAlone != nil && r.viewPlan == f.plan && r.viewDay == f.day && f.plan.closed[it.ID] {
		return *r.viewAlone
	}
	v := RowView{Row: r.id, Values: make(map[string]flows.Value, len(it.List.Columns)), Problems: []ProblemView{}}
	scope := &rowScope{evaluation: f.evaluation, list: it, row: r}
	for i := range it.List.Columns {
		c := &it.List.Columns[i]
		given := r.cell(c.ID)
		v.Values[c.ID] = cellValue(c, given)
		if c.When.Eval(scope) != flows.True {
			v.hide(c.ID)
			continue
		}
		v.prove(c.ID, given)
		v.addReadBack(c.ID, given)
		for _, p := range append(f.cellProblems(c, given), f.ruleProblems(c.Rules, scope)...) {
			v.Problems = append(v.Problems, cellProblemView(it, r, c, p))
		}
	}
	r.viewAlone, r.viewPlan, r.viewDay = &v, f.plan, f.day
	return v
}

func (v *RowView) hide(column string) {
	if v.Hidden == nil {
		v.Hidden = map[string]bool{}
	}
	v.Hidden[column] = true
}

// prove adds what a task was ticked with.
func (v *RowView) prove(column string, c cell) {
	if c.evidence == nil && c.note == "" {
		return
	}
	if v.Proofs == nil {
		v.Proofs = map[string]Proof{}
	}
	v.Proofs[column] = Proof{c.evidence, c.note}
}

// cellValue is the value of a cell as a row shows it.
func cellValue(c *flows.Item, v cell) flows.Value {
	switch {
	case c.Kind == flows.KindTask:
		done, _ := v.value.(bool)
		return done
	case v.value == nil:
		return c.Field.Default
	}
	return v.value
}

func (f *problemFinder) cellProblems(c *flows.Item, v cell) []flows.Problem {
	var found []flows.Problem
	switch {
	case c.Kind == flows.KindTask:
		done, _ := v.value.(bool)
		return f.taskCellProblems(c, done)
	case v.value == nil && c.Field.Default == nil:
		found = c.Missing()
	case v.value != nil:
		found = c.Problems(v.value, f.today)
	}
	return append(found, normalised(v.removed)...)
}

func (f *problemFinder) taskCellProblems(c *flows.Item, done bool) []flows.Problem {
	if done || c.Task.Optional {
		return nil
	}
	return []flows.Problem{untickedProblem()}
}

func cellProblemView(it *flows.Item, r *row, c *flows.Item, p flows.Problem) ProblemView {
	id := it.ID + "[" + r.id + "]." + c.ID + "." + p.Code
	return plainView(ProblemView{ID: id, Item: it.ID, Row: r.id, Column: c.ID}, p)
}
