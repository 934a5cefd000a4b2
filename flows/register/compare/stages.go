package compare

// stages are what is to be done, in order; the two parts of each run side by
// side.
func (c *comparison) stages() [][2]func() {
	left, right := c.sides[0], c.sides[1]
	var all [][2]func()
	for _, f := range c.fields() {
		all = append(all,
			[2]func(){func() { f.look(left) }, func() { f.look(right) }},
			[2]func(){func() { c.gather(f, 0) }, func() { c.gather(f, 1) }})
	}
	all = append(all, [2]func(){c.matchAll, func() { c.repeats(left); c.repeats(right) }})
	return append(all, [2]func(){c.judge, c.near})
}

// keyField is a field whose equal keys are found.
type keyField struct {
	keys *keys
	look func(*side)
	same func(a, b uint32) bool
}

func (c *comparison) fields() []keyField {
	code := keyField{&c.codes, c.codesOf, func(a, b uint32) bool { return c.card(a).Code == c.card(b).Code }}
	if c.Kind == Products {
		return []keyField{code, {nil, c.namesOf, nil}}
	}
	return []keyField{code, {&c.ids, c.idsOf, c.sameID}, {&c.names, c.namesOf, func(a, b uint32) bool { return sameName(c.card(a).Name, c.card(b).Name) }}}
}

// card is a row of both sides.
func (c *comparison) card(row uint32) Card {
	if left := c.sides[0].Len(); int(row) >= left {
		return c.sides[1].Card(int(row) - left)
	}
	return c.sides[0].Card(int(row))
}

func (c *comparison) sameID(a, b uint32) bool {
	x, _ := normalID(c.card(a).ID)
	y, _ := normalID(c.card(b).ID)
	return x == y
}

func (c *comparison) gather(f keyField, part uint32) {
	if f.keys != nil {
		c.hashes.gather(&c.work, f.keys, part, c.sides[0].Len(), f.same)
	}
}

func (c *comparison) matchAll() {
	for _, t := range c.tiers {
		if t.keys.first != nil {
			c.match(t)
		}
	}
}
