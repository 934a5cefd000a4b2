package proving

import (
	"cmp"
	"slices"

	"lotse/flows"
	"lotse/flows/run"
)

// Point is something in a procedure that a story can walk past.
type Point struct {
	What    flows.Message
	Place   flows.FilePlace
	Covered bool
}

// Cover says what of a procedure stories have walked: both sides of every condition,
// every option, end, letter and fact, each rule kept and violated, each check passed
// and not, and each finding that the procedure names.
type Cover struct {
	points []*Point
	by     map[string]*Point
	facts  map[string][]string // by STEP.ITEM, or STEP
}

// NewCover is the cover of a procedure that nobody has walked yet.
func NewCover(p *flows.Procedure) *Cover {
	c := &Cover{by: map[string]*Point{}, facts: map[string][]string{}}
	l := lister{Cover: c, places: p.Places()}
	for i := range p.Steps {
		l.step(&p.Steps[i])
	}
	return c
}

// Points are all points, in the order of the files.
func (c *Cover) Points() []*Point {
	slices.SortStableFunc(c.points, func(a, b *Point) int {
		return cmp.Or(cmp.Compare(a.Place.File, b.Place.File), cmp.Compare(a.Place.Row, b.Place.Row), cmp.Compare(a.Place.Column, b.Place.Column))
	})
	return c.points
}

// Percent is how much is covered, rounded down; 100 where there is nothing to cover.
func (c *Cover) Percent() int {
	if len(c.points) == 0 {
		return 100
	}
	n := 0
	for _, p := range c.points {
		if p.Covered {
			n++
		}
	}
	return 100 * n / len(c.points)
}

// lister lists what there is to cover.
type lister struct {
	*Cover
	places map[string]flows.FilePlace
}

// add adds a point that is written at the first of some paths that is known.
func (l lister) add(key string, what flows.Message, paths ...string) {
	if l.by[key] != nil {
		return
	}
	p := &Point{What: what}
	for _, path := range paths {
		if at, known := l.places[path]; known && p.Place.File == "" {
			p.Place = at
		}
	}
	l.by[key] = p
	l.points = append(l.points, p)
}

func (l lister) step(s *flows.Step) {
	path := "steps." + s.ID
	if s.When != nil {
		l.sides(path, s.ID, path)
	}
	l.fact(s.ID, path, s.Facts)
	for i := range s.Items {
		it := &s.Items[i]
		l.item(it, path+".items."+it.ID, s.ID+"."+it.ID, path)
	}
}

// sides adds both sides of a condition.
func (l lister) sides(path, name, step string) {
	l.add("true "+name, flows.Msg("cover.true", "name", name), path+".when", path, step)
	l.add("false "+name, flows.Msg("cover.false", "name", name), path+".when", path, step)
}

func (l lister) fact(name, path string, facts []string) {
	l.facts[name] = append(l.facts[name], facts...)
	for _, fact := range facts {
		l.add("fact "+fact, flows.Msg("cover.fact", "fact", fact), path+".facts", path)
	}
}

func (l lister) item(it *flows.Item, path, name, step string) {
	if it.When != nil {
		l.sides(path, name, step)
	}
	l.fact(name, path, it.Facts)
	for _, code := range ruleCodes(it) {
		l.add("kept "+name+" "+code, flows.Msg("cover.kept", "name", name, "rule", code), path+".rules", path, step)
		l.add("violated "+name+" "+code, flows.Msg("cover.violated", "name", name, "rule", code), path+".rules", path, step)
	}
	switch it.Kind {
	case flows.KindField:
		for _, o := range it.Field.Options {
			l.add("option "+name+" "+o.Value, flows.Msg("cover.option", "name", name, "option", o.Value), path+".options."+o.Value, path, step)
		}
	case flows.KindList:
		for i := range it.List.Columns {
			column := &it.List.Columns[i]
			l.item(column, path+".columns."+column.ID, name+"."+column.ID, path)
		}
	case flows.KindCheck:
		l.add("passed "+name, flows.Msg("cover.passed", "name", name), path, step)
		l.add("not passed "+name, flows.Msg("cover.not_passed", "name", name), path, step)
		for code := range it.Check.Findings {
			l.add("finding "+name+" "+code, flows.Msg("cover.finding", "name", name, "finding", code), path+".findings."+code, path, step)
		}
	case flows.KindDraft:
		l.add("letter "+name, flows.Msg("cover.letter", "name", name), path, step)
	case flows.KindEnd:
		l.add("end "+name, flows.Msg("cover.end", "name", name), path, step)
	}
}

// ruleCodes are the codes of the problems that an item's rules tell.
func ruleCodes(it *flows.Item) []string {
	var codes []string
	for i := range it.Rules {
		codes = append(codes, cmp.Or(it.Rules[i].Code, it.Rules[i].Name))
	}
	return codes
}

func (c *Cover) cover(key string) {
	if p := c.by[key]; p != nil {
		p.Covered = true
	}
}

// See notes what a run has come to.
func (c *Cover) See(v *run.View) {
	for i := range v.Steps {
		s := &v.Steps[i]
		switch s.State {
		case run.NotNeeded:
			c.cover("false " + s.Step.ID)
			continue
		case run.Blocked:
			continue
		}
		c.cover("true " + s.Step.ID)
		if s.State == run.Done {
			c.seeFacts(s.Step.ID)
		}
		for k := range s.Items {
			c.item(&s.Items[k], s, v.Status)
		}
	}
}

func (c *Cover) seeFacts(name string) {
	for _, fact := range c.facts[name] {
		c.cover("fact " + fact)
	}
}

func (c *Cover) item(iv *run.ItemView, s *run.StepView, status run.Status) {
	it := iv.Item
	name := s.Step.ID + "." + it.ID
	switch iv.State {
	case run.Hidden:
		c.cover("false " + name)
		return
	case run.UndecidedItem:
		return
	}
	c.cover("true " + name)
	if s.State == run.Done {
		c.seeFacts(name)
	}
	c.rules(name, it, iv.Value != nil || iv.Set || len(iv.Rows) > 0, iv.Problems)
	switch it.Kind {
	case flows.KindField:
		c.options(name, iv.Value)
	case flows.KindList:
		for i := range iv.Rows {
			c.row(name, it, &iv.Rows[i], s.State == run.Done)
		}
	case flows.KindCheck:
		c.result(name, iv.Result)
	case flows.KindDraft:
		if iv.Done {
			c.cover("letter " + name)
		}
	case flows.KindEnd:
		if status == run.StatusEnded && s.State == run.Done {
			c.cover("end " + name)
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

func (c *Cover) row(name string, list *flows.Item, r *run.RowView, done bool) {
	for i := range list.List.Columns {
		column := &list.List.Columns[i]
		at := name + "." + column.ID
		if r.Hidden[column.ID] {
			c.cover("false " + at)
			continue
		}
		c.cover("true " + at)
		if done {
			c.seeFacts(at)
		}
		var own []run.ProblemView
		for _, pv := range r.Problems {
			if pv.Column == column.ID {
				own = append(own, pv)
			}
		}
		c.rules(at, column, r.Values[column.ID] != nil, own)
		c.options(at, r.Values[column.ID])
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
