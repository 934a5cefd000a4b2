package flows

import (
	"math"
	"slices"
	"strings"
)

// What a condition is compiled into. A texter, a numberer and a setter give the
// values that a node compares; each says when it is undecided.
type (
	texter   interface{ text(Scope) (string, bool) }
	setter   interface{ set(Scope) ([]string, bool) }
	numberer interface {
		// number is known to lie between lo and hi; undecided is all there is.
		number(Scope) (lo, hi float64)
	}
)

func truthOf(b bool) Truth {
	if b {
		return True
	}
	return False
}

// Not is Kleene's: the opposite, and undecided stays undecided.
func (t Truth) Not() Truth {
	switch t {
	case True:
		return False
	case False:
		return True
	}
	return Undecided
}

// And is Kleene's: false as soon as one side is, true when both are.
func (t Truth) And(u Truth) Truth {
	switch {
	case t == False || u == False:
		return False
	case t == True && u == True:
		return True
	}
	return Undecided
}

type literal struct{ value Truth }

func (n literal) truth(Scope) Truth { return n.value }

type not struct{ part node }

func (n not) truth(s Scope) Truth { return n.part.truth(s).Not() }

type both struct{ left, right node }

func (n both) truth(s Scope) Truth {
	left := n.left.truth(s)
	if left == False {
		return False
	}
	return left.And(n.right.truth(s))
}

type either struct{ left, right node }

func (n either) truth(s Scope) Truth {
	left := n.left.truth(s)
	if left == True {
		return True
	}
	right := n.right.truth(s)
	if right == True || left == False {
		return right
	}
	return Undecided
}

// same compares two conditions.
type same struct{ left, right node }

func (n same) truth(s Scope) Truth {
	left, right := n.left.truth(s), n.right.truth(s)
	if left == Undecided || right == Undecided {
		return Undecided
	}
	return truthOf(left == right)
}

type done struct{ ref string }

func (n done) truth(s Scope) Truth {
	ticked, ok := s.Done(n.ref)
	if !ok {
		return Undecided
	}
	return truthOf(ticked)
}

// given is whether a field has an answer: the one condition that what is unset
// decides.
type given string

func (n given) truth(s Scope) Truth {
	there, ok := s.Given(string(n))
	if !ok {
		return Undecided
	}
	return truthOf(there)
}

type textLiteral string

func (n textLiteral) text(Scope) (string, bool) { return string(n), true }

type textField string

func (n textField) text(s Scope) (string, bool) {
	v, ok := s.Field(string(n))
	if !ok {
		return "", false
	}
	t, ok := v.(string)
	return t, ok
}

type checkStatus string

func (n checkStatus) text(s Scope) (string, bool) { return s.Check(string(n)) }

type waitOutcome string

func (n waitOutcome) text(s Scope) (string, bool) { return s.Outcome(string(n)) }

type setField string

func (n setField) set(s Scope) ([]string, bool) {
	v, ok := s.Field(string(n))
	if !ok {
		return nil, false
	}
	list, ok := v.([]string)
	return list, ok
}

type numberLiteral float64

func (n numberLiteral) number(Scope) (lo, hi float64) { return float64(n), float64(n) }

type numberField string

func (n numberField) number(s Scope) (lo, hi float64) {
	if v, ok := s.Field(string(n)); ok {
		if f, ok := v.(float64); ok {
			return f, f
		}
	}
	return math.Inf(-1), math.Inf(1)
}

type negated struct{ part numberer }

func (n negated) number(s Scope) (lo, hi float64) {
	lo, hi = n.part.number(s)
	return -hi, -lo
}

type sizeOfSet struct{ part setter }

func (n sizeOfSet) number(s Scope) (lo, hi float64) {
	list, ok := n.part.set(s)
	if !ok {
		return 0, math.Inf(1)
	}
	return float64(len(list)), float64(len(list))
}

// textTest compares two texts.
type textTest struct {
	test        func(a, b string) bool
	left, right texter
}

func (n textTest) truth(s Scope) Truth {
	left, ok := n.left.text(s)
	if !ok {
		return Undecided
	}
	right, ok := n.right.text(s)
	if !ok {
		return Undecided
	}
	return truthOf(n.test(left, right))
}

var textTests = map[string]func(a, b string) bool{
	"==":         func(a, b string) bool { return a == b },
	"!=":         func(a, b string) bool { return a != b },
	"<":          func(a, b string) bool { return a < b },
	"<=":         func(a, b string) bool { return a <= b },
	">":          func(a, b string) bool { return a > b },
	">=":         func(a, b string) bool { return a >= b },
	"contains":   strings.Contains,
	"startsWith": strings.HasPrefix,
	"endsWith":   strings.HasSuffix,
}

// inTexts is a text among literals.
type inTexts struct {
	part  texter
	texts []string
}

func (n inTexts) truth(s Scope) Truth {
	text, ok := n.part.text(s)
	if !ok {
		return Undecided
	}
	return truthOf(slices.Contains(n.texts, text))
}

// inSet is a text among the answers of a field of several.
type inSet struct {
	part texter
	set  setter
}

func (n inSet) truth(s Scope) Truth {
	text, ok := n.part.text(s)
	if !ok {
		return Undecided
	}
	set, ok := n.set.set(s)
	if !ok {
		return Undecided
	}
	return truthOf(slices.Contains(set, text))
}

// less is left < right, or with orSame left <= right; the other orders are made
// of it by changing sides.
type less struct {
	left, right numberer
	orSame      bool
}

func (n less) truth(s Scope) Truth {
	llo, lhi := n.left.number(s)
	rlo, rhi := n.right.number(s)
	switch {
	case lhi < rlo, n.orSame && lhi == rlo:
		return True
	case llo > rhi, !n.orSame && llo == rhi:
		return False
	}
	return Undecided
}

// sameNumber is left == right.
type sameNumber struct{ left, right numberer }

func (n sameNumber) truth(s Scope) Truth {
	llo, lhi := n.left.number(s)
	rlo, rhi := n.right.number(s)
	switch {
	case lhi < rlo || llo > rhi:
		return False
	case llo == lhi && rlo == rhi && !math.IsInf(llo, 0):
		return True
	}
	return Undecided
}
