package flows

import "strconv"

// steps reads the steps of a document or of an included file.
func (l *loader) steps(o *object) []Step {
	e := o.take("steps")
	if e == nil {
		l.fault(o.spot, "there are no steps")
		return nil
	}
	var steps []Step
	for i, part := range l.parts(e, "steps") {
		in := l.object(part, o.path+".steps."+strconv.Itoa(i), "a step")
		switch {
		case in == nil:
		case in.get("include") != nil:
			steps = append(steps, l.includeSteps(in)...)
		default:
			steps = append(steps, l.step(in))
		}
	}
	return steps
}

func (l *loader) step(o *object) Step {
	s := Step{ID: o.must("id", "a step")}
	l.unique(l.stepIDs, o, "id", s.ID, stepID, "step")
	o.moved("steps." + s.ID)
	s.Title = o.must("title", "a step")
	s.When = o.cond("when")
	s.Needs = o.texts("needs")
	s.Actor = Actor(o.oneOf("actor", string(Consultant), string(Customer), string(Vendor)))
	if s.Actor == "" {
		s.Actor = Consultant
	}
	s.Say, s.See = o.text("say"), o.text("see")
	s.IfNot = l.branches(o)
	s.Facts = l.carries(o)
	s.Internal = o.flag("internal")
	s.Minutes = o.number("minutes", 100_000)
	s.Source = o.text("source")
	s.Items = l.items(o)
	o.done("a step")
	return s
}

// unique proves the shape of an id and that it is there once.
func (l *loader) unique(ids map[string]spot, o *object, key, id string, fits func(string) bool, what string) {
	if id == "" {
		return
	}
	at := o.get(key).spot
	if !fits(id) {
		l.fault(at, "%s is no id of a %s: %s", id, what, idRules[what])
		return
	}
	if first, twice := ids[id]; twice {
		l.fault(at, "there is a %s %s already (%s:%d)", what, id, first.file, first.line)
		return
	}
	ids[id] = at
}

var idRules = map[string]string{
	"step":  "small letters, digits and -, such as sign-in",
	"field": "small letters, digits and _, such as client_id, and no word of the conditions",
	"item":  "small letters, digits, _ and -, such as signed_in",
}

func (l *loader) branches(o *object) []Branch {
	e := o.take("ifnot")
	if e == nil {
		return nil
	}
	in := l.object(e, o.path+".ifnot", "ifnot")
	if in == nil {
		return nil
	}
	var branches []Branch
	for _, p := range in.pairs {
		if len(p.key.text) != 1 || p.key.text < "a" || p.key.text > "z" {
			l.fault(p.key.spot, "%s is no letter of a branch: a, b, c and so on", p.key.text)
			continue
		}
		branches = append(branches, Branch{Letter: p.key.text, Text: in.text(p.key.text)})
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
	for _, part := range l.parts(e, "facts") {
		fact := l.include.fact(l, part.spot, l.text(part, "a fact"))
		if fact == "" {
			continue
		}
		if l.facts != nil && !l.facts[fact] {
			l.lint(part.spot, "the procedure has no fact %s", fact)
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
	taken := map[string]spot{}
	counts := map[Kind]int{}
	var items []Item
	for i, part := range l.parts(e, "items") {
		in := l.object(part, o.path+".items."+strconv.Itoa(i), "an item")
		if in == nil {
			continue
		}
		it := l.item(in, o.path+".items.", counts)
		if first, twice := taken[it.ID]; twice && it.ID != "" {
			l.fault(part.spot, "the step has an item %s already (line %d)", it.ID, first.line)
		}
		taken[it.ID] = part.spot
		items = append(items, it)
	}
	return items
}
