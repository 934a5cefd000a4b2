package compare

import (
	"slices"

	"lotse/flows"
	"lotse/flows/register"
)

// notes says what a person has to know of a file: of each kind how many rows,
// and which is the first.
func notes(l *layout, found *register.Oddities, r *Register) []register.Issue {
	all := slices.Clip(l.notes)
	add := func(code register.IssueCode, level flows.Level, column string, rows register.Tally, one, more string, args ...any) {
		if rows.N == 0 {
			return
		}
		m := flows.Msg(one, args...)
		if rows.N > 1 {
			m = flows.Msg(more, append(args, "n", rows.N)...)
		}
		all = append(all, register.Issue{Code: code, Level: level, Row: rows.First, Column: column, Message: m})
	}
	add(register.IssueHeader, flows.Tell, "", found.Again, "compare.again", "compare.again_more")
	add(register.IssueRagged, flows.Warn, "", found.Ragged, "compare.ragged", "compare.ragged_more")
	add(register.IssueSurplus, flows.Warn, "", found.Surplus, "compare.surplus", "compare.surplus_more")
	add(register.IssueQuote, flows.Tell, "", found.Quote, "compare.quote", "compare.quote_more")
	c := r.codes()
	column := l.names[Code]
	add(register.IssueSpoilt, flows.Warn, column, c.spoilt, "compare.spoilt", "compare.spoilt_more")
	add(register.IssueZeros, flows.Warn, column, c.zeros, "compare.zeros", "compare.zeros_more", "digits", c.digits)
	return all
}

// codeNotes are what is odd about the codes of a register as a whole.
type codeNotes struct {
	spoilt register.Tally // in scientific notation
	digits int            // that most codes have, of which some begin with 0; 0: they are not like that
	zeros  register.Tally // with fewer digits
}

// codes looks at the codes.
func (r *Register) codes() (c codeNotes) {
	for i := range r.Len() {
		if register.IsScientific(r.code(i)) {
			c.spoilt.Add(r.row(i))
		}
	}
	c.digits = register.Zeros(func(yield func(string) bool) {
		for i := range r.Len() {
			if !yield(r.code(i)) {
				return
			}
		}
	})
	if c.digits == 0 {
		return c
	}
	for i := range r.Len() {
		if code := r.code(i); len(code) < c.digits && register.IsDigits(code) {
			c.zeros.Add(r.row(i))
		}
	}
	return c
}
