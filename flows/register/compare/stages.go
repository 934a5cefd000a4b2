package compare

// stages are what is to be done, in order; the two parts of each run side by
// side.
func (c *comparison) stages() [][2]func() {
	left, right := c.sides[0], c.sides[1]
	all := [][2]func(){
		{func() { c.checkRows(left) }, func() { c.checkRows(right) }},
		{c.findCodes, c.findNames},
		{c.matchAll, func() { c.repeats(left); c.repeats(right) }},
	}
	n := c.newNear()
	if n == nil {
		return append(all, [2]func(){c.checkPairs, idle})
	}
	all = append(all,
		[2]func(){func() { n.collect(0) }, func() { n.collect(1) }},
		[2]func(){n.find, c.checkPairs},
		[2]func(){n.alike, idle})
	if n.rule == NearName {
		n.letters.n = n
		all = append(all, [2]func(){func() { n.letters.half(changes) }, func() { n.letters.half(drops) }})
	}
	return append(all, [2]func(){n.tell, idle})
}

func idle() {}

// findCodes finds the keys of codes, and of business ids where there are any.
func (c *comparison) findCodes() {
	c.codes.find(&c.runner, c.codeKey)
	if c.ids != nil {
		c.ids.find(&c.runner, c.idKey)
	}
}

func (c *comparison) findNames() {
	if c.names != nil {
		c.names.find(&c.runner, c.nameKey)
	}
}

// at is the side of a row of both, and its index there.
func (c *comparison) at(row uint32) (*side, int) {
	if i := int(row) - int(c.sides[1].base); i >= 0 {
		return c.sides[1], i
	}
	return c.sides[0], int(row)
}

// What the keys of a row are; "" for none. A value that is not read is no key.
func (c *comparison) codeKey(row uint32) string {
	s, i := c.at(row)
	if s.isUnread(i, codeUnread) {
		return ""
	}
	return s.code(i)
}

func (c *comparison) idKey(row uint32) string {
	s, i := c.at(row)
	if id, ok := normalID(s.id(i)); ok && !s.isUnread(i, idUnread) {
		return id
	}
	return ""
}

func (c *comparison) nameKey(row uint32) string {
	s, i := c.at(row)
	if s.isUnread(i, nameUnread) {
		return ""
	}
	return composed(s.name(i))
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
