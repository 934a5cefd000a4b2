package compare

// judge looks at the pairs of all tiers, and at the rows that are in none.
func (c *comparison) judge() {
	byCode, byID, byName := c.tiers[0], c.tiers[1], c.tiers[2]
	c.work.each(len(byCode.pairs), func(from, to int) {
		for _, p := range byCode.pairs[from:to] {
			c.sameCode(p)
		}
	})
	for _, p := range byID.pairs {
		if c.differ(c.codes, p) {
			c.pair(OverwriteByID, p)
		}
	}
	for _, p := range byName.pairs {
		c.pair(MergeByName, p)
	}
	for n, s := range c.sides {
		for i, mate := range s.mate {
			if mate == none {
				c.row(s, [2]Rule{OnlyLeft, OnlyRight}[n], i)
			}
		}
	}
}

func (c *comparison) sameCode(p pair) {
	left, right := c.sides[0], c.sides[1]
	if c.Kind == Products {
		if c.has(Name) && !sameName(left.name(int(p.left)), right.name(int(p.right))) {
			c.pair(NameDiffers, p)
		}
		return
	}
	if c.ids.has(p.left) && c.ids.has(p.right+uint32(right.base)) && c.differ(c.ids, p) {
		c.pair(OtherCompany, p)
	}
	if c.has(Name) && c.differ(c.names, p) {
		c.pair(OtherName, p)
	}
}

// differ reports whether the rows of a pair have different keys; two without one
// do not.
func (c *comparison) differ(k *keys, p pair) bool {
	return k.first[p.left] != k.first[p.right+uint32(c.sides[1].base)]
}
