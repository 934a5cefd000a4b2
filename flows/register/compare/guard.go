package compare

import (
	"lotse/flows/register"
)

// form is a way in which codes are written that stand for others.
type form int

const (
	apostrophe form = iota // '1002
	asNumber               // 1002.0, 1 002
	allForms               // how many there are
)

// plain is the code that a code of a form stands for; was is false where it is
// not of that form.
func (f form) plain(code string) (plain string, was bool) {
	if f == apostrophe {
		return register.WithoutApostrophe(code)
	}
	if form, digits, _ := register.FormOf(code); form == register.Decimals || form == register.Grouped {
		return digits, true
	}
	return code, false
}

// column is what was seen of the values of a column.
type column struct {
	all      int // that are not empty
	formulas int // ="1002"
	of       [allForms]struct {
		n       int
		example string // the first
		row     int
	}
	bare, long int  // numbers as they are; those of them that could be grouped
	other      bool // 10.5: a number that no sheet made of a whole one
	sep        rune // between the groups
	seps       bool // there are several
	decimals   bool
	quotedText bool // a text that is no number has an apostrophe
}

// digits counts a code of so many digits.
func (c *column) digits(n int) {
	c.all++
	c.bare++
	if n > 3 {
		c.long++
	}
}

// add counts a value that is not digits alone.
func (c *column) add(s string, row int) {
	c.all++
	if _, was := register.Unguarded(s); was {
		c.formulas++
		return
	}
	if plain, was := register.WithoutApostrophe(s); was {
		c.see(apostrophe, s, row)
		form, _, _ := register.FormOf(plain)
		c.quotedText = c.quotedText || form == register.NoNumber
		return
	}
	switch form, _, sep := register.FormOf(s); form {
	case register.Grouped:
		c.seps = c.seps || c.sep != 0 && c.sep != sep
		c.sep = sep
		c.see(asNumber, s, row)
	case register.Decimals:
		c.decimals = true
		c.see(asNumber, s, row)
	case register.OtherForms:
		c.other = true
	}
}

func (c *column) see(f form, s string, row int) {
	if c.of[f].n++; c.of[f].n == 1 {
		c.of[f].example, c.of[f].row = s, row
	}
}

// stands says how sure it is that the codes of a form stand for others.
type stands int

const (
	no stands = iota
	maybe
	surely
)

// stand judges a form by the whole column: an apostrophe that all codes have, or
// all that are numbers; .0 at all numbers; groups in all that are long enough.
// Products may be called so, of customers and suppliers codes are digits.
func (c *column) stand(f form, k Kind) stands {
	switch n := c.of[f].n; {
	case n == 0:
		return no
	case f == apostrophe:
		if n == c.all-c.formulas || !c.quotedText && c.bare == 0 && c.of[asNumber].n == 0 && !c.other {
			return surely
		}
		return maybe
	case c.other || c.seps:
		return no
	case k != Products && c.long == 0 && (!c.decimals || c.bare == 0):
		return surely
	}
	return maybe
}

// guarded is how codes were written for a spreadsheet.
type guarded struct {
	rows            toldRows
	field           Field // where the first stands
	example, stands string
}

// unguard reads what stands for another as that, where it is sure, and reports
// whether there was any.
func (r *Register) unguard(l *layout, v *survey) bool {
	id, name := v.ids.quoted(), v.names.quoted()
	var sure []form
	for f := range allForms {
		if v.codes.stand(f, l.of) == surely {
			sure = append(sure, f)
		}
	}
	if len(sure) == 0 && !id && !name && v.codes.formulas+v.ids.formulas+v.names.formulas == 0 {
		return false
	}
	g := &r.settled.guarded
	inner := g.rows.n > 0 // within what was told already
	r.recode(func(c *Card) {
		was := *c
		c.Code = plainCode(c.Code, sure)
		c.ID, c.Name = plainText(c.ID, id), plainText(c.Name, name)
		if *c == was || inner {
			return
		}
		g.rows.add(c.Row)
		if g.field == "" {
			g.field, g.example, g.stands = firstChange(&was, c)
		}
	})
	return true
}

// quoted reports whether all values of a column of texts have an apostrophe. One
// alone may be a name.
func (c *column) quoted() bool { return c.of[apostrophe].n > 1 && c.of[apostrophe].n == c.all }

func plainText(s string, quoted bool) string {
	s, _ = register.Unguarded(s)
	if quoted {
		s, _ = register.WithoutApostrophe(s)
	}
	return s
}

func plainCode(code string, sure []form) string {
	code, _ = register.Unguarded(code)
	for _, f := range sure {
		code, _ = f.plain(code)
	}
	return code
}

// firstChange is where a card changed first, and how.
func firstChange(was, c *Card) (f Field, example, stands string) {
	switch {
	case was.Code != c.Code:
		return Code, was.Code, c.Code
	case was.ID != c.ID:
		return BusinessID, was.ID, c.ID
	}
	return Name, was.Name, c.Name
}
