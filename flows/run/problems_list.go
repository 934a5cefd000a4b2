package run

import (
	"fmt"
	"slices"

	"lotse/flows"
)

// row is a row of a list with its problems. twice says which of its columns
// hold what another row holds too.
func (j *judge) row(it *flows.Item, at place, r *row, twice map[string]*flows.Unique) RowView {
	v := j.own(it, r)
	if twice == nil && len(j.accepted)+len(j.left) == 0 && !j.steps[at.step].done {
		return v
	}
	v.Problems = slices.Clone(v.Problems)
	for i := range it.List.Columns {
		if c := &it.List.Columns[i]; twice[c.ID] != nil {
			v.Problems = append(v.Problems, cellView(it, r, c, shared(r, c, twice)))
		}
	}
	if len(j.accepted)+len(j.left) > 0 {
		for i := range v.Problems {
			j.taken(&v.Problems[i], at.step)
		}
	}
	v.Problems = j.open(v.Problems, at.step)
	return v
}

// shared is the problem of a column in which another row has the same.
func shared(r *row, c *flows.Item, twice map[string]*flows.Unique) flows.Problem {
	return twice[c.ID].Problem(fmt.Sprint(r.cell(c.ID).value))
}

// own is what a row shows by itself, its problems without what was made of them.
// It is made once for each row, since a row is replaced and never changed.
func (j *judge) own(it *flows.Item, r *row) RowView {
	if r.view != nil && r.of == j.plan && r.on == j.day && j.plan.closed[it.ID] {
		return *r.view
	}
	v := RowView{Row: r.id, Values: make(map[string]flows.Value, len(it.List.Columns)), Problems: []ProblemView{}}
	scope := &rowScope{moment: j.moment, list: it, row: r}
	for i := range it.List.Columns {
		c := &it.List.Columns[i]
		given := r.cell(c.ID)
		v.Values[c.ID] = shown(c, given)
		if c.When.Eval(scope) != flows.True {
			v.hide(c.ID)
			continue
		}
		for _, p := range append(j.cell(c, given), j.rules(c.Rules, scope)...) {
			v.Problems = append(v.Problems, cellView(it, r, c, p))
		}
	}
	r.view, r.of, r.on = &v, j.plan, j.day
	return v
}

func (v *RowView) hide(column string) {
	if v.Hidden == nil {
		v.Hidden = map[string]bool{}
	}
	v.Hidden[column] = true
}

// shown is a cell as a row shows it.
func shown(c *flows.Item, v cell) flows.Value {
	switch {
	case c.Kind == flows.KindTask:
		done, _ := v.value.(bool)
		return done
	case v.value == nil:
		return c.Field.Default
	}
	return v.value
}

func (j *judge) cell(c *flows.Item, v cell) []flows.Problem {
	var found []flows.Problem
	switch {
	case c.Kind == flows.KindTask:
		done, _ := v.value.(bool)
		return j.taskCell(c, done)
	case v.value == nil && c.Field.Default == nil:
		found = c.Missing()
	case v.value != nil:
		found = c.Judge(v.value, j.today)
	}
	return append(found, normalised(v.removed)...)
}

func (j *judge) taskCell(c *flows.Item, done bool) []flows.Problem {
	if done || c.Task.Optional {
		return nil
	}
	return []flows.Problem{unticked()}
}

func cellView(it *flows.Item, r *row, c *flows.Item, p flows.Problem) ProblemView {
	id := it.ID + "[" + r.id + "]." + c.ID + "." + p.Code
	return plainView(ProblemView{ID: id, Item: it.ID, Row: r.id, Column: c.ID}, p)
}
