package heading

import "slices"

// Register is a register of which a header may be.
type Register string

// The registers.
const (
	Customers Register = "customers"
	Suppliers Register = "suppliers"
	Products  Register = "products"
)

// Field is what a column may fill.
type Field string

// The fields.
const (
	Code       Field = "code"
	BusinessID Field = "business_id"
	Name       Field = "name"
)

// Grade is how much a header says that its column fills a field. Of two columns
// of the same grade none is taken: a person is asked.
type Grade int

// The grades.
const (
	NoGrade   Grade = 0
	ThingHere Grade = 1 // "Artikel": names the card where another column has the codes
	Weak      Grade = 2 // a debtor, by whom he is; the number of a court
	General   Grade = 3 // "No.", "Name"
	Taxed     Grade = 4 // what the tax office calls a business
	Traded    Grade = 5 // what the VAT office does
	Nearly    Grade = 6 // "Customer ID", which may be a program's own
	Exact     Grade = 7 // "Customer no."; the business id itself
)

// Meaning is what a header says, by field.
type Meaning map[Field]Grade

// Means is what a header says in a register; nothing where it is not
// understood, is about something else, or could mean two things.
func (h *Heading) Means(k Register) Meaning {
	if h == nil {
		return nil
	}
	if m := said(k, h.whole); len(m) > 0 || len(h.parts) < 2 {
		return m
	}
	var all Meaning
	for _, part := range h.parts {
		if slices.Equal(part, []term{"person"}) {
			continue // a person's id stands where a business has its own
		}
		m := said(k, part)
		if all == nil {
			all = m
		}
		if len(m) == 0 || !sameFields(all, m) {
			return nil
		}
		for f, g := range m {
			all[f] = min(all[f], g)
		}
	}
	return all
}

func sameFields(a, b Meaning) bool {
	if len(a) != len(b) {
		return false
	}
	for f := range a {
		if _, ok := b[f]; !ok {
			return false
		}
	}
	return true
}

// parsed are the words of a header: whose it is, and what of it.
type parsed struct {
	kind  Register
	owner bool // the register's own: customer in a register of customers
	short bool // and that is cut off
	books bool // and that is a debtor or a creditor, whose number is an account
	firm  bool // a company, or an organisation
	org   bool // an organisation
	bare  bool // and by a word that names one
	other bool // of another register
	count bool // a number before whose it is: how many there are
	of    bool
	rest  []term
}

// ofKind are the words for the cards of each register.
var ofKind = map[Register][]term{
	Customers: {"customer", "debitor", "cust"}, Suppliers: {"supplier", "kreditor", "supp"}, Products: {"product", "prod"},
}

func parse(k Register, words []term) parsed {
	p := parsed{kind: k}
	for _, w := range words {
		switch w {
		case "customer", "debitor", "cust", "supplier", "kreditor", "supp", "product", "prod":
			own := slices.Contains(ofKind[k], w)
			p.owner, p.other = p.owner || own, p.other || !own
			p.short = p.short || w == "cust" || w == "supp" || w == "prod"
			p.books = p.books || w == "debitor" || w == "kreditor"
			p.count = p.count || slices.Contains(p.rest, "number")
		case "company", "organisation", "corporate":
			p.firm, p.org, p.bare = true, p.org || w != "company", p.bare || w != "corporate"
		case "of":
			p.of = true
		case "required":
		default:
			p.rest = append(p.rest, w)
		}
	}
	p.other = p.other || p.firm && k == Products
	return p
}

// has reports whether what is left are these words, in any order, each once.
func (p *parsed) has(words ...term) bool {
	if len(words) != len(p.rest) {
		return false
	}
	for _, w := range words {
		if !slices.Contains(p.rest, w) {
			return false
		}
	}
	return true
}

// hasAny reports whether what is left is one of these sets of words.
func (p *parsed) hasAny(sets ...[]term) bool {
	return slices.ContainsFunc(sets, func(set []term) bool { return p.has(set...) })
}

// said is what the words of a header say.
func said(k Register, words []term) Meaning {
	p := parse(k, words)
	if p.other {
		return nil
	}
	m := Meaning{}
	for f, g := range map[Field]Grade{Code: p.code(), Name: p.name(), BusinessID: p.business()} {
		if g != NoGrade {
			m[f] = g
		}
	}
	return m
}

// code is how much it says that a column has the codes of the cards. An id alone
// may be anybody's; so may the number of a company.
func (p *parsed) code() Grade {
	switch {
	case p.firm, p.of, p.count:
		return NoGrade
	case p.hasAny([]term{"number"}, []term{"code"}, []term{"code", "number"}):
		return either(p.owner, Exact, General)
	case p.owner && p.hasAny([]term{"id"}, []term{"id", "number"}, []term{"id", "code"}):
		return Nearly
	case p.kind == Products && p.hasAny([]term{"sku"}, []term{"sku", "number"}, []term{"sku", "code"}, []term{"variant", "sku"}):
		return General
	case p.kind != Products && p.has("account"):
		return either(p.owner, Nearly, General)
	case p.books && p.has():
		return Weak
	}
	return NoGrade
}

// name is how much it says that a column has the names of the cards.
func (p *parsed) name() Grade {
	switch {
	case p.short:
		return NoGrade
	case p.hasAny([]term{"name"}, []term{"name", "one"}), p.kind == Products && p.has("title"):
		return either(p.owner, Exact, General)
	case p.hasAny([]term{"called"}, []term{"called", "one"}) && (p.owner || p.firm || p.kind == Products):
		return either(p.owner, Exact, General)
	case p.has() && p.bare && !p.owner:
		return General
	case p.has() && p.owner && !p.books:
		return ThingHere
	}
	return NoGrade
}

// business is how much it says that a column has business ids. A code of taxes
// is a rate, and the number of a company may be a card's.
func (p *parsed) business() Grade {
	if p.kind == Products || p.of {
		return NoGrade
	}
	p.rest = slices.DeleteFunc(slices.Clone(p.rest), func(w term) bool { return w == "eu" })
	switch {
	case p.hasAny([]term{"finnish"}, []term{"y", "id"}, []term{"cvr"}, []term{"cvr", "number"}, []term{"se", "number"}):
		return Exact
	case p.org && (p.has("number") || p.hasAny(numbered...)), p.firm && p.hasAny(numbered[1:]...):
		return Exact
	case p.taxed("vat"), p.taxed("vatin"):
		return Traded
	case p.taxed("tax"):
		return Taxed
	case p.has("register", "number"):
		return General
	case p.hasAny([]term{"court", "number"}, []term{"vat"}):
		return Weak
	}
	return NoGrade
}

// numbered are the words for the number by which somebody is registered.
var numbered = [][]term{{"id"}, {"id", "number"}, {"id", "code"}, {"register"}, {"register", "number"}, {"register", "id"}}

// taxed reports whether it is the number by which a tax is paid.
func (p *parsed) taxed(tax term) bool {
	if p.has(tax, "number") {
		return true
	}
	return slices.ContainsFunc(numbered, func(set []term) bool { return p.has(append([]term{tax}, set...)...) })
}

func either(is bool, yes, no Grade) Grade {
	if is {
		return yes
	}
	return no
}
