package compare

import (
	"slices"

	"lotse/flows/register"
)

// undecidedForm is a form of codes of which the file alone does not say what they stand
// for. The other register does: it has the one or the other.
type undecidedForm struct {
	form            register.Form
	n, row          int // how many there are, and where the first is
	example, stands string
}

// undecidedForms are those of a column of codes.
func undecidedForms(c *register.Forms, k Kind) []undecidedForm {
	var all []undecidedForm
	for f := range register.AllForms {
		if c.Stand(f, k != Products) == register.Maybe {
			of := &c.Of[f]
			plain, _ := f.Plain(of.Example)
			all = append(all, undecidedForm{f, of.N, of.Row, of.Example, plain})
		}
	}
	return all
}

// resolved are two registers of which every code is decided: where one has codes that may stand
// for others, they are what the other has. Where it has neither, products are
// called as it is written; of customers and suppliers, whose codes are digits,
// they are not read.
func resolved(k Kind, left, right *Register) (l, r *Register) {
	left, right = left.marked(k), right.marked(k)
	return left.resolve(k, right), right.resolve(k, left)
}

// marked is a register of a kind with its marks: one that was read from a file
// has them.
func (r *Register) marked(k Kind) *Register {
	if r.normalized.of == k {
		return r
	}
	with := r.copied()
	with.normalized = normalized{of: k}
	with.survey(&layout{of: k})
	return with
}

// copied is a register of which the rows can be marked anew.
func (r *Register) copied() *Register {
	with := &Register{Info: r.Info, Columns: r.Columns, Notes: r.Notes, normalized: r.normalized}
	with.texts, with.spans = r.texts, slices.Clone(r.spans)
	return with
}

func (r *Register) resolve(k Kind, other *Register) *Register {
	if len(r.normalized.undecided) == 0 {
		return r
	}
	theirs := make(map[string]bool, other.Len())
	for i := range other.Len() {
		theirs[other.code(i)] = true
	}
	with := r.copied()
	for _, d := range r.normalized.undecided {
		asItIs, asPlain := with.evidence(d.form, theirs)
		switch {
		case asPlain && !asItIs:
			with.recode(func(c *Card) { c.Code, _ = d.form.Plain(c.Code) })
		case asItIs && !asPlain, !asItIs && k == Products:
		default:
			with.unreadCodes(d.form)
		}
	}
	return with
}

// evidence reports whether the other register has codes of a form as they are,
// and whether it has what they stand for. That a code is there already of which
// one would be another is evidence for both.
func (r *Register) evidence(f register.Form, theirs map[string]bool) (asItIs, asPlain bool) {
	plains := map[string]bool{}
	for i := range r.Len() {
		if plain, was := f.Plain(r.code(i)); was {
			asItIs = asItIs || theirs[r.code(i)]
			asPlain = asPlain || theirs[plain]
			plains[plain] = true
		}
	}
	for i := range r.Len() {
		if plains[r.code(i)] {
			return true, true
		}
	}
	return asItIs, asPlain
}

// unreadCodes marks the codes of a form: nobody knows what they are.
func (r *Register) unreadCodes(f register.Form) {
	for i := range r.spans {
		if code := r.code(i); !register.IsDigits(code) {
			if _, was := f.Plain(code); was {
				r.spans[i].marks |= codeUnread
			}
		}
	}
}
