package flows

import (
	"strings"
)

const ruleSeries = "number-series"

// series is a series of numbers that invoices, orders or cards get: a prefix,
// the same for all, and digits. The numbers run from one to another, or there is
// only one that says where they begin or how far they got.
type series struct {
	prefix   string // in capitals
	from, to string // digits without leading zeros; the same where there is one number
	isRange  bool
}

// readSeries reads 5000, RB-100 or 2026-4711 as one number, 5000-5999 or
// RB100-RB199 as a range: there both have the same number of digits, or the
// same prefix. ok is false for what has no digits at its end.
func readSeries(s string) (v series, ok bool) {
	s = strings.ToUpper(strings.NewReplacer(" ", "", "–", "-").Replace(s))
	for i := range len(s) {
		if s[i] != '-' {
			continue
		}
		low, high := cutNumber(s[:i]), cutNumber(s[i+1:])
		if isSpan(low, high) {
			return series{prefix: low.prefix, from: plainDigits(low.digits), to: plainDigits(high.digits), isRange: true}, true
		}
	}
	n := cutNumber(s)
	return series{prefix: n.prefix, from: plainDigits(n.digits), to: plainDigits(n.digits)}, n.digits != ""
}

// number is a number of a series, taken apart.
type number struct{ prefix, digits string }

func cutNumber(s string) number {
	prefix := strings.TrimRight(s, "0123456789")
	return number{prefix, s[len(prefix):]}
}

// isSpan reports whether two numbers are the ends of a range, and not a year and
// a number in it.
func isSpan(low, high number) bool {
	if low.digits == "" || high.digits == "" {
		return false
	}
	return len(low.digits) == len(high.digits) && high.prefix == "" || low.prefix != "" && high.prefix == low.prefix
}

// plainDigits takes the leading zeros away, so that longer is larger.
func plainDigits(s string) string { return strings.TrimLeft(s, "0") }

// smaller compares digits without leading zeros, of any length.
func smaller(a, b string) bool { return len(a) < len(b) || len(a) == len(b) && a < b }

// apart reports whether no number can stand in both: before is a series in use,
// up to its number where it names one; after begins at its number.
func (before series) apart(after series) bool {
	if before.prefix != after.prefix {
		return true
	}
	return smaller(before.to, after.from) || before.isRange && after.isRange && smaller(after.to, before.from)
}

// findSeries finds why a text is no number series.
func findSeries(s string) *violation {
	v, ok := readSeries(s)
	switch {
	case !ok:
		return newViolation("", "value", s)
	case smaller(v.to, v.from):
		return newViolation("series_backwards", "value", s)
	}
	return nil
}

// seriesApart is whether two answers are series that do not overlap; undecided
// where one of them is none.
type seriesApart struct{ before, after texter }

func (n seriesApart) truth(s Scope) Truth {
	before, ok := readAnswer(n.before, s)
	if !ok {
		return Undecided
	}
	after, ok := readAnswer(n.after, s)
	if !ok {
		return Undecided
	}
	return truthOf(before.apart(after))
}

func readAnswer(t texter, s Scope) (series, bool) {
	text, ok := t.text(s)
	if !ok {
		return series{}, false
	}
	return readSeries(text)
}

// seriesApart compiles series_apart(used, begins). Both fields need the rule
// number-series, so that an answer that is no series is told and not passed over.
func (c *compiler) seriesApart(n *callNode) (operand, *misfit) {
	if len(n.Arguments) != 2 {
		return operand{}, misfitAt(n, "lint.series_two")
	}
	var sides [2]texter
	for i, argument := range n.Arguments {
		v, bad := c.operand(argument)
		if bad != nil {
			return operand{}, bad
		}
		if v.texter == nil || v.name == "" || !c.hasRule(v.name, ruleSeries) {
			return operand{}, misfitAt(argument, "lint.series_rule", "rule", ruleSeries, "what", v.what())
		}
		sides[i] = v.texter
	}
	return operand{truth: seriesApart{sides[0], sides[1]}}, nil
}

func (c *compiler) hasRule(field, rule string) bool {
	it := c.known.items[field]
	if it == nil {
		return false
	}
	for i := range it.Rules {
		if it.Rules[i].Name == rule {
			return true
		}
	}
	return false
}
