package proving

import (
	"cmp"
	"fmt"

	"lotse/flows"
)

// lister lists what there is to cover.
type lister struct {
	*Cover
	procedure *flows.Procedure
	places    map[string]flows.FilePlace
	lists     map[string]*flows.List // by id
}

func newLister(c *Cover, p *flows.Procedure) lister {
	l := lister{Cover: c, procedure: p, places: p.Places(), lists: map[string]*flows.List{}}
	for i := range p.Steps {
		for _, it := range p.Steps[i].Items {
			if it.List != nil {
				l.lists[it.ID] = it.List
			}
		}
	}
	return l
}

func (l lister) list() {
	for i := range l.procedure.Steps {
		l.step(&l.procedure.Steps[i])
	}
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
	l.add("reached "+s.ID, flows.Msg("cover.reached", "step", s.ID), path)
	l.add("done "+s.ID, flows.Msg("cover.done", "step", s.ID), path)
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
	if it.Each != "" {
		l.rows(it, path, name, step)
	}
	switch it.Kind {
	case flows.KindAttach:
		l.add("file "+name, flows.Msg("cover.file", "name", name, "file", it.Attach.File), path, step)
	case flows.KindField:
		l.options(it.Field, path, name, step)
	case flows.KindValue:
		l.value(it.Value, path, name, step)
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

// rows adds an item that repeats without a row, where its list can be without one, and
// in several.
func (l lister) rows(it *flows.Item, path, name, step string) {
	list := l.lists[it.Each]
	if list.Min == 0 {
		l.add("no row "+name, flows.Msg("cover.no_row", "name", name, "list", it.Each), path+".each", path, step)
	}
	if list.Max != 1 {
		l.add("rows "+name, flows.Msg("cover.rows", "name", name, "list", it.Each), path+".each", path, step)
	}
}

func (l lister) options(f *flows.Field, path, name, step string) {
	for _, o := range f.Options {
		at := path + ".options." + o.Value
		l.add("option "+name+" "+o.Value, flows.Msg("cover.option", "name", name, "option", o.Value), at, path, step)
		if o.When != nil {
			l.add("offered "+name+" "+o.Value, flows.Msg("cover.offered", "name", name, "option", o.Value), at+".when", at, path, step)
			l.add("withheld "+name+" "+o.Value, flows.Msg("cover.withheld", "name", name, "option", o.Value), at+".when", at, path, step)
		}
	}
}

// value adds a value that is decided, and both sides of each choice in it.
func (l lister) value(v *flows.Computed, path, name, step string) {
	l.add("decided "+name, flows.Msg("cover.decided", "name", name), path, step)
	for i := range v.Is.Choices() {
		l.add(choiceKey(name, i, flows.True), flows.Msg("cover.choice_true", "name", name, "n", i+1), path+".is", path+".value", path, step)
		l.add(choiceKey(name, i, flows.False), flows.Msg("cover.choice_false", "name", name, "n", i+1), path+".is", path+".value", path, step)
	}
}

func choiceKey(name string, i int, is flows.Truth) string {
	return fmt.Sprintf("choice %s %d %d", name, i, is)
}

// ruleCodes are the codes of the problems that an item's rules tell.
func ruleCodes(it *flows.Item) []string {
	var codes []string
	for i := range it.Rules {
		codes = append(codes, cmp.Or(it.Rules[i].Code, it.Rules[i].Name))
	}
	return codes
}
