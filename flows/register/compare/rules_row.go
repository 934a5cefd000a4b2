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

// look goes through the rows of a side: what is wrong with each by itself, and
// the short forms of its keys.
func (c *comparison) look(s *side) {
	l := looker{
		comparison: c, side: s, codes: c.codes.shorts[s.base:], misses: c.Kind == Suppliers && s.system == Netvisor && s.Columns[BusinessID] != "",
	}
	l.mostCode, l.mostName = c.Kind.Limits()
	if c.Kind != Products {
		l.ids, l.names = c.ids.shorts[s.base:], c.names.shorts[s.base:]
	}
	c.work.each(s.Len(), func(from, to int) {
		for i := from; i < to; i++ {
			l.row(i)
		}
	})
}

// looker is the first look at the rows of a side.
type looker struct {
	*comparison
	side               *side
	codes, ids, names  []short
	mostCode, mostName int
	misses             bool // a business id that is not there
}

func (l *looker) row(i int) {
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
	code := l.side.code(i)
	l.codes[i] = l.gatherer.shortOf(code)
	if isLead := len(code) > 0 && code[0] == '0'; !l.codes[i].isDigits() || isLead || len(code) > l.mostCode {
		l.code(i, code)
	}
	l.name(i)
	if l.Kind != Products {
		l.id(i)
	}
}

// unread looks at a row of which something is not read: what is not is no key,
// and nothing is wrong with it but that.
func (l *looker) unread(i int, m marks) {
	code := l.side.code(i)
	switch {
	case m.has(codeUnread):
		l.tell(CodeSpoilt, i)
	default:
		l.codes[i] = l.gatherer.shortOf(code)
		l.code(i, code)
	}
	if !m.has(nameUnread) {
		l.name(i)
	}
	if !m.has(idUnread) && l.Kind != Products {
		l.id(i)
	}
}

func (l *looker) name(i int) {
	name := l.side.name(i)
	if isLonger(name, l.mostName) {
		l.tell(NameTooLong, i)
	}
	if name != "" && l.Kind != Products {
		l.names[i] = l.gatherer.hash(composed(name))
	}
}

func (l *looker) id(i int) {
	switch id := l.side.id(i); {
	case id != "":
		var ok bool
		if l.ids[i], ok = l.gatherer.shortID(id); !ok {
			l.tell(IDInvalid, i)
		}
	case l.misses:
		l.tell(IDMissing, i)
	}
}

func (l *looker) tell(r Rule, i int) { l.comparison.row(l.side, r, i) }

// code tells what is wrong with a code.
func (l *looker) code(i int, code string) {
	if code == "" {
		l.tell(CodeEmpty, i)
		return
	}
	if l.Kind != Products {
		switch {
		case register.IsScientific(code):
			l.tell(CodeSpoilt, i)
			return
		case !register.IsDigits(code):
			l.tell(CodeNotNumeric, i)
		case code[0] == '0':
			l.tell(CodeLeadingZero, i)
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
		c.work.each(s.Len(), func(from, to int) {
			for i := from; i < to; i++ {
				if first := k.keys.first[int(s.base)+i]; first != none && isRepeated(k.keys.times[first], s == c.sides[1]) {
					c.row(s, k.rule, i)
				}
			}
		})
	}
}
