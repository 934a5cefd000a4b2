package flows

import (
	"math"
	"math/big"
	"strconv"
	"time"
)

// unknown are the bounds of a number of which nothing is known.
func unknown() (lo, hi float64) { return math.Inf(-1), math.Inf(1) }

// arithmetic compiles + - * and /: numbers, texts that are joined, dates and
// days.
func (c *compiler) arithmetic(n *binaryNode) (operand, *misfit) {
	left, bad := c.operand(n.Left)
	right, also := c.operand(n.Right)
	if bad = bad.with(also); bad != nil {
		return operand{}, bad
	}
	left, right = asDate(left, right), asDate(right, left)
	switch {
	case left.date || right.date || left.span || right.span:
		return dates(n, left, right)
	case left.numberer != nil && right.numberer != nil:
		return operand{numberer: worked{n.Operator, left.numberer, right.numberer}}, nil
	case n.Operator == "+" && left.joins() && right.joins():
		return operand{texter: joined(append(left.asText(), right.asText()...))}, nil
	}
	return operand{}, misfitAt(n, "lint.expr_arithmetic", "left", left.what(), "right", right.what(), "operator", n.Operator)
}

// joins reports whether an operand can be a part of a text.
func (v operand) joins() bool { return v.texter != nil || v.numberer != nil }

// asDate takes a text between quotes as the day that it is, beside a date or days.
func asDate(v, beside operand) operand {
	if v.literal == nil || !beside.date && !beside.span {
		return v
	}
	_, err := time.Parse(isoDate, *v.literal)
	v.date = err == nil
	return v
}

// dates compiles what is done with dates and days; a date beside a text is joined
// as it is kept.
func dates(n *binaryNode, left, right operand) (operand, *misfit) {
	switch plus := n.Operator == "+"; {
	case left.date && right.span && (plus || n.Operator == "-"):
		return operand{texter: shifted{left.texter, right.numberer, !plus}, date: true}, nil
	case left.span && right.date && plus:
		return operand{texter: shifted{right.texter, left.numberer, false}, date: true}, nil
	case left.date && right.date && n.Operator == "-":
		return operand{numberer: between{right.texter, left.texter}}, nil
	case plus && !left.span && !right.span && left.texter != nil && right.texter != nil && !(left.date && right.date):
		return operand{texter: joined(append(left.asText(), right.asText()...))}, nil
	case left.date && right.numberer != nil && !right.span:
		return operand{}, misfitAt(n, "lint.expr_days")
	}
	return operand{}, misfitAt(n, "lint.expr_arithmetic", "left", left.what(), "right", right.what(), "operator", n.Operator)
}

// worked is what comes of two numbers. They are worked out as they are written,
// in tenths and not in halves: 0.1 + 0.2 is 0.3.
type worked struct {
	operator    string
	left, right numberer
}

func (n worked) number(s Scope) (lo, hi float64) {
	llo, lhi := n.left.number(s)
	rlo, rhi := n.right.number(s)
	switch {
	case isPoint(llo, lhi) && isPoint(rlo, rhi):
		return exactly(n.operator, llo, rlo)
	case n.operator == "+":
		return llo + rlo, lhi + rhi
	case n.operator == "-":
		return llo - rhi, lhi - rlo
	}
	return unknown()
}

// exactly works out two numbers; what is too large, or divided by zero, is not
// known.
func exactly(operator string, a, b float64) (lo, hi float64) {
	x, y := decimal(a), decimal(b)
	switch operator {
	case "+":
		x.Add(x, y)
	case "-":
		x.Sub(x, y)
	case "*":
		x.Mul(x, y)
	default:
		if y.Sign() == 0 {
			return unknown()
		}
		x.Quo(x, y)
	}
	f, _ := x.Float64()
	if math.IsInf(f, 0) {
		return unknown()
	}
	return f, f
}

// decimal is a number as it is written.
func decimal(f float64) *big.Rat {
	r, ok := new(big.Rat).SetString(strconv.FormatFloat(f, 'g', -1, 64))
	if !ok {
		return new(big.Rat) // a number that is decided is finite
	}
	return r
}

// sum is sum(list, number).
type sum struct {
	list string
	of   numberer
}

func (n sum) number(s Scope) (lo, hi float64) {
	total, known := new(big.Rat), true
	ok := s.Rows(n.list, func(row Scope) bool {
		lo, hi := n.of.number(row)
		if known = isPoint(lo, hi); known {
			total.Add(total, decimal(lo))
		}
		return known
	})
	f, _ := total.Float64()
	if !ok || !known || math.IsInf(f, 0) {
		return unknown()
	}
	return f, f
}

// maxDigits is how many digits behind the point a number is rounded to.
const maxDigits = 9

// makeRound makes round(number) and round(number, digits); halves go away from
// zero.
func makeRound(args []operand) (operand, bool) {
	if len(args) == 0 || len(args) > 2 || args[0].numberer == nil || args[0].span {
		return operand{}, false
	}
	digits := numberLiteral(0)
	if len(args) == 2 {
		var literal bool
		digits, literal = args[1].numberer.(numberLiteral)
		if !literal || digits < 0 || digits > maxDigits || digits != numberLiteral(math.Trunc(float64(digits))) {
			return operand{}, false
		}
	}
	return operand{numberer: rounded{args[0].numberer, int(digits)}}, true
}

type rounded struct {
	part   numberer
	digits int
}

func (n rounded) number(s Scope) (lo, hi float64) {
	lo, hi = n.part.number(s)
	if !isPoint(lo, hi) {
		return unknown()
	}
	f, err := strconv.ParseFloat(decimal(lo).FloatString(n.digits), 64)
	if err != nil {
		return unknown()
	}
	f += 0 // no minus before a zero
	return f, f
}

// extreme makes the smallest or the largest of two or more numbers.
func extreme(of func(a, b float64) float64) func([]operand) (operand, bool) {
	return func(args []operand) (operand, bool) {
		all := most{of: of}
		for _, a := range args {
			if a.numberer == nil || a.span {
				return operand{}, false
			}
			all.parts = append(all.parts, a.numberer)
		}
		return operand{numberer: all}, len(args) > 1
	}
}

type most struct {
	of    func(a, b float64) float64
	parts []numberer
}

func (n most) number(s Scope) (lo, hi float64) {
	lo, hi = n.parts[0].number(s)
	for _, part := range n.parts[1:] {
		l, h := part.number(s)
		lo, hi = n.of(lo, l), n.of(hi, h)
	}
	return lo, hi
}

// spanOf makes a number of days of a number of so many days each.
func spanOf(days float64) func([]operand) (operand, bool) {
	return func(args []operand) (operand, bool) {
		if len(args) != 1 || args[0].numberer == nil || args[0].span {
			return operand{}, false
		}
		return operand{numberer: worked{"*", args[0].numberer, numberLiteral(days)}, span: true}, true
	}
}

// shifted is a date so many whole days later, or earlier.
type shifted struct {
	date    texter
	days    numberer
	earlier bool
}

func (n shifted) text(s Scope) (string, bool) {
	date, ok := n.date.text(s)
	lo, hi := n.days.number(s)
	day, err := time.Parse(isoDate, date)
	if !ok || err != nil || !isPoint(lo, hi) || lo != math.Trunc(lo) || math.Abs(lo) > maxDays {
		return "", false
	}
	if n.earlier {
		lo = -lo
	}
	day = day.AddDate(0, 0, int(lo))
	if day.Year() < 1 || day.Year() > 9999 {
		return "", false
	}
	return day.Format(isoDate), true
}

// maxDays are more days than any date is away from another.
const maxDays = 4_000_000

// between is how many days lie between two dates.
type between struct{ from, to texter }

func (n between) number(s Scope) (lo, hi float64) {
	from, ok := dayOf(n.from, s)
	to, also := dayOf(n.to, s)
	if !ok || !also {
		return unknown()
	}
	days := float64((to.Unix() - from.Unix()) / secondsADay)
	return days, days
}

const secondsADay = 24 * 60 * 60

// dayOf is a date, at midnight of UTC, where every day is as long.
func dayOf(t texter, s Scope) (time.Time, bool) {
	text, ok := t.text(s)
	day, err := time.Parse(isoDate, text)
	return day, ok && err == nil
}
