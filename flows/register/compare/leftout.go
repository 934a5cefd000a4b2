package compare

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"lotse/flows/register"
)

// tailRows is how many rows at the end of a file may be totals and feet.
const tailRows = 8

// shortestTitle is how many letters a title has at least that is known again.
const shortestTitle = 4

// titlesOf are the texts above the header, without their digits.
func titlesOf(lead *leading, header int) []string {
	var all []string
	for _, rec := range lead.records {
		if rec.Row >= header {
			break
		}
		for _, c := range rec.Cells {
			if t := titleOf(c); len(t) >= shortestTitle {
				all = append(all, t)
			}
		}
	}
	return all
}

// titleOf is a title as it stands on every page.
func titleOf(s string) string {
	return strings.Map(func(c rune) rune {
		if unicode.IsDigit(c) {
			return -1
		}
		return c
	}, register.Fold(s))
}

// leaveOut takes rows out that are none of the register's, and reports whether
// there were any.
func (r *Register) leaveOut(l *layout, v *survey) bool {
	var gone, doubted []int
	last := r.Len() // from here on all rows are left out
	_, named := l.column[Name]
	s := stander{Register: r, layout: l, wordy: v.wordy, named: named, lengths: &v.lengths}
	for n := len(v.lone) - 1; n >= 0; n-- {
		i := v.lone[n]
		for last > 0 && last > i+1 && s.isBlank(last-1) {
			last--
		}
		if s.isNone(i, i+1 == last) {
			gone = append(gone, i)
			if s.mayBe(i) {
				doubted = append(doubted, i)
			}
			if i+1 == last {
				last = i
			}
		}
	}
	slices.Reverse(gone)
	r.settled.left, r.settled.doubted = toldRows{}, toldRows{}
	for _, i := range gone {
		if slices.Contains(doubted, i) {
			r.settled.doubted.add(r.row(i))
		} else {
			r.settled.left.add(r.row(i))
		}
	}
	if v.blank {
		for i := range r.Len() {
			if s.isBlank(i) {
				r.settled.blank.add(r.row(i))
				gone = append(gone, i)
			}
		}
		slices.Sort(gone)
	}
	r.drop(gone)
	return len(gone) > 0
}

// stander judges how rows stand.
type stander struct {
	*Register
	layout  *layout
	wordy   bool // some codes have no digit
	named   bool // there is a column of names
	lengths *register.Lengths
}

// mayBe reports whether a row that is left out may be a card all the same: its
// code is one of the digits that others have, or a word among words.
func (s *stander) mayBe(i int) bool {
	code := s.code(i)
	if register.IsDigits(code) {
		return s.lengths.Share(code)
	}
	return code != "" && s.layout.of == Products && s.wordy && register.IsSum(code) && !strings.ContainsAny(code, " :")
}

// isBlank reports whether a row has nothing of a card.
func (s *stander) isBlank(i int) bool {
	p := &s.spans[i]
	return s.named && p.code == 0 && p.id == 0 && p.name == 0
}

// isNone reports whether a row is a total, a drawn line, a title or the foot of a
// page: it has words for that, no code that fits, and nothing of a card beside.
// At the end of the file fewer signs are enough.
func (s *stander) isNone(i int, atEnd bool) bool {
	code, name := s.code(i), s.name(i)
	text, rest := code, name
	if code == "" {
		text, rest = name, ""
	}
	text, _ = register.Unguarded(text)
	if register.IsDigits(code) {
		n, err := strconv.Atoi(code)
		return atEnd && err == nil && n == i && register.IsSum(name) // how many there are
	}
	fits := code != "" && s.layout.of == Products && s.wordy // a code may be a word
	switch {
	case register.IsLine(text):
		return rest == "" || register.IsLine(rest)
	case register.IsSum(text):
		return register.IsQuantity(rest) && (atEnd || !fits)
	case rest != "":
		return false
	case register.IsFoot(text):
		return atEnd || s.named || !fits
	}
	return (atEnd || s.named || !fits) && len(s.layout.titles) > 0 && slices.Contains(s.layout.titles, titleOf(text))
}
