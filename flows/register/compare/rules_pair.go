package compare

// judge looks at the pairs of all tiers, and at the rows that are in none.
func (c *comparison) judge() {
	left, right := c.sides[0], c.sides[1]
	c.work.each(left.Len(), func(from, to int) {
		for i := from; i < to; i++ {
			p := pair{row32(i), left.mate[i]}
			switch c.tierOf[i] {
			case byNothing:
				c.row(left, OnlyLeft, i)
			case byCode:
				c.sameCode(p)
			case byID:
				if c.differ(c.codes, p) {
					c.pair(OverwriteByID, p)
				}
			case byName:
				c.pair(MergeByName, p)
			}
		}
	})
	c.work.each(right.Len(), func(from, to int) {
		for j := from; j < to; j++ {
			if right.mate[j] == none {
				c.row(right, OnlyRight, j)
			}
		}
	})
}

func (c *comparison) sameCode(p pair) {
	left, right := c.sides[0], c.sides[1]
	if c.Kind == Products {
		if c.named && !sameName(left.name(int(p.left)), right.name(int(p.right))) {
			c.pair(NameDiffers, p)
		}
		return
	}
	if c.ids.has(p.left) && c.ids.has(p.right+right.base) && c.differ(c.ids, p) {
		c.pair(OtherCompany, p)
	}
	if c.named && c.differ(c.names, p) {
		c.pair(OtherName, p)
	}
}

// differ reports whether the rows of a pair have different keys; two without one
// do not.
func (c *comparison) differ(k *keys, p pair) bool {
	return k.first[p.left] != k.first[p.right+c.sides[1].base]
}
