package compare

import (
	"unicode/utf8"

	"lotse/flows/register"
)

// Limits are the most characters of a code and of a name (helpdesk.rackbeat.com ht-00031 and ht-00034; support.netvisor.fi 77000498438).
func (k Kind) Limits() (code, name int) {
	if k == Products {
		return 25, 255
	}
	return 9, 250
}

// checkRows goes through the rows of a side: what is wrong with each by itself.
func (c *comparison) checkRows(s *side) {
	l := rowRules{comparison: c, side: s, misses: c.Kind == Suppliers && s.system == Netvisor && s.Columns[BusinessID] != ""}
	l.mostCode, l.mostName = c.Kind.Limits()
	c.runner.each(s.Len(), func(from, to int) {
		for i := from; i < to; i++ {
			l.row(i)
		}
	})
}

// rowRules are the rules about one row of a side.
type rowRules struct {
	*comparison
	side               *side
	mostCode, mostName int
	misses             bool // a business id that is not there
}

func (l *rowRules) row(i int) {
	if m := l.side.spans[i].marks; m != 0 {
		if m.has(barredMark) {
			l.tell(IsBarred, i)
		}
		l.side.count(m)
		if m &= (codeUnread | idUnread | nameUnread); m != 0 {
			l.unread(i, m)
			return
		}
	}
	l.code(i, l.side.code(i))
	l.name(i)
	if l.Kind != Products {
		l.id(i)
	}
}

// unread looks at a row of which something is not read: what is not is no key,
// and nothing is wrong with it but that.
func (l *rowRules) unread(i int, m marks) {
	if m.has(codeUnread) {
		l.tell(CodeSpoilt, i)
	} else {
		l.code(i, l.side.code(i))
	}
	if !m.has(nameUnread) {
		l.name(i)
	}
	if !m.has(idUnread) && l.Kind != Products {
		l.id(i)
	}
}

func (l *rowRules) name(i int) {
	if isLonger(l.side.name(i), l.mostName) {
		l.tell(NameTooLong, i)
	}
}

func (l *rowRules) id(i int) {
	switch id := l.side.id(i); {
	case id != "":
		if _, ok := normalID(id); !ok {
			l.tell(IDInvalid, i)
		}
	case l.misses:
		l.tell(IDMissing, i)
	}
}

func (l *rowRules) tell(r Rule, i int) { l.comparison.row(l.side, r, i) }

// code tells what is wrong with a code.
func (l *rowRules) code(i int, code string) {
	if code == "" {
		l.tell(CodeEmpty, i)
		return
	}
	if l.Kind != Products {
		switch {
		case register.IsDigits(code):
			if code[0] == '0' {
				l.tell(CodeLeadingZero, i)
			}
		case register.IsScientific(code):
			l.tell(CodeSpoilt, i)
			return
		default:
			l.tell(CodeNotNumeric, i)
		}
	}
	if isLonger(code, l.mostCode) {
		l.tell(CodeTooLong, i)
	}
}

// isLonger reports whether a text has more characters than that.
func isLonger(s string, most int) bool { return len(s) > most && utf8.RuneCountInString(s) > most }

// repeats finds the rows of a side whose keys stand there more than once.
func (c *comparison) repeats(s *side) {
	for _, k := range []struct {
		keys *keys
		rule Rule
	}{{c.codes, CodeDuplicate}, {c.ids, IDDuplicate}, {c.names, NameDuplicate}} {
		if k.keys == nil {
			continue
		}
		c.runner.each(s.Len(), func(from, to int) {
			for i := from; i < to; i++ {
				if first := k.keys.first[int(s.base)+i]; first != none && isRepeated(k.keys.times[first], s == c.sides[1]) {
					c.row(s, k.rule, i)
				}
			}
		})
	}
}
