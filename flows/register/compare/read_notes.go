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
	add := func(code register.IssueCode, level flows.Level, column string, rows register.Tally, said string, args ...any) {
		if rows.N == 0 {
			return
		}
		if rows.N > 1 {
			said, args = said+"_more", append(args, "n", rows.N)
		}
		all = append(all, register.Issue{Code: code, Level: level, Row: rows.First, Column: column, Message: flows.Msg(said, args...)})
	}
	add(register.IssueHeader, flows.Tell, "", found.Again, "compare.again")
	add(register.IssueRagged, flows.Warn, "", found.Ragged, "compare.ragged")
	add(register.IssueSurplus, flows.Warn, "", found.Surplus, "compare.surplus")
	add(register.IssueQuote, flows.Tell, "", found.Quote, "compare.quote")
	c := r.codes()
	column := l.names[Code]
	add(register.IssueSpoilt, flows.Warn, column, c.spoilt, "compare.spoilt")
	add(register.IssueZeros, flows.Warn, column, c.zeros, "compare.zeros", "digits", c.digits)
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
