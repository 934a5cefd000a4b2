package compare

// near finds what is alike without being equal, among rows without a match:
// names of customers and suppliers, codes of products. It pairs each left row
// with the first right one.
type near struct {
	c    *comparison
	rule Rule
	same func(a, b uint32) bool // the keys of two rows of both are equal
	fold [2]func(to []byte, i int) []byte

	forms   [2]forms // of the rows without a match
	keys    *keys    // by place: the left forms, then the right ones
	found   []uint32 // by left place: the right place and one
	letters letterSearch
}

// nearPasses is about how often a row without a match is looked at.
const nearPasses = 6

// forms are the folded forms of rows.
type forms struct {
	rows []uint32
	text []byte
	ends []int
}

func (f *forms) form(n int) []byte {
	begin := 0
	if n > 0 {
		begin = f.ends[n-1]
	}
	return f.text[begin:f.ends[n]]
}

// newNear is nil where nothing can be near.
func (c *comparison) newNear() *near {
	left, right := c.sides[0], c.sides[1]
	if c.Kind == Products {
		return &near{c: c, keys: &keys{}, rule: CodeCase, same: c.codes.equal, fold: [2]func([]byte, int) []byte{
			func(to []byte, i int) []byte { return foldCode(to, left.code(i)) },
			func(to []byte, i int) []byte { return foldCode(to, right.code(i)) },
		}}
	}
	if !c.named {
		return nil
	}
	var f, g folder
	return &near{c: c, keys: &keys{}, rule: NearName, same: c.names.equal, fold: [2]func([]byte, int) []byte{
		func(to []byte, i int) []byte { return f.fold(to, left.name(i)) },
		func(to []byte, i int) []byte { return g.fold(to, right.name(i)) },
	}}
}

// collect folds what the rows of a side without a match have.
func (n *near) collect(k int) {
	s, f := n.c.sides[k], &n.forms[k]
	n.c.runner.each(s.Len(), func(from, to int) {
		for i := from; i < to; i++ {
			if s.mate[i] != none || s.isUnread(i, codeUnread) || n.rule == NearName && s.isUnread(i, nameUnread) {
				continue
			}
			before := len(f.text)
			if f.text = n.fold[k](f.text, i); len(f.text) > before {
				f.rows, f.ends = append(f.rows, row32(i)), append(f.ends, len(f.text))
			}
		}
	})
}

// form is the folded form at a place.
func (n *near) form(place uint32) []byte {
	if i := int(place) - len(n.forms[0].rows); i >= 0 {
		return n.forms[1].form(i)
	}
	return n.forms[0].form(int(place))
}

// row is the row of both at a place.
func (n *near) row(place uint32) uint32 {
	if i := int(place) - len(n.forms[0].rows); i >= 0 {
		return n.forms[1].rows[i] + n.c.sides[1].base
	}
	return n.forms[0].rows[place]
}

// find finds equal forms.
func (n *near) find() {
	places := len(n.forms[0].rows) + len(n.forms[1].rows)
	n.keys.begin(places, len(n.forms[0].rows))
	n.c.runner.step((n.c.total - places) * nearPasses) // there is nothing to do about the others
	n.keys.find(&n.c.runner, func(place uint32) string { return string(n.form(place)) })
}

// rightPlaces are the first right row of a form, and the first that is not equal to
// it: their places and one, 0 for none.
type rightPlaces struct{ first, other uint32 }

// alike pairs rows of the same form that are not equal. The left forms that have
// a row without such a one are looked at for one letter.
func (n *near) alike() {
	rights := make([]rightPlaces, len(n.keys.first)) // by first place
	lefts := row32(len(n.forms[0].rows))
	n.c.runner.each(len(n.forms[1].rows), func(from, to int) {
		for place := lefts + row32(from); place < lefts+row32(to); place++ {
			switch t := &rights[n.keys.first[place]]; {
			case t.first == 0:
				t.first = place + 1
			case t.other == 0 && !n.same(n.row(t.first-1), n.row(place)):
				t.other = place + 1
			}
		}
	})
	n.found = make([]uint32, lefts)
	looking := make([]bool, lefts) // by first place
	n.c.runner.each(int(lefts), func(from, to int) {
		for place := row32(from); place < row32(to); place++ {
			first := n.keys.first[place]
			t := rights[first]
			n.found[place] = t.first
			if t.first != 0 && n.same(n.row(t.first-1), n.row(place)) {
				n.found[place] = t.other
			}
			if n.found[place] == 0 && !looking[first] && fits(n.form(place)) {
				looking[first] = true
				n.letters.lefts = append(n.letters.lefts, first)
			}
		}
	})
	n.c.runner.each(len(n.forms[1].rows), func(from, to int) {
		for place := lefts + row32(from); place < lefts+row32(to); place++ {
			if rights[n.keys.first[place]].first == place+1 && fits(n.form(place)) {
				n.letters.rights = append(n.letters.rights, place)
			}
		}
	})
}

// tell makes the findings.
func (n *near) tell() {
	for place, found := range n.found {
		if first := n.keys.first[place]; found == 0 && n.rule == NearName {
			for _, best := range n.letters.best {
				if best[first] != 0 && (found == 0 || best[first] < found) {
					found = best[first]
				}
			}
		}
		if found != 0 {
			n.c.pair(n.rule, pair{n.row(row32(place)), n.row(found-1) - n.c.sides[1].base})
		}
	}
}
