package flows

import "strconv"

// steps reads the steps of a document or of an included file.
func (l *loader) steps(o *object) []Step {
	e := o.take("steps")
	if e == nil {
		l.fault(o.FilePlace, "lint.no_steps")
		return nil
	}
	var steps []Step
	for i, part := range l.parts(e, value("steps")) {
		in := l.object(part, o.path+".steps."+strconv.Itoa(i), Msg("thing.step"))
		switch {
		case in == nil:
		case in.Get("include") != nil:
			steps = append(steps, l.includeSteps(in)...)
		default:
			steps = append(steps, l.step(in))
		}
	}
	return steps
}

func (l *loader) step(o *object) Step {
	s := Step{ID: o.must("id", Msg("thing.step"))}
	l.unique(l.stepIDs, o, "id", s.ID, stepIDs)
	o.moved("steps." + s.ID)
	s.Title = o.must("title", Msg("thing.step"))
	s.When = o.cond("when")
	s.Needs = o.texts("needs")
	s.Actor = Actor(o.oneOf("actor", string(Consultant), string(Customer), string(Vendor)))
	if s.Actor == "" {
		s.Actor = Consultant
	}
	s.Say, s.See = o.text("say"), o.text("see")
	if s.Have, s.Who = o.text("have"), o.text("who"); s.Have != "" || s.Who != "" {
		l.needs(thirdFormat)
	}
	s.IfNot = l.branches(o)
	s.Facts = l.carries(o)
	s.Internal = o.flag("internal")
	s.Minutes = o.number("minutes", 100_000)
	s.Source = o.text("source")
	s.Page, s.System = o.page()
	s.Items = l.items(o)
	o.done(Msg("thing.step"))
	return s
}

// idKind is a kind of ids: their form, and what is said of one that has another
// form, or that is there twice.
type idKind struct {
	fits          func(string) bool
	misfit, twice string
}

var (
	stepIDs = idKind{func(id string) bool { return stepID(id) }, "lint.step_id", "lint.step_twice"}
	dataIDs = idKind{isDataID, "lint.field_id", "lint.field_twice"}
	itemIDs = idKind{func(id string) bool { return itemID(id) }, "lint.item_id", "lint.item_twice"}
)

// unique proves the form of an id and that it is there once.
func (l *loader) unique(ids map[string]FilePlace, o *object, key, id string, kind idKind) {
	if id == "" {
		return
	}
	at := o.Get(key).FilePlace
	if !kind.fits(id) {
		l.fault(at, kind.misfit, "id", id)
		return
	}
	if first, twice := ids[id]; twice {
		l.fault(at, kind.twice, "id", id, "file", first.File, "line", first.Row)
		return
	}
	ids[id] = at
}

func (l *loader) branches(o *object) []Branch {
	e := o.take("ifnot")
	if e == nil {
		return nil
	}
	in := l.object(e, o.path+".ifnot", value("ifnot"))
	if in == nil {
		return nil
	}
	var branches []Branch
	for _, p := range in.Pairs {
		if len(p.Key.Text) != 1 || p.Key.Text < "a" || p.Key.Text > "z" {
			l.fault(p.Key.FilePlace, "lint.letter", "letter", p.Key.Text)
			continue
		}
		branches = append(branches, Branch{Letter: p.Key.Text, Text: in.text(p.Key.Text)})
	}
	return branches
}

// carries gives the facts of a step or item, as this procedure numbers them.
func (l *loader) carries(o *object) []string {
	e := o.take("facts")
	if e == nil {
		return nil
	}
	var facts []string
	for _, part := range l.parts(e, value("facts")) {
		fact := l.include.fact(l, part.FilePlace, l.text(part, Msg("thing.fact")))
		if fact == "" {
			continue
		}
		if l.facts != nil && !l.facts[fact] {
			l.lint(part.FilePlace, "lint.no_fact", "fact", fact)
		}
		l.covered[fact] = true
		facts = append(facts, fact)
	}
	return facts
}

// items reads the items of a step; what has no id gets one from its kind and
// its number among its kind.
func (l *loader) items(o *object) []Item {
	e := o.take("items")
	if e == nil {
		return nil
	}
	taken := map[string]FilePlace{}
	counts := map[Kind]int{}
	var items []Item
	for i, part := range l.parts(e, value("items")) {
		in := l.object(part, o.path+".items."+strconv.Itoa(i), Msg("thing.item"))
		if in == nil {
			continue
		}
		it := l.item(in, o.path+".items.", counts)
		if first, twice := taken[it.ID]; twice && it.ID != "" {
			l.fault(part.FilePlace, itemIDs.twice, "id", it.ID, "file", first.File, "line", first.Row)
		}
		taken[it.ID] = part.FilePlace
		items = append(items, it)
	}
	return items
}
