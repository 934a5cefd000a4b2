package compare

import (
	"fmt"
	"slices"

	"lotse/flows"
	"lotse/flows/register"
)

// notes says what a person has to know of a file: of each kind how many rows,
// and which is the first.
func notes(l *layout, found *register.Oddities, r *Register) []register.Issue {
	all := slices.Clip(l.notes)
	add := func(code register.IssueCode, level flows.Level, column string, rows register.Tally, one, more string) {
		if rows.N == 0 {
			return
		}
		text := "This row " + one
		if rows.N > 1 {
			text = fmt.Sprintf("%d rows, this one the first, %s", rows.N, more)
		}
		all = append(all, register.Issue{Code: code, Level: level, Row: rows.First, Column: column, Message: flows.Said(text)})
	}
	add(register.IssueHeader, flows.Tell, "", found.Again, "is the header again: it is left out.", "are the header again: they are left out.")
	add(register.IssueRagged, flows.Warn, "", found.Ragged, "has fewer cells than the header.", "have fewer cells than the header.")
	add(register.IssueSurplus, flows.Warn, "", found.Surplus, "has more cells than the header: is the delimiter right?", "have more cells than the header: is the delimiter right?")
	add(register.IssueQuote, flows.Tell, "", found.Quote, "has a quote inside a cell, taken as a letter.", "have a quote inside a cell, taken as a letter.")
	c := r.codes()
	column := l.names[Code]
	const spoilt = " as Excel writes long numbers: digits are lost. Format the column as text and export again."
	add(register.IssueSpoilt, flows.Warn, column, c.spoilt, "has a code"+spoilt, "have codes"+spoilt)
	zeros := fmt.Sprintf(" than the others, which have %d and begin with 0: are zeros lost?", c.digits)
	add(register.IssueZeros, flows.Warn, column, c.zeros, "has a code with fewer digits"+zeros, "have codes with fewer digits"+zeros)
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
