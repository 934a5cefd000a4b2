package compare

import (
	"slices"
	"strings"

	"lotse/flows/register"
)

// titlesOf are the texts above the header, without their digits.
func titlesOf(lead *leading, header int) []string {
	n := slices.IndexFunc(lead.records, func(r register.Record) bool { return r.Row >= header })
	if n < 0 {
		n = len(lead.records)
	}
	return register.Titles(lead.records[:n])
}

// leaveOut takes rows out that are none of the register's, and reports whether
// there were any.
func (r *Register) leaveOut(l *layout, v *survey) bool {
	var gone, uncertain []int
	last := r.Len() // from here on all rows are left out
	_, named := l.column[Name]
	s := rowContext{Register: r, layout: l, wordy: v.wordy, named: named, lengths: &v.lengths}
	for n := len(v.lone) - 1; n >= 0; n-- {
		i := v.lone[n]
		for last > 0 && last > i+1 && s.isBlank(last-1) {
			last--
		}
		if s.isNotData(i, i+1 == last) {
			gone = append(gone, i)
			if s.mayBe(i) {
				uncertain = append(uncertain, i)
			}
			if i+1 == last {
				last = i
			}
		}
	}
	slices.Reverse(gone)
	r.normalized.left, r.normalized.uncertain = register.RowTally{}, register.RowTally{}
	for _, i := range gone {
		if slices.Contains(uncertain, i) {
			r.normalized.uncertain.Add(r.row(i))
		} else {
			r.normalized.left.Add(r.row(i))
		}
	}
	if v.blank {
		for i := range r.Len() {
			if s.isBlank(i) {
				r.normalized.blank.Add(r.row(i))
				gone = append(gone, i)
			}
		}
		slices.Sort(gone)
	}
	r.drop(gone)
	return len(gone) > 0
}

// rowContext judges how rows stand.
type rowContext struct {
	*Register
	layout  *layout
	wordy   bool // some codes have no digit
	named   bool // there is a column of names
	lengths *register.Lengths
}

// mayBe reports whether a row that is left out may be a card all the same: its
// code is one of the digits that others have, or a word among words.
func (s *rowContext) mayBe(i int) bool {
	code := s.code(i)
	if register.IsDigits(code) {
		return s.lengths.Share(code)
	}
	return code != "" && s.layout.of == Products && s.wordy && register.IsSum(code) && !strings.ContainsAny(code, " :")
}

// isBlank reports whether a row has nothing of a card.
func (s *rowContext) isBlank(i int) bool {
	p := &s.spans[i]
	return s.named && p.code == 0 && p.id == 0 && p.name == 0
}

// isNotData reports whether a row is a total, a drawn line, a title or the foot of a
// page.
func (s *rowContext) isNotData(i int, atEnd bool) bool {
	code, name := s.code(i), s.name(i)
	row := register.RowContext{Before: i, AtEnd: atEnd, Fits: code != "" && s.layout.of == Products && s.wordy, Named: s.named, Titles: s.layout.titles}
	switch {
	case code == "":
		return row.IsNotData(name)
	case name == "":
		return row.IsNotData(code)
	}
	return row.IsNotData(code, name)
}
