package flows

import (
	"math"
	"slices"
	"strings"
	"unicode/utf8"
)

// functions are what an expression can do with texts, numbers and days, by name:
// what each is called with, and what becomes of it.
var functions = map[string]struct {
	takes string // for the sentence that says so
	make  func(args []operand) (operand, bool)
}{
	"upper": {"text", changed(strings.ToUpper)},
	"lower": {"text", changed(strings.ToLower)},
	"trim":  {"text", changed(strings.TrimSpace)},
	"today": {"", func(args []operand) (operand, bool) {
		return operand{texter: contextText(Today), date: true}, len(args) == 0
	}},
	"days":  {"number", spanOf(1)},
	"weeks": {"number", spanOf(7)},
	"round": {"number, digits", makeRound},
	"min":   {"number, number", extreme(math.Min)},
	"max":   {"number, number", extreme(math.Max)},
}

// function compiles a call of one of the functions.
func (c *compiler) function(n syntax, name string, arguments []syntax) (operand, *misfit) {
	f, known := functions[name]
	if !known {
		return operand{}, misfitAt(n, "lint.cond_function", "name", name)
	}
	c.newer = true
	args := make([]operand, len(arguments))
	for i, a := range arguments {
		v, bad := c.operand(a)
		if bad != nil {
			return v, bad
		}
		args[i] = v
	}
	v, fits := f.make(args)
	if !fits {
		return operand{}, misfitAt(n, "lint.expr_call", "call", name+"("+f.takes+")")
	}
	if name == Today {
		c.read(RefContext, Today, n)
	}
	return v, nil
}

// context reads what is no answer.
func (c *compiler) context(name string, n syntax) operand {
	c.newer = true
	c.read(RefContext, name, n)
	return operand{texter: contextText(name), name: name}
}

// contextText is a text that the run knows beside its answers.
type contextText string

func (n contextText) text(s Scope) (string, bool) { return s.Context(string(n)) }

// changed makes a function of one text.
func changed(change func(string) string) func([]operand) (operand, bool) {
	return func(args []operand) (operand, bool) {
		if len(args) != 1 || args[0].texter == nil || args[0].date {
			return operand{}, false
		}
		return operand{texter: changedText{args[0].texter, change}}, true
	}
}

type changedText struct {
	part   texter
	change func(string) string
}

func (n changedText) text(s Scope) (string, bool) {
	text, ok := n.part.text(s)
	return n.change(text), ok
}

// length is how many characters a text has.
type length struct{ part texter }

func (n length) number(s Scope) (lo, hi float64) {
	text, ok := n.part.text(s)
	if !ok {
		return unknown()
	}
	size := float64(utf8.RuneCountInString(text))
	return size, size
}

// joined are texts one after another. One that grew beyond what an answer may
// have is undecided.
type joined []texter

func (n joined) text(s Scope) (string, bool) {
	var b strings.Builder
	for _, part := range n {
		text, ok := part.text(s)
		if !ok || b.Len()+len(text) > MaxText {
			return "", false
		}
		b.WriteString(text)
	}
	return b.String(), true
}

// asText is an operand as a part of a text: a number as it is kept.
func (v operand) asText() []texter {
	switch t := v.texter.(type) {
	case joined:
		return slices.Clone(t)
	case nil:
		return []texter{numberText{v.numberer}}
	}
	return []texter{v.texter}
}

type numberText struct{ part numberer }

func (n numberText) text(s Scope) (string, bool) {
	lo, hi := n.part.number(s)
	return Format(lo), isPoint(lo, hi)
}

// choice compiles CONDITION ? ONE : OTHER. Between conditions it is written
// with && and ||.
func (c *compiler) choice(n *conditionalNode) (operand, *misfit) {
	cond, bad := c.condition(n.Cond)
	if c.list == "" {
		c.choices = append(c.choices, &Cond{root: cond})
	}
	one, also := c.operand(n.Exp1)
	other, last := c.operand(n.Exp2)
	if bad = bad.with(also).with(last); bad != nil {
		return operand{}, bad
	}
	c.newer = true
	switch {
	case one.date != other.date && one.texter != nil && other.texter != nil, one.span != other.span:
	case one.texter != nil && other.texter != nil:
		return operand{texter: eitherText{cond, one.texter, other.texter}, date: one.date}, nil
	case one.numberer != nil && other.numberer != nil:
		return operand{numberer: eitherNumber{cond, one.numberer, other.numberer}, span: one.span}, nil
	case one.truth != nil && other.truth != nil:
		return operand{}, misfitAt(n.Cond, "lint.cond_ternary")
	}
	return operand{}, misfitAt(n.Exp2, "lint.expr_choice", "left", one.what(), "right", other.what())
}

type eitherText struct {
	cond       node
	one, other texter
}

func (n eitherText) text(s Scope) (string, bool) {
	switch n.cond.truth(s) {
	case True:
		return n.one.text(s)
	case False:
		return n.other.text(s)
	}
	return "", false
}

type eitherNumber struct {
	cond       node
	one, other numberer
}

func (n eitherNumber) number(s Scope) (lo, hi float64) {
	switch n.cond.truth(s) {
	case True:
		return n.one.number(s)
	case False:
		return n.other.number(s)
	}
	return unknown()
}
