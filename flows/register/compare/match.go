package compare

// tier is one of the ways in which pairs are found.
type tier struct {
	by    tierID
	field Field
	keys  *keys
	pairs int
	begun int // how many keys the tiers before found ambiguous
}

// tierID names a tier in few bytes.
type tierID uint8

const (
	byNothing tierID = iota
	byCode
	byID
	byName
)

// match finds the pairs of a tier among the rows that have none yet.
func (c *comparison) match(t *tier) {
	left, right := c.sides[0], c.sides[1]
	if !c.has(t.field) {
		return
	}
	t.begun = len(c.keyed)
	times := make([]uint8, len(left.mate)) // a key that is not on the left matches nothing
	partner := make([]uint32, len(left.mate))
	for i, mate := range left.mate {
		if first := t.keys.first[i]; mate == none && first != none {
			times[first] = seen(times[first], false)
		}
	}
	c.runner.each(len(right.mate), func(from, to int) {
		for j := from; j < to; j++ {
			first := t.keys.first[int(right.base)+j]
			if right.mate[j] != none || first == none || int(first) >= len(times) || times[first] == 0 {
				continue
			}
			if times[first]&allRight == 0 {
				partner[first] = row32(j)
			}
			times[first] = seen(times[first], true)
		}
	})
	c.runner.each(len(left.mate), func(from, to int) {
		for i := from; i < to; i++ {
			first := t.keys.first[i]
			if left.mate[i] != none || first == none {
				continue
			}
			switch {
			case times[first] == onceLeft|onceRight:
				left.mate[i], right.mate[partner[first]] = partner[first], row32(i)
				c.tierOf[i] = t.by
				t.pairs++
			case isAmbiguous(times[first]) && c.Kind != Products:
				c.ambiguous(t, row32(i), times, partner)
			}
		}
	})
	if len(c.keyed) > t.begun {
		c.rest(t, times, partner)
	}
}

// reported marks a key whose finding is made: partner is then its index.
const reported uint8 = 1 << 7

// ambiguous makes the finding of a key when its first left row comes by.
func (c *comparison) ambiguous(t *tier, row uint32, times []uint8, partner []uint32) {
	first := t.keys.first[row]
	if times[first]&reported != 0 {
		return
	}
	c.keyed = append(c.keyed, keyed{pair: pair{row, partner[first]}, tier: t.field})
	times[first] |= reported
	partner[first] = row32(len(c.keyed) - 1)
}

// rest adds to the findings about keys the rows that they do not begin with.
// The rows of such a key have no mate.
func (c *comparison) rest(t *tier, times []uint8, partner []uint32) {
	for n, s := range c.sides {
		c.runner.each(s.Len(), func(from, to int) {
			for i := from; i < to; i++ {
				first := t.keys.first[int(s.base)+i]
				if s.mate[i] != none || first == none || int(first) >= len(times) || times[first]&reported == 0 {
					continue
				}
				k := &c.keyed[partner[first]]
				if begins := [2]uint32{k.left, k.right}[n]; begins != row32(i) {
					k.other = append(k.other, s.row(i))
				}
			}
		})
	}
}

// matchUnread pairs products of a side whose code is not read with those of the
// other side that have the same name, each once: so that nobody is told to make
// a card that is there.
func (c *comparison) matchUnread(s, other *side) {
	rows := s.rows[c.rules[CodeSpoilt]]
	if len(rows) == 0 || !c.named {
		return
	}
	const several = none
	mine, theirs := map[string]uint32{}, map[string]uint32{}
	put := func(m map[string]uint32, name string, row uint32) {
		if _, twice := m[name]; twice {
			row = several
		}
		m[name] = row
	}
	for _, i := range rows {
		if name := s.name(int(i)); name != "" && s.mate[i] == none && !s.isUnread(int(i), nameUnread) {
			put(mine, composed(name), i)
		}
	}
	for j := range other.Len() {
		if other.mate[j] != none || other.isUnread(j, nameUnread) {
			continue
		}
		name := composed(other.name(j))
		if _, asked := mine[name]; asked {
			put(theirs, name, row32(j))
		}
	}
	for name, i := range mine {
		j, ok := theirs[name]
		if !ok || i == several || j == several {
			continue
		}
		s.mate[i], other.mate[j] = j, i
		if s == c.sides[0] {
			c.tierOf[i] = byName
		} else {
			c.tierOf[j] = byName
		}
		c.tiers[2].pairs++
	}
}
