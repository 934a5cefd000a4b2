package compare

// stages are what is to be done, in order; the two parts of each run side by
// side.
func (c *comparison) stages() [][2]func() {
	left, right := c.sides[0], c.sides[1]
	all := [][2]func(){{func() { c.look(left) }, func() { c.look(right) }}}
	all = append(all, c.gatherer.stages(&c.work, c.fields())...)
	all = append(all, [2]func(){c.matchAll, func() { c.repeats(left); c.repeats(right) }})
	n := c.newNear()
	if n == nil {
		return append(all, [2]func(){c.judge, idle})
	}
	all = append(all,
		[2]func(){func() { n.collect(0) }, func() { n.collect(1) }},
		[2]func(){n.begin, c.judge},
		[2]func(){func() { n.hash(0) }, func() { n.hash(1) }})
	all = append(all, n.gather()...)
	all = append(all, [2]func(){n.alike, idle})
	if n.rule == NearName {
		n.letters.n = n
		all = append(all, [2]func(){func() { n.letters.half(changes) }, func() { n.letters.half(drops) }})
	}
	return append(all, [2]func(){n.tell, idle})
}

func idle() {}

// fields are those whose equal keys are found.
func (c *comparison) fields() []field {
	if c.Kind == Products {
		return []field{{c.codes, c.sameCodes, nil}}
	}
	return []field{{c.codes, c.sameCodes, nil}, {c.ids, c.sameIDs, nil}, {c.names, c.sameNames, c.touchNames}}
}

// at is the side of a row of both, and its index there.
func (c *comparison) at(row uint32) (*side, int) {
	if i := int(row) - int(c.sides[1].base); i >= 0 {
		return c.sides[1], i
	}
	return c.sides[0], int(row)
}

func (c *comparison) sameCodes(a, b uint32) bool {
	s, i := c.at(a)
	t, j := c.at(b)
	return s.code(i) == t.code(j)
}

func (c *comparison) sameIDs(a, b uint32) bool {
	s, i := c.at(a)
	t, j := c.at(b)
	x, _ := normalID(s.id(i))
	y, _ := normalID(t.id(j))
	return x == y
}

func (c *comparison) sameNames(a, b uint32) bool {
	s, i := c.at(a)
	t, j := c.at(b)
	return sameName(s.name(i), t.name(j))
}

func (c *comparison) touchNames(rows []uint32) {
	var touched byte
	for _, row := range rows {
		if row == none {
			continue
		}
		s, i := c.at(row)
		if name := s.name(i); name != "" {
			touched ^= name[0]
		}
	}
	c.touched.Store(uint32(touched))
}

func (c *comparison) matchAll() {
	for _, t := range c.tiers {
		if t.keys != nil {
			c.match(t)
		}
	}
	if c.Kind == Products {
		c.matchUnread(c.sides[0], c.sides[1])
		c.matchUnread(c.sides[1], c.sides[0])
	}
}
