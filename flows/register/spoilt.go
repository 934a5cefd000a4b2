package register

import (
	"iter"
	"strings"

	"lotse/flows"
)

// IsScientific reports whether a text is a number as Excel writes long ones:
// 1E+05, 1,00E+05, 1.23457E+11. A code like 1E05 is none.
func IsScientific(s string) bool {
	if len(s) < 4 || s[0] > '9' || s[0] >= '0' && strings.IndexByte(".,Ee", s[1]) < 0 { // nearly all codes
		return false
	}
	s = strings.TrimLeft(s, "+-")
	mantissa, exponent, ok := strings.Cut(strings.ToUpper(s), "E")
	if !ok || len(exponent) < 2 || exponent[0] != '+' && exponent[0] != '-' || !IsDigits(exponent[1:]) {
		return false
	}
	whole, part, parted := strings.Cut(strings.Replace(mantissa, ",", ".", 1), ".")
	return len(whole) == 1 && IsDigits(whole) && (!parted || IsDigits(part))
}

// IsDigits reports whether a text is digits, and at least one.
func IsDigits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}

// oddities says what is odd about one value by itself.
func oddities(value string, f *flows.Item) (IssueCode, flows.Message) {
	switch {
	case value == "":
	case value[0] == '=':
		return IssueFormula, flows.Msg("register.formula_text", "value", flows.Short(value))
	case IsScientific(value) && isCode(f):
		return IssueSpoilt, flows.Msg("register.spoilt", "value", flows.Short(value))
	}
	return "", flows.Message{}
}

// isCode reports whether the letters of an answer matter, and not its worth.
func isCode(f *flows.Item) bool {
	return f.Field.Type == flows.TypeCode || f.Field.Type == flows.TypeText
}

// longestNumber is from which length on numbers have no usual length.
const longestNumber = 64

// Zeros finds how long the numbers among values are where some of them have
// leading zeros: of one length, most of them. 0: they are not like that.
func Zeros(values iter.Seq[string]) int {
	var l Lengths
	for v := range values {
		if IsDigits(v) {
			l.Add(v)
		}
	}
	return l.Zeros()
}

// Lengths counts numbers by how long they are.
type Lengths struct {
	digits  int
	lengths [longestNumber]int
	zeros   [longestNumber]bool
}

// Add counts a text of digits.
func (l *Lengths) Add(digits string) {
	l.digits++
	if n := len(digits); n < longestNumber {
		l.lengths[n]++
		l.zeros[n] = l.zeros[n] || digits[0] == '0'
	}
}

// Share reports whether others than a text that was added have as many digits.
func (l *Lengths) Share(digits string) bool {
	return len(digits) < longestNumber && l.lengths[len(digits)] > 1
}

// Zeros is how long those are that have leading zeros: see there.
func (l *Lengths) Zeros() int {
	widths, wide := 0, 0
	for n, zero := range l.zeros {
		if zero {
			widths, wide = widths+1, n
		}
	}
	if widths != 1 || l.lengths[wide]*2 <= l.digits {
		return 0
	}
	return wide
}

func cellOf(cells []string, column int) string {
	if column < 0 || column >= len(cells) {
		return ""
	}
	return strings.TrimSpace(cells[column])
}
