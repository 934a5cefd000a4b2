package proving

import (
	"cmp"
	"slices"

	"lotse/flows"
	"lotse/flows/run"
)

// See notes what a run has come to, and at which step the dialogue stands; "": at none.
func (c *Cover) See(v *run.View, at string) {
	rows := rowsOf(v)
	for i := range v.Steps {
		s := &v.Steps[i]
		switch s.State {
		case run.NotNeeded:
			c.cover("false " + s.Step.ID)
		case run.Blocked:
		default:
			done := s.State == run.Done
			walked{Cover: c, step: s, page: done || s.Step.ID == at, done: done, rows: rows, ended: v.Status == run.StatusEnded}.see()
		}
	}
}

// rowsOf says how many rows each list has that applies.
func rowsOf(v *run.View) map[string]int {
	rows := map[string]int{}
	for i := range v.Steps {
		for k := range v.Steps[i].Items {
			if iv := &v.Steps[i].Items[k]; iv.Item.List != nil && iv.State == run.Applies {
				rows[iv.Item.ID] = len(iv.Rows)
			}
		}
	}
	return rows
}

// walked is a step that can be walked as the run stands.
type walked struct {
	*Cover
	step  *run.StepView
	page  bool           // somebody has reached its page
	done  bool           // it is done
	rows  map[string]int // of each list that applies
	ended bool           // the run has ended
}

func (w walked) see() {
	id := w.step.Step.ID
	w.cover("true " + id)
	if w.page {
		w.cover("reached " + id)
	}
	if w.done {
		w.cover("done " + id)
	}
	w.proven(id)
	there := map[string]int{}
	for k := range w.step.Items {
		iv := &w.step.Items[k]
		name := id + "." + cmp.Or(iv.Of, iv.Item.ID)
		w.item(name, iv)
		if there[name] += times(iv); w.page && there[name] > 1 {
			w.cover("rows " + name)
		}
	}
}

// times is how often an item is there.
func times(iv *run.ItemView) int {
	switch {
	case iv.State != run.Applies:
		return 0
	case iv.Item.Each != "" && iv.Item.Copy != nil:
		return len(iv.Each)
	}
	return 1
}

// proven notes the facts of what is done.
func (w walked) proven(name string) {
	if !w.done {
		return
	}
	for _, fact := range w.facts[name] {
		w.cover("fact " + fact)
	}
}

func (w walked) item(name string, iv *run.ItemView) {
	n, has := w.rows[iv.Item.Each]
	if has && n == 0 && w.page {
		w.cover("no row " + name)
	}
	switch {
	case iv.State == run.UndecidedItem, iv.State == run.Hidden && iv.Item.Each != "" && n == 0:
		return
	case iv.State == run.Hidden:
		w.cover("false " + name)
		return
	}
	w.cover("true " + name)
	if iv.Item.Copy != nil && len(iv.Each) < n {
		w.cover("false " + name)
	}
	w.proven(name)
	w.rules(name, iv.Item, iv.Value != nil || iv.Set || len(iv.Rows) > 0, iv.Problems)
	w.kind(name, iv)
}

// kind notes what is there to cover of an item of its kind.
func (w walked) kind(name string, iv *run.ItemView) {
	switch iv.Item.Kind {
	case flows.KindAttach:
		if w.page {
			w.cover("file " + name)
		}
	case flows.KindField:
		w.options(name, iv.Value)
		w.offers(name, iv.Item.Field)
	case flows.KindValue:
		w.value(name, iv)
	case flows.KindList:
		for i := range iv.Rows {
			w.row(name, iv.Item, &iv.Rows[i])
		}
	case flows.KindCheck:
		w.result(name, iv.Result)
	case flows.KindDraft:
		if iv.Done {
			w.cover("letter " + name)
		}
	case flows.KindEnd:
		if w.ended && w.done {
			w.cover("end " + name)
		}
	}
}

// rules notes which rules of an item are kept, once it has an answer, and which not.
func (c *Cover) rules(name string, it *flows.Item, answered bool, problems []run.ProblemView) {
	for _, code := range ruleCodes(it) {
		switch {
		case slices.ContainsFunc(problems, func(pv run.ProblemView) bool { return pv.Code == code }):
			c.cover("violated " + name + " " + code)
		case answered:
			c.cover("kept " + name + " " + code)
		}
	}
}

func (c *Cover) options(name string, v flows.Value) {
	switch v := v.(type) {
	case string:
		c.cover("option " + name + " " + v)
	case []string:
		for _, one := range v {
			c.cover("option " + name + " " + one)
		}
	}
}

// offers notes which options somebody who reads the page can choose, and which not.
func (w walked) offers(name string, f *flows.Field) {
	if !w.page {
		return
	}
	for _, o := range f.Options {
		w.cover("offered " + name + " " + o.Value)
	}
	for _, o := range f.Withheld() {
		w.cover("withheld " + name + " " + o.Value)
	}
}

func (c *Cover) value(name string, iv *run.ItemView) {
	if iv.Value != nil {
		c.cover("decided " + name)
	}
	for i, is := range iv.Chosen {
		c.cover(choiceKey(name, i, is))
	}
}

func (w walked) row(name string, list *flows.Item, r *run.RowView) {
	for i := range list.List.Columns {
		column := &list.List.Columns[i]
		at := name + "." + column.ID
		if r.Hidden[column.ID] {
			w.cover("false " + at)
			continue
		}
		w.cover("true " + at)
		w.proven(at)
		var own []run.ProblemView
		for _, pv := range r.Problems {
			if pv.Column == column.ID {
				own = append(own, pv)
			}
		}
		w.rules(at, column, r.Values[column.ID] != nil, own)
		w.options(at, r.Values[column.ID])
	}
}

func (c *Cover) result(name string, r *run.CheckResult) {
	if r == nil {
		return
	}
	if r.Status == "passed" {
		c.cover("passed " + name)
	} else {
		c.cover("not passed " + name)
	}
	c.cover("finding " + name + " " + r.Finding)
	for code := range r.Counts {
		c.cover("finding " + name + " " + code)
	}
}
