package run

import (
	"fmt"
	"strings"

	"lotse/flows"
)

// row lists the problems of one row of a list. duplicates says which of its
// columns hold what another row holds too.
func (j *judge) row(it *flows.Item, at place, r *row, duplicates map[string]bool) []ProblemView {
	own := j.cells(it, at, r)
	views := append(make([]ProblemView, 0, len(own)), own...)
	scope := &rowScope{moment: j.moment, list: it, row: r}
	for i := range it.List.Columns {
		c := &it.List.Columns[i]
		found := j.rules(c.Rules, scope)
		if duplicates[c.ID] {
			value := fmt.Sprint(r.cells[c.ID].value)
			found = append(found, flows.Problem{Code: "duplicate", Level: flows.Must, Args: map[string]string{"value": flows.Clean(value)}})
		}
		for _, p := range found {
			views = append(views, j.cellView(it, at, r, c, p))
		}
	}
	return j.open(j.accept(views, at.step), at.step)
}

// cells lists what can be said of a row by itself, once for each row.
func (j *judge) cells(it *flows.Item, at place, r *row) []ProblemView {
	if known, ok := j.old[r]; ok && j.plan.closed[it.ID] {
		j.rows[r] = known
		return known
	}
	scope := &rowScope{moment: j.moment, list: it, row: r}
	views := []ProblemView{}
	for i := range it.List.Columns {
		c := &it.List.Columns[i]
		if c.When.Eval(scope) != flows.True {
			continue
		}
		for _, p := range j.cell(c, r.cells[c.ID]) {
			views = append(views, j.cellView(it, at, r, c, p))
		}
	}
	j.rows[r] = views
	return views
}

func (j *judge) cell(c *flows.Item, v cell) []flows.Problem {
	var found []flows.Problem
	switch {
	case c.Kind == flows.KindTask:
		done, _ := v.value.(bool)
		return j.taskCell(c, done)
	case v.value == nil && c.Field.Default == nil:
		found = c.Missing(j.lang)
	case v.value != nil:
		_, found = c.Read(v.value, j.today, j.lang)
	}
	return append(found, normalised(v.removed, j.lang)...)
}

func (j *judge) taskCell(c *flows.Item, done bool) []flows.Problem {
	if done || c.Task.Optional {
		return nil
	}
	return []flows.Problem{unticked(j.lang)}
}

func (j *judge) cellView(it *flows.Item, at place, r *row, c *flows.Item, p flows.Problem) ProblemView {
	id := it.ID + "[" + r.id + "]." + c.ID + "." + p.Code
	return j.view(at.step, ProblemView{ID: id, Item: it.ID, Row: r.id, Column: c.ID}, p)
}

// accept looks again at what was accepted, since kept problems do not know.
func (j *judge) accept(views []ProblemView, step int) []ProblemView {
	if len(j.accepted) == 0 {
		return views
	}
	for i := range views {
		views[i].Accepted = nil
		if why, ok := j.accepted[problemKey{j.plan.proc.Steps[step].ID, views[i].ID}]; ok && views[i].Can {
			views[i].Accepted = &why
		}
	}
	return views
}

// duplicates finds, for each row, the unique columns whose value another row
// holds too.
func duplicates(it *flows.Item, rows []*row) map[*row]map[string]bool {
	found := map[*row]map[string]bool{}
	for _, id := range it.List.Unique {
		first := make(map[string]*row, len(rows))
		for _, r := range rows {
			key := uniqueKey(r.cells[id].value)
			if key == "" {
				continue
			}
			if other, ok := first[key]; ok {
				flag(found, other, id)
				flag(found, r, id)
				continue
			}
			first[key] = r
		}
	}
	return found
}

// uniqueKey is a value as it is compared: case and outer blanks do not make
// two values.
func uniqueKey(v flows.Value) string {
	s, ok := v.(string)
	if !ok {
		if v == nil {
			return ""
		}
		s = fmt.Sprint(v)
	}
	return strings.ToLower(strings.TrimSpace(s))
}

func flag(found map[*row]map[string]bool, r *row, column string) {
	if found[r] == nil {
		found[r] = map[string]bool{}
	}
	found[r][column] = true
}
