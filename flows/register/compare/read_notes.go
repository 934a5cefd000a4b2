package compare

import (
	"slices"

	"lotse/flows"
	"lotse/flows/register"
)

// notes says what a person has to know of a file: of each kind how many rows,
// and which is the first.
func notes(l *layout, odd *oddRows, r *Register) []register.Issue {
	all := slices.Clip(l.notes)
	add := func(code register.IssueCode, level flows.Level, column string, rows register.RowTally, one, more string, args ...any) {
		if rows.N == 0 {
			return
		}
		m := flows.Msg(one, args...)
		if rows.N > 1 {
			m = flows.Msg(more, append(args, "n", rows.N)...)
		}
		all = append(all, register.Issue{Code: code, Level: level, Row: rows.First[0], Column: column, Message: m})
	}
	add(register.IssueHeader, flows.Tell, "", odd.again, "compare.again", "compare.again_more")
	add(register.IssueRagged, flows.Warn, "", odd.ragged, "compare.ragged", "compare.ragged_more")
	add(register.IssueSurplus, flows.Warn, "", odd.surplus, "compare.surplus", "compare.surplus_more")
	add(register.IssueQuote, flows.Tell, "", odd.quote, "compare.quote", "compare.quote_more")
	r.tellNormalized(l, &all)
	c := &r.normalized.codes
	column := l.names[Code]
	add(register.IssueSpoilt, flows.Warn, column, c.spoilt, "compare.spoilt", "compare.spoilt_more")
	add(register.IssueZeros, flows.Warn, column, c.zeros, "compare.zeros", "compare.zeros_more", "digits", c.digits)
	return all
}

// tellNormalized says what came of normalizing the rows.
func (r *Register) tellNormalized(l *layout, all *[]register.Issue) {
	add := func(code register.IssueCode, level flows.Level, column string, rows register.RowTally, said string, args ...any) {
		if rows.N > 0 {
			*all = append(*all, register.Issue{Code: code, Level: level, Row: rows.First[0], Column: column, Message: flows.Msg(said, append(args, "n", rows.N, "rows", rows.Names())...)})
		}
	}
	s := &r.normalized
	add(register.IssueTotal, flows.Tell, "", s.left, "compare.left")
	add(register.IssueTotal, flows.Warn, "", s.uncertain, "compare.left_doubt")
	add(register.IssueUnread, flows.Tell, l.names[Barred], s.barred, "compare.barred_unread")
	add(register.IssueBlank, flows.Tell, "", s.blank, "compare.blank")
	add(register.IssueGuard, flows.Tell, l.names[s.rewritten.field], s.rewritten.rows, "compare.guarded", "example", flows.Short(s.rewritten.example), "stands", flows.Short(s.rewritten.stands))
	for i := range s.undecided {
		d := &s.undecided[i]
		*all = append(*all, register.Issue{Code: register.IssueGuard, Level: flows.Warn, Row: d.row, Column: l.names[Code], Message: flows.Msg("compare.guard_doubt", "n", d.n, "example", flows.Short(d.example), "stands", flows.Short(d.stands))})
	}
	if i := slices.IndexFunc(l.cells, register.IsUnread); i >= 0 {
		*all = append(*all, register.Issue{Code: register.IssueUnread, Level: flows.Warn, Row: l.row, Column: l.columns[i], Message: flows.Msg("compare.unread_header")})
	}
	t := &s.letters
	said, args := "compare.letters", []any{"encoding", t.guess}
	if t.guess == "" {
		said, args = "compare.letters_odd", nil
	}
	add(register.IssueEncoding, flows.Warn, "", t.odd, said, args...)
	add(register.IssueEncoding, flows.Warn, "", t.twice, "compare.letters_twice")
	if e := r.Info.Encoding; !l.asked && register.IsUnusual(e) {
		*all = append(*all, register.EncodingFound(e))
	}
	for i, f := range []Field{Code, BusinessID, Name} {
		code, said := register.IssueUnread, "compare.unread"
		if s.errors[i] {
			code, said = register.IssueErrorCell, "compare.error_value"
		}
		add(code, flows.Warn, l.names[f], s.unread[i], said)
	}
}

// codeNotes are what is odd about the codes of a register as a whole.
type codeNotes struct {
	spoilt register.RowTally // in scientific notation
	digits int               // that most codes have, of which some begin with 0; 0: they are not like that
	zeros  register.RowTally // with fewer digits
}

// codes looks at the codes.
func (r *Register) codes(v *survey) codeNotes {
	c := codeNotes{spoilt: v.spoilt, digits: v.lengths.Zeros()}
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
