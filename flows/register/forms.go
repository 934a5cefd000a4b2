package register

// Form is a way in which values are written that stand for others.
type Form int

// The forms.
const (
	Apostrophe Form = iota // '1002
	AsNumber               // 1002.0, 1 002
	AllForms               // how many there are
)

// Plain is the value that one of the form stands for; was is false where it is
// not of that form.
func (f Form) Plain(value string) (plain string, was bool) {
	if f == Apostrophe {
		return WithoutApostrophe(value)
	}
	if form, digits, _ := FormOf(value); form == Decimals || form == Grouped {
		return digits, true
	}
	return value, false
}

// Forms is what was seen of the values of a column.
type Forms struct {
	All      int // that are not empty
	Formulas int // ="1002"
	Of       [AllForms]struct {
		N       int
		Example string // the first
		Row     int
	}
	bare, long int  // numbers as they are; those of them that could be grouped
	other      bool // 10.5: a number that no sheet made of a whole one
	sep        rune // between the groups
	seps       bool // there are several
	decimals   bool
	quotedText bool // a text that is no number has an apostrophe
}

// Digits counts a value of so many digits.
func (c *Forms) Digits(n int) {
	c.All++
	c.bare++
	if n > 3 {
		c.long++
	}
}

// Add counts a value that is not digits alone.
func (c *Forms) Add(s string, row int) {
	c.All++
	if _, was := PlainFormula(s); was {
		c.Formulas++
		return
	}
	if plain, was := WithoutApostrophe(s); was {
		c.see(Apostrophe, s, row)
		form, _, _ := FormOf(plain)
		c.quotedText = c.quotedText || form == NoNumber
		return
	}
	switch form, _, sep := FormOf(s); form {
	case Grouped:
		c.seps = c.seps || c.sep != 0 && c.sep != sep
		c.sep = sep
		c.see(AsNumber, s, row)
	case Decimals:
		c.decimals = true
		c.see(AsNumber, s, row)
	case OtherForms:
		c.other = true
	}
}

func (c *Forms) see(f Form, s string, row int) {
	of := &c.Of[f]
	if of.N++; of.N == 1 {
		of.Example, of.Row = s, row
	}
}

// Stands says how sure it is that the values of a form stand for others.
type Stands int

// How sure it is.
const (
	No Stands = iota
	Maybe
	Surely
)

// Stand judges a form by the whole column: an apostrophe that all codes have, or
// all that are numbers; .0 at all numbers; groups in all that are long enough.
// Where codes need not be digits they may be called so.
func (c *Forms) Stand(f Form, digits bool) Stands {
	switch n := c.Of[f].N; {
	case n == 0:
		return No
	case f == Apostrophe:
		if n == c.All-c.Formulas || !c.quotedText && c.bare == 0 && c.Of[AsNumber].N == 0 && !c.other {
			return Surely
		}
		return Maybe
	case c.other || c.seps:
		return No
	case digits && c.long == 0 && (!c.decimals || c.bare == 0):
		return Surely
	}
	return Maybe
}

// Quoted reports whether all values of a column of texts have an apostrophe. One
// alone may be a name.
func (c *Forms) Quoted() bool {
	return c.Of[Apostrophe].N > 1 && c.Of[Apostrophe].N == c.All
}
