package compare

// checkPairs looks at the pairs of all tiers, and at the rows that are in none.
func (c *comparison) checkPairs() {
	left, right := c.sides[0], c.sides[1]
	c.runner.each(left.Len(), func(from, to int) {
		for i := from; i < to; i++ {
			p := pair{row32(i), left.mate[i]}
			switch c.tierOf[i] {
			case byNothing:
				c.only(left, OnlyLeft, i)
			case byCode:
				c.sameCode(p)
			case byID:
				if c.differ(c.codes, p) && !c.isUnread(p, codeUnread) {
					c.pair(OverwriteByID, p)
				}
			case byName:
				if !c.isUnread(p, codeUnread) {
					c.pair(MergeByName, p)
				}
			}
		}
	})
	c.runner.each(right.Len(), func(from, to int) {
		for j := from; j < to; j++ {
			if right.mate[j] == none {
				c.only(right, OnlyRight, j)
			}
		}
	})
}

// only tells of a row that the other side has not. Of one whose code is not read
// nobody knows.
func (c *comparison) only(s *side, r Rule, i int) {
	if !s.isUnread(i, codeUnread) {
		c.row(s, r, i)
	}
}

// isUnread reports whether one row of a pair has something that is not read.
func (c *comparison) isUnread(p pair, m marks) bool {
	return c.sides[0].isUnread(int(p.left), m) || c.sides[1].isUnread(int(p.right), m)
}

func (c *comparison) sameCode(p pair) {
	named := c.named && !c.isUnread(p, nameUnread)
	left, right := c.sides[0], c.sides[1]
	if c.Kind == Products {
		if named && !sameName(left.name(int(p.left)), right.name(int(p.right))) {
			c.pair(NameDiffers, p)
		}
		return
	}
	if c.ids.has(p.left) && c.ids.has(p.right+right.base) && c.differ(c.ids, p) {
		c.pair(OtherCompany, p)
	}
	if named && c.differ(c.names, p) {
		c.pair(OtherName, p)
	}
}

// differ reports whether the rows of a pair have different keys; two without one
// do not.
func (c *comparison) differ(k *keys, p pair) bool {
	return k.first[p.left] != k.first[p.right+c.sides[1].base]
}
