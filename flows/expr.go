package flows

import (
	"math"
)

// Expr is an expression that was proved at load: it parses, its types fit, and
// what it reads exists. It gives a text, a number or a date. The zero Type of an
// Expr is that of one that is not proved yet.
type Expr struct {
	Source string // as written
	Type   Type   // TypeText, TypeNumber or TypeDate
	reads  []Ref
	text   texter
	number numberer

	choices []*Cond
}

// Reads lists what the expression may read, each once, in the order of the text.
func (e *Expr) Reads() []Ref {
	if e == nil {
		return nil
	}
	return e.reads
}

// Choices are the conditions between which it chooses, as CONDITION ? ONE : OTHER, in
// the order of the text; without those inside of any, all, none and count.
func (e *Expr) Choices() []*Cond { return e.choices }

// Eval works the expression out in s: a string or a float64. ok is false where
// something that it needs is unset, invalid or hidden, and where there is no
// such number or date: by zero nothing is divided.
func (e *Expr) Eval(s Scope) (v Value, ok bool) {
	switch {
	case e.number != nil:
		lo, hi := e.number.number(s)
		if !isPoint(lo, hi) {
			return nil, false
		}
		return lo, true
	case e.text != nil:
		text, ok := e.text.text(s)
		if !ok || text == "" {
			return nil, false
		}
		return text, true
	}
	return nil, false
}

// isPoint reports whether a number that lies between two bounds is decided.
func isPoint(lo, hi float64) bool { return lo == hi && !math.IsInf(lo, 0) }

// compileExpr parses and proves an expression; row as for compile.
func compileExpr(source string, known *symbols, row string) (*Expr, *compiler, *misfit) {
	c := &compiler{known: known, row: row, newer: true}
	tree, bad := parse(source)
	if bad != nil {
		return nil, c, bad
	}
	v, bad := c.operand(tree)
	if bad != nil {
		return nil, c, bad
	}
	e := &Expr{Source: source, text: v.texter, number: v.numberer, reads: c.refs(), choices: c.choices}
	switch {
	case v.span:
		return nil, c, misfitAt(tree, "lint.expr_span")
	case v.texter != nil && v.date:
		e.Type, e.number = TypeDate, nil
	case v.texter != nil:
		e.Type, e.number = TypeText, nil
	case v.numberer != nil:
		e.Type = TypeNumber
	default:
		return nil, c, misfitAt(tree, "lint.expr_no_value", "what", v.what())
	}
	c.measure(tree)
	return e, c, nil
}

// The bounds of an expression, so that none runs long: how deep its tree is, and
// what it costs, where a part that is asked of every row costs a thousand.
const (
	maxDepth = 64
	maxCost  = 50_000
	rowCost  = 1000
)

// measure notes where an expression would run long.
func (c *compiler) measure(tree syntax) {
	m := measuring{}
	m.cost(tree, 1, 1)
	if c.heavy == nil {
		c.heavy = m.over
	}
}

// measuring adds up what an expression costs.
type measuring struct {
	total int
	over  *misfit
}

// cost visits a node; each is what it counts for.
func (m *measuring) cost(n syntax, depth, each int) {
	if m.over != nil || n == nil {
		return
	}
	m.total += each
	switch {
	case depth > maxDepth:
		m.over = misfitAt(n, "lint.expr_deep", "limit", maxDepth)
	case m.total > maxCost:
		m.over = misfitAt(n, "lint.expr_heavy")
	}
	if _, predicate := n.(*predicateNode); predicate {
		each = rowCost
	}
	for _, part := range partsOf(n) {
		m.cost(part, depth+1, each)
	}
}
