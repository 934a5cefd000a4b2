package compare

import (
	"unicode/utf8"

	"lotse/flows/register"
)

// limits are the most characters of a code and of a name (helpdesk.rackbeat.com ht-00031 and ht-00034; support.netvisor.fi 77000498438).
func (k Kind) limits() (code, name int) {
	if k == Products {
		return 25, 255
	}
	return 9, 250
}

// codesOf looks at the codes of a side, and hashes them.
func (c *comparison) codesOf(s *side) {
	most, _ := c.Kind.limits()
	for i := range s.Len() {
		if !c.work.pause(i) {
			return
		}
		card := s.Card(i)
		if card.IsBarred {
			c.row(s, IsBarred, i)
		}
		c.hashes.of[s.base+i] = 0
		if card.Code == "" {
			c.row(s, CodeEmpty, i)
			continue
		}
		c.hashes.of[s.base+i] = c.hashes.sum(card.Code)
		c.code(s, i, card.Code, most)
	}
}

// code applies the rules about one code.
func (c *comparison) code(s *side, i int, code string, most int) {
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

// idsOf looks at the business ids of a side, and hashes the valid ones.
func (c *comparison) idsOf(s *side) {
	misses := s.system == Netvisor && s.Columns[BusinessID] != ""
	for i := range s.Len() {
		if !c.work.pause(i) {
			return
		}
		c.hashes.of[s.base+i] = 0
		given := s.Card(i).ID
		if given == "" {
			if misses {
				c.row(s, IDMissing, i)
			}
			continue
		}
		id, ok := normalID(given)
		if !ok {
			c.row(s, IDInvalid, i)
			continue
		}
		c.hashes.of[s.base+i] = c.hashes.sum(id)
	}
}

// namesOf looks at the names of a side, and hashes them.
func (c *comparison) namesOf(s *side) {
	_, most := c.Kind.limits()
	for i := range s.Len() {
		if !c.work.pause(i) {
			return
		}
		c.hashes.of[s.base+i] = 0
		name := s.Card(i).Name
		if name == "" {
			continue
		}
		if isLonger(name, most) {
			c.row(s, NameTooLong, i)
		}
		c.hashes.of[s.base+i] = c.hashes.sum(composed(name))
	}
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
		for i := range s.Len() {
			if !c.work.pause(i) {
				return
			}
			if first := k.keys.first[s.base+i]; first != none && isRepeated(k.keys.times[first], s.base > 0 || s == c.sides[1]) {
				c.row(s, k.rule, i)
			}
		}
	}
}
