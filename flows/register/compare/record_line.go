package compare

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// The keys of a finding's line, always in this order; what is empty is left out.
const (
	keyRule  = `{"r":"`
	keySide  = `","s":"`
	keyTier  = `","t":"`
	keyLeft  = `,"a":`
	keyRight = `,"b":`
	keyOther = `,"o":[`
)

// appendFinding appends the line of a finding: rule, side, tier, the left and
// the right card as [row,code,business id,name,barred], further rows.
func appendFinding(b []byte, f *Finding) []byte {
	b = append(append(b, keyRule...), f.Rule...)
	b = append(append(b, keySide...), f.Side...)
	if f.Tier != "" {
		b = append(append(b, keyTier...), f.Tier...)
	}
	b = append(b, '"')
	if f.Side != Right {
		b = appendCard(append(b, keyLeft...), &f.Left)
	}
	if f.Side != Left {
		b = appendCard(append(b, keyRight...), &f.Right)
	}
	for i, row := range f.Other {
		if i == 0 {
			b = append(b, keyOther...)
		} else {
			b = append(b, ',')
		}
		b = strconv.AppendInt(b, int64(row), 10)
	}
	if len(f.Other) > 0 {
		b = append(b, ']')
	}
	return append(b, "}\n"...)
}

func appendCard(b []byte, c *Card) []byte {
	b = strconv.AppendInt(append(b, '['), int64(c.Row), 10)
	for _, s := range [...]string{c.Code, c.ID, c.Name} {
		b = appendText(append(b, ','), s)
	}
	if c.IsBarred {
		b = append(b, ",1"...)
	}
	return append(b, ']')
}

// appendText appends a string of JSON. What is no UTF-8 becomes U+FFFD.
func appendText(b []byte, s string) []byte {
	const hex = "0123456789abcdef"
	b = append(b, '"')
	from := 0
	for i := 0; i < len(s); {
		c := s[i]
		if c >= ' ' && c != '"' && c != '\\' && c < utf8.RuneSelf {
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == utf8.RuneError && n == 1:
			b = append(append(b, s[from:i]...), "\ufffd"...)
		case c == '"' || c == '\\':
			b = append(append(b, s[from:i]...), '\\', c)
		case c < ' ':
			b = append(append(b, s[from:i]...), `\u00`...)
			b = append(b, hex[c>>4], hex[c&15])
		default:
			i += n
			continue
		}
		i += n
		from = i
	}
	return append(append(b, s[from:]...), '"')
}

// cursor reads a line in the order in which it was written. Once something
// stands there that does not belong there, it is broken and stays so.
type cursor struct {
	rest   string
	broken bool
}

// parseFinding reads the line of a finding. It takes some lines that
// appendFinding would not have written: the caller compares. What it gives
// shares the line's memory.
func parseFinding(line string, f *Finding) bool {
	c := cursor{rest: line}
	c.must(keyRule)
	f.Rule = Rule(c.before('"'))
	c.must(keySide[1:])
	f.Side = Side(c.before('"'))
	if c.may(keyTier[1:]) {
		f.Tier = Field(c.before('"'))
	}
	if c.may(keyLeft) {
		c.card(&f.Left)
	}
	if c.may(keyRight) {
		c.card(&f.Right)
	}
	if c.may(keyOther) {
		f.Other = append(f.Other, c.number())
		for c.may(",") {
			f.Other = append(f.Other, c.number())
		}
		c.must("]")
	}
	c.must("}")
	return !c.broken && c.rest == "" && f.isSound()
}

// isSound reports whether a finding names what there is. Its rule is the
// register's to know.
func (f *Finding) isSound() bool {
	switch f.Tier {
	case "", Code, BusinessID, Name:
	default:
		return false
	}
	for _, row := range f.Other {
		if row < 0 {
			return false
		}
	}
	return (f.Side == Left || f.Side == Right || f.Side == Both) && f.Left.Row >= 0 && f.Right.Row >= 0
}

// may takes s where it stands next, and says whether it did.
func (c *cursor) may(s string) bool {
	rest, found := strings.CutPrefix(c.rest, s)
	c.rest = rest
	return found
}

func (c *cursor) must(s string) {
	if !c.may(s) {
		c.broken = true
	}
}

// before takes all before a byte, and the byte.
func (c *cursor) before(b byte) string {
	i := strings.IndexByte(c.rest, b)
	if i < 0 {
		c.broken = true
		return ""
	}
	s := c.rest[:i]
	c.rest = c.rest[i+1:]
	return s
}

func (c *cursor) number() int {
	end := 0
	for end < len(c.rest) && (c.rest[end] == '-' || c.rest[end] >= '0' && c.rest[end] <= '9') {
		end++
	}
	n, err := strconv.Atoi(c.rest[:end])
	if err != nil {
		c.broken = true
	}
	c.rest = c.rest[end:]
	return n
}

func (c *cursor) card(card *Card) {
	c.must("[")
	card.Row = c.number()
	for _, s := range [...]*string{&card.Code, &card.ID, &card.Name} {
		c.must(`,"`)
		*s = c.text()
	}
	card.IsBarred = c.may(",1")
	c.must("]")
}

// text takes a string whose opening quote is taken, and its closing quote.
func (c *cursor) text() string {
	for i := 0; i < len(c.rest); i++ {
		switch c.rest[i] {
		case '"':
			s := c.rest[:i]
			c.rest = c.rest[i+1:]
			return s
		case '\\':
			return c.escaped()
		}
	}
	c.broken = true
	return ""
}

// escaped is text for a string with escapes in it.
func (c *cursor) escaped() string {
	for i := 0; i < len(c.rest); i++ {
		switch c.rest[i] {
		case '\\':
			i++
		case '"':
			s, err := strconv.Unquote(`"` + c.rest[:i+1])
			if err != nil {
				c.broken = true
			}
			c.rest = c.rest[i+1:]
			return s
		}
	}
	c.broken = true
	return ""
}
