package flows

import (
	"cmp"
	"strconv"
	"strings"
)

// link proves every reference of a procedure that was read, compiles its
// conditions, and makes its index. What is read has to stand before: an item
// has the number of its turn, and reads what has a smaller one.
func (l *loader) link(p *Procedure) {
	k := &linker{loader: l, p: p, turns: map[Ref]int{}, steps: map[string]int{}, known: &symbols{
		items: map[string]*Item{}, listOf: map[string]string{}, refs: map[string]Kind{},
	}}
	l.known = k.known
	k.number()
	p.ownPassages(func(t Passage) { k.placeholders(nil, t, 0) })
	for i := range p.Steps {
		k.step(&p.Steps[i])
	}
	k.renamed()
	if len(l.faults) == 0 {
		p.index = newIndex(p)
	}
}

// linker links one procedure.
type linker struct {
	*loader
	p     *Procedure
	known *symbols
	turns map[Ref]int    // when a thing can be read
	steps map[string]int // when a step begins
	turn  int            // of what is linked now
}

// refKinds are the items that conditions read as "step.item".
var refKinds = map[Kind]RefKind{KindTask: RefTask, KindGate: RefTask, KindCheck: RefCheck, KindWait: RefOutcome}

// number gives every step, item and column its turn.
func (k *linker) number() {
	turn := 0
	next := func() int { turn++; return turn }
	for i := range k.p.Steps {
		s := &k.p.Steps[i]
		k.steps[s.ID] = next()
		for j := range s.Items {
			it := &s.Items[j]
			at := next()
			ref := s.ID + "." + it.ID
			k.known.refs[ref] = it.Kind
			if kind, ok := refKinds[it.Kind]; ok {
				k.turns[Ref{kind, ref}] = at
			}
			switch it.Kind {
			case KindField, KindValue:
				k.known.items[it.ID] = it
				k.turns[Ref{RefField, it.ID}] = at
			case KindList:
				k.known.items[it.ID] = it
				k.turns[Ref{RefList, it.ID}] = at
				for c := range it.List.Columns {
					column := &it.List.Columns[c]
					k.known.items[column.ID] = column
					k.known.listOf[column.ID] = it.ID
					k.turns[Ref{RefColumn, column.ID}] = next()
				}
			}
		}
	}
}

func (k *linker) step(s *Step) {
	path := "steps." + s.ID
	k.turn++
	k.cond(s.When, path+".when", "", k.turn)
	for i, id := range s.Needs {
		at := k.placeAt(path + ".needs." + strconv.Itoa(i))
		if turn, known := k.steps[id]; !known {
			k.fault(at, "lint.no_step", "step", id, "hint", nearest(id, keys(k.steps)))
		} else if turn >= k.turn {
			k.fault(at, "lint.step_later", "step", id)
		}
	}
	begin := k.turn
	for j := range s.Items {
		it := &s.Items[j]
		k.turn++
		k.item(path+".items."+it.ID, it, "")
	}
	s.ownPassages(func(t Passage) { k.placeholders(nil, t, max(k.turn, begin)) })
}

// item links an item; row is the list that it is a column of.
func (k *linker) item(path string, it *Item, row string) {
	own := k.turn
	k.each(path, it, own)
	k.cond(it.When, path+".when", cmp.Or(row, it.Each), own)
	it.ownPassages(path, func(t Passage) { k.placeholders(it, t, own-1) })
	k.value(path, it, own)
	if it.Field != nil {
		k.options(path, it, row, own)
		k.defaults(path, it, row)
	}
	if it.List != nil {
		for c := range it.List.Columns {
			column := &it.List.Columns[c]
			k.turn++
			k.item(path+".columns."+column.ID, column, it.ID)
		}
		row = it.ID
	}
	if it.List != nil {
		for i := range it.List.Unique {
			k.cond(it.List.Unique[i].When, path+".unique."+strconv.Itoa(i)+".when", "", own)
		}
	}
	k.rules(path, it, row)
	k.inputs(path, it, own)
	k.relative(path, it, own)
	k.letter(it, own)
	k.http(path, it, own)
	if it.Gate != nil {
		for i := range it.Gate.Requires {
			k.cond(it.Gate.Requires[i].Cond, path+".requires."+strconv.Itoa(i)+".when", "", own)
		}
	}
	if it.Wait != nil && it.Wait.Then != "" {
		if turn, known := k.steps[it.Wait.Then]; !known {
			k.fault(k.placeAt(path+".then"), "lint.no_step", "step", it.Wait.Then, "hint", nearest(it.Wait.Then, keys(k.steps)))
		} else if turn > own {
			k.fault(k.placeAt(path+".then"), "lint.then_later", "step", it.Wait.Then)
		}
	}
}

// rules links an item's rules, which may read the answer itself; those of a
// list its columns, through any, all, none and count.
func (k *linker) rules(path string, it *Item, row string) {
	for i := range it.Rules {
		r := &it.Rules[i]
		at := path + ".rules." + strconv.Itoa(i)
		if r.Require != nil {
			if it.List != nil {
				row = ""
			}
			k.cond(r.Require, at+".require", row, k.turn+1)
			continue
		}
		spec, known := Rules[r.Name]
		switch {
		case it.Holds() == nil:
			k.fault(k.placeAt(at), "lint.rule_list", "rule", r.Name)
		case known && it.Holds().Type != "" && !spec.fits(it.Holds().Type):
			k.fault(k.placeAt(at), "lint.rule_type", "rule", r.Name, "type", string(it.Holds().Type))
		case known && it.Holds().Type == TypeSecret && len(spec.Types) > 1:
			k.needs(fifthFormat)
		}
	}
}

// cond compiles a condition, which may read what comes before turn.
func (k *linker) cond(c *Cond, path, row string, turn int) {
	if c == nil {
		return
	}
	e := k.elements[path]
	if e == nil {
		e = &Element{FilePlace: k.placeAt(path)}
	}
	compiled, made, bad := compile(c.Source, k.known, row)
	if !k.proven(e, c.Source, made, bad) {
		return
	}
	own := strings.HasSuffix(path, ".when")
	k.earlier(e, c.Source, made.reads, turn)
	for _, r := range made.reads {
		if k.turns[r.Ref] < turn && own && row != "" && r.Kind == RefList && r.ID == row {
			k.fault(e.inside(c.Source, r.at), "lint.own_rows")
		}
	}
	*c = *compiled
	k.conds = append(k.conds, condAt{c, e.FilePlace})
}

// proven tells what is wrong with an expression, and reports whether nothing is;
// the format is one in which it can be written. A stored procedure was bounded
// when it came in.
func (k *linker) proven(e *Element, source string, c *compiler, bad *misfit) bool {
	if c.newer {
		k.needs(fifthFormat)
	}
	if bad == nil && !k.stored {
		bad = c.heavy
	}
	k.misfits(e, source, bad)
	return bad == nil
}

// earlier proves that what is read comes before turn.
func (k *linker) earlier(e *Element, source string, reads []readAt, turn int) {
	for _, r := range reads {
		if k.turns[r.Ref] >= turn {
			k.fault(e.inside(source, r.at), "lint.later", "name", r.ID)
		}
	}
}

// misfits tells what is wrong with a condition.
func (l *loader) misfits(e *Element, source string, bad *misfit) {
	for ; bad != nil; bad = bad.also {
		l.tell(&l.faults, e.inside(source, bad.at), bad.what)
	}
}

// placeholders proves the answers that a text names; they stand before, or up
// to last. A stored procedure was proven when it came in, by a program that may
// have known less: what only later ones prove does not keep it from opening.
func (k *linker) placeholders(it *Item, t Passage, last int) {
	if k.stored && !(t.Translated && t.Names) {
		return
	}
	for _, name := range Placeholders(*t.Text) {
		at := k.placeAt(t.Path)
		if !t.Names {
			k.fault(at, "lint.text_names_none", "name", name)
			continue
		}
		if name == CustomerName {
			continue
		}
		if column, is := columnName(name); is {
			k.columnOf(it, column, at)
			continue
		}
		item, turn := k.known.items[name], k.turns[Ref{RefField, name}]
		switch {
		case item == nil || turn == 0:
			k.fault(at, "lint.text_no_field", "name", name, "hint", nearest(name, k.fieldIDs()))
		case item.Holds().Type == TypeSecret:
			k.fault(at, "lint.text_secret", "name", name)
		case turn > last:
			k.fault(at, "lint.text_later", "name", name)
		}
	}
}
