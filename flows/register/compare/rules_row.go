package compare

import (
	"unicode/utf8"

	"lotse/flows/register"
)

// limits are the most characters of a code and of a name (domain.md 4.4).
func (k Kind) limits() (code, name int) {
	if k == Products {
		return 25, 255
	}
	return 9, 250
}

// codesOf looks at the codes of a side, and makes them short.
func (c *comparison) codesOf(s *side) {
	most, _ := c.Kind.limits()
	c.work.each(s.Len(), func(from, to int) {
		for i := from; i < to; i++ {
			if s.cards[i].IsBarred {
				c.row(s, IsBarred, i)
			}
			code := s.code(i)
			if code == "" {
				c.row(s, CodeEmpty, i)
				c.gatherer.shorts[s.base+i] = 0
				continue
			}
			c.gatherer.shorts[s.base+i] = c.gatherer.shortOf(code)
			c.judgeCode(s, i, code, most)
		}
	})
}

// judgeCode applies the rules about one code.
func (c *comparison) judgeCode(s *side, i int, code string, most int) {
	if c.Kind != Products {
		switch {
		case register.IsScientific(code):
			c.row(s, CodeSpoilt, i)
			return
		case !isDigits(code):
			c.row(s, CodeNotNumeric, i)
		case code[0] == '0':
			c.row(s, CodeLeadingZero, i)
		}
	}
	if isLonger(code, most) {
		c.row(s, CodeTooLong, i)
	}
}

// isLonger reports whether a text has more characters than that.
func isLonger(s string, most int) bool { return len(s) > most && utf8.RuneCountInString(s) > most }

func isDigits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}

// idsOf looks at the business ids of a side, and makes the valid ones short.
func (c *comparison) idsOf(s *side) {
	misses := s.system == Netvisor && s.Columns[BusinessID] != ""
	c.work.each(s.Len(), func(from, to int) {
		for i := from; i < to; i++ {
			given, short := s.id(i), short(0)
			if given == "" && misses {
				c.row(s, IDMissing, i)
			}
			if given != "" {
				var ok bool
				if short, ok = c.gatherer.shortID(given); !ok {
					c.row(s, IDInvalid, i)
				}
			}
			c.gatherer.shorts[s.base+i] = short
		}
	})
}

// namesOf looks at the names of a side, and makes them short.
func (c *comparison) namesOf(s *side) {
	_, most := c.Kind.limits()
	c.work.each(s.Len(), func(from, to int) {
		for i := from; i < to; i++ {
			name, short := s.name(i), short(0)
			if name != "" {
				short = c.gatherer.hash(composed(name))
			}
			if isLonger(name, most) {
				c.row(s, NameTooLong, i)
			}
			c.gatherer.shorts[s.base+i] = short
		}
	})
}

// repeats finds the rows of a side whose keys stand there more than once.
func (c *comparison) repeats(s *side) {
	for _, k := range []struct {
		keys *keys
		rule Rule
	}{{&c.codes, CodeDuplicate}, {&c.ids, IDDuplicate}, {&c.names, NameDuplicate}} {
		if k.keys.first == nil {
			continue
		}
		c.work.each(s.Len(), func(from, to int) {
			for i := from; i < to; i++ {
				if first := k.keys.first[s.base+i]; first != none && isRepeated(k.keys.times[first], s == c.sides[1]) {
					c.row(s, k.rule, i)
				}
			}
		})
	}
}
