package flows

import (
	"slices"
	"strings"
)

// operand is a part of a condition, of one of four types.
type operand struct {
	truth    node
	texter   texter
	numberer numberer
	setter   setter

	name    string   // of the field that it reads
	options []string // values that it can have; nil: any
	literal *string  // its text, where it is one
	date    bool
	span    bool    // a number of days, to be added to a date
	dynamic *getter // of what has its type only when it is read
}

// what names the operand for a person, as an argument of a message: by its
// field, or by its type.
func (v operand) what() any {
	switch {
	case v.name != "":
		return v.name
	case v.span:
		return Msg("operand.span")
	case v.date:
		return Msg("operand.date")
	case v.truth != nil:
		return Msg("operand.condition")
	case v.numberer != nil:
		return Msg("operand.number")
	case v.setter != nil:
		return Msg("operand.texts")
	}
	return Msg("operand.text")
}

// binary compiles what stands between two operands.
func (c *compiler) binary(n *binaryNode) (operand, *misfit) {
	switch n.Operator {
	case "&&", "and", "||", "or":
		return c.connective(n)
	case "in":
		return c.in(n)
	case "==", "!=", "<", "<=", ">", ">=", "contains", "startsWith", "endsWith":
		return c.comparison(n)
	case "+", "-", "*", "/":
		c.newer = true
		return c.arithmetic(n)
	}
	return operand{}, misfitAt(n, "lint.cond_operator", "operator", n.Operator)
}

func (c *compiler) connective(n *binaryNode) (operand, *misfit) {
	left, bad := c.condition(n.Left)
	right, also := c.condition(n.Right)
	if bad = bad.with(also); bad != nil {
		return operand{}, bad
	}
	if n.Operator == "&&" || n.Operator == "and" {
		return operand{truth: both{left, right}}, nil
	}
	return operand{truth: either{left, right}}, nil
}

func (c *compiler) comparison(n *binaryNode) (operand, *misfit) {
	left, bad := c.operand(n.Left)
	if bad != nil {
		return operand{}, bad
	}
	right, bad := c.operand(n.Right)
	if bad != nil {
		return operand{}, bad
	}
	equality := n.Operator == "==" || n.Operator == "!="
	switch {
	case left.dynamic != nil && right.dynamic != nil && equality:
		return negatedIf(n.Operator == "!=", sameValue{*left.dynamic, *right.dynamic}), nil
	case left.dynamic != nil && right.dynamic != nil && strings.ContainsAny(n.Operator, "<>"):
		return numberComparison(n, left.numberer, right.numberer)
	case left.span != right.span && left.texter == nil && right.texter == nil:
		return operand{}, misfitAt(n, "lint.cond_compare", "left", left.what(), "right", right.what(), "operator", n.Operator)
	case left.texter != nil && right.texter != nil:
		return textComparison(n, left, right, equality)
	case left.numberer != nil && right.numberer != nil:
		return numberComparison(n, left.numberer, right.numberer)
	case left.truth != nil && right.truth != nil && equality:
		return negatedIf(n.Operator == "!=", same{left.truth, right.truth}), nil
	case left.setter != nil && n.Operator == "contains":
		return operand{}, misfitAt(n, "lint.cond_other_way", "what", left.what())
	}
	return operand{}, misfitAt(n, "lint.cond_compare", "left", left.what(), "right", right.what(), "operator", n.Operator)
}

func textComparison(n *binaryNode, left, right operand, equality bool) (operand, *misfit) {
	if equality {
		if bad := fitsOptions(n.Right, left, right); bad != nil {
			return operand{}, bad
		}
		if bad := fitsOptions(n.Left, right, left); bad != nil {
			return operand{}, bad
		}
	}
	if strings.ContainsAny(n.Operator, "<>") && !left.date && !right.date {
		return operand{}, misfitAt(n, "lint.cond_order")
	}
	return operand{truth: textTest{textTests[n.Operator], left.texter, right.texter}}, nil
}

// fitsOptions tells of a literal that the other side can never be.
func fitsOptions(at syntax, v, other operand) *misfit {
	if other.literal == nil || v.options == nil || slices.Contains(v.options, *other.literal) {
		return nil
	}
	return misfitAt(at, "lint.cond_option", "value", Short(*other.literal), "what", v.what(), "options", v.options)
}

func numberComparison(n *binaryNode, left, right numberer) (operand, *misfit) {
	switch n.Operator {
	case "==", "!=":
		return negatedIf(n.Operator == "!=", sameNumber{left, right}), nil
	case "<", "<=":
		return operand{truth: less{left, right, n.Operator == "<="}}, nil
	case ">", ">=":
		return operand{truth: less{right, left, n.Operator == ">="}}, nil
	}
	return operand{}, misfitAt(n, "lint.cond_for_texts", "operator", n.Operator)
}

func negatedIf(negate bool, n node) operand {
	if negate {
		return operand{truth: not{n}}
	}
	return operand{truth: n}
}

// in is a text or number among literals, or a text among several answers.
func (c *compiler) in(n *binaryNode) (operand, *misfit) {
	left, bad := c.operand(n.Left)
	if bad != nil {
		return operand{}, bad
	}
	if array, ok := n.Right.(*arrayNode); ok {
		return c.inArray(n, left, array)
	}
	right, bad := c.operand(n.Right)
	if bad != nil {
		return operand{}, bad
	}
	if left.texter == nil || right.setter == nil {
		return operand{}, misfitAt(n, "lint.cond_in")
	}
	if bad := fitsOptions(n.Left, right, left); bad != nil {
		return operand{}, bad
	}
	return operand{truth: inSet{left.texter, right.setter}}, nil
}

func (c *compiler) inArray(n *binaryNode, left operand, array *arrayNode) (operand, *misfit) {
	var texts []string
	var numbers node = literal{False}
	for _, part := range array.Nodes {
		v, bad := c.operand(part)
		switch {
		case bad != nil:
			return operand{}, bad
		case left.texter != nil && v.literal != nil:
			if bad := fitsOptions(part, left, v); bad != nil {
				return operand{}, bad
			}
			texts = append(texts, *v.literal)
		case left.numberer != nil && v.numberer != nil:
			numbers = either{numbers, sameNumber{left.numberer, v.numberer}}
		default:
			return operand{}, misfitAt(part, "lint.cond_among", "what", left.what())
		}
	}
	if len(array.Nodes) == 0 {
		return operand{}, misfitAt(array, "lint.cond_empty_list")
	}
	switch {
	case len(texts) == 0:
		return operand{truth: numbers}, nil
	case left.numberer == nil:
		return operand{truth: inTexts{left.texter, texts}}, nil
	}
	return operand{truth: either{inTexts{left.texter, texts}, numbers}}, nil
}
