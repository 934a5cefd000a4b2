package flows

import (
	"errors"
	"slices"

	"github.com/expr-lang/expr/file"
	"github.com/expr-lang/expr/parser/lexer"
	"github.com/expr-lang/expr/parser/operator"
)

// maxCondition bounds a condition's text, so that its tree stays shallow.
const maxCondition = 4 << 10

// syntaxParser reads the part of expr-lang that is the language of conditions, by that
// library's tokens and operators. The library's own parser brings along all of its
// functions, which call methods by name, and the linker then keeps every method of
// every type of the program. Behind the first fault all tokens are the end.
type syntaxParser struct {
	source string
	lexer  *lexer.Lexer
	token  lexer.Token  // the one to be read next
	behind *lexer.Token // the one behind it, where that has been read
	rows   int          // predicates that it stands in
	bad    *misfit
}

// parse gives the tree of a condition; whatever the lexer does with a strange text,
// it ends as a misfit.
func parse(source string) (tree syntax, bad *misfit) {
	if len(source) > maxCondition {
		return nil, &misfit{what: Msg("lint.cond_long", "limit", maxCondition)}
	}
	defer func() {
		if r := recover(); r != nil {
			tree, bad = nil, misread(source, 0)
		}
	}()
	p := syntaxParser{source: source, lexer: lexer.New()}
	p.lexer.Reset(file.NewSource(source))
	p.next()
	tree = p.expression(0)
	p.accept(";")
	if p.token.Kind != lexer.EOF {
		p.fail(p.token)
	}
	return tree, p.bad
}

// fail notes that a token cannot stand where it does.
func (p *syntaxParser) fail(at lexer.Token) { p.refuse(misread(p.source, at.From)) }

// foreign notes what expr-lang has and the language of conditions has not.
func (p *syntaxParser) foreign(at lexer.Token) {
	p.refuse(&misfit{at: at.From, what: Msg("lint.cond_language")})
}

func (p *syntaxParser) refuse(m *misfit) {
	if p.bad == nil {
		p.bad = m
	}
	p.token, p.behind = lexer.Token{Kind: lexer.EOF}, nil
}

// next goes on by a token.
func (p *syntaxParser) next() {
	if p.behind != nil {
		p.token, p.behind = *p.behind, nil
		return
	}
	if p.bad != nil {
		return
	}
	token, err := p.lexer.Next()
	if e := (*file.Error)(nil); errors.As(err, &e) {
		p.refuse(misread(p.source, e.From))
		return
	}
	if err != nil { // the end, a second time
		p.fail(p.token)
		return
	}
	p.token = token
}

// is reports whether the token is one of these signs.
func (p *syntaxParser) is(signs ...string) bool {
	return (p.token.Kind == lexer.Operator || p.token.Kind == lexer.Bracket) && slices.Contains(signs, p.token.Value)
}

// accept goes behind a sign where it stands.
func (p *syntaxParser) accept(sign string) bool {
	is := p.is(sign)
	if is {
		p.next()
	}
	return is
}

func (p *syntaxParser) expect(sign string) {
	if !p.accept(sign) {
		p.fail(p.token)
	}
}

// expression reads what is bound by operators of a precedence, or of a higher one.
func (p *syntaxParser) expression(precedence int) syntax {
	if precedence == 0 && p.is("let", "if") {
		p.next()
		p.foreign(p.token)
		return nil
	}
	left := p.primary()
	for {
		sign, negated, ok := p.operator(precedence)
		if !ok {
			break
		}
		left = p.binary(left, sign)
		if negated {
			left = &unaryNode{from(sign.From), "not", left}
		}
	}
	for precedence == 0 && p.is("?") {
		left = p.conditional(left)
	}
	return left
}

// operator goes behind an operator of a precedence, or of a higher one, and its not.
func (p *syntaxParser) operator(precedence int) (sign lexer.Token, negated, ok bool) {
	sign = p.token
	if p.is("not") {
		not := p.token
		p.next()
		sign, negated = p.token, true
		if sign.Kind != lexer.Operator || !operator.AllowedNegateSuffix(sign.Value) {
			p.fail(sign)
			return sign, negated, false
		}
		if operator.Binary[sign.Value].Precedence < precedence {
			behind := sign
			p.token, p.behind = not, &behind
			return sign, negated, false
		}
	}
	op, known := operator.Binary[sign.Value]
	if sign.Kind != lexer.Operator || !known || op.Precedence < precedence {
		return sign, negated, false
	}
	p.next()
	return sign, negated, true
}

// binary reads what stands right of an operator.
func (p *syntaxParser) binary(left syntax, sign lexer.Token) syntax {
	op := operator.Binary[sign.Value]
	switch {
	case sign.Value == "|":
		p.foreign(sign)
		return nil
	case operator.IsComparison(sign.Value):
		return p.comparison(left, sign)
	case op.Associativity == operator.Left:
		op.Precedence++
	}
	return &binaryNode{from(sign.From), sign.Value, left, p.expression(op.Precedence)}
}

// comparison reads A < B, and of A < B < C that both are so.
func (p *syntaxParser) comparison(left syntax, sign lexer.Token) syntax {
	var all syntax
	for {
		right := p.expression(operator.Binary[sign.Value].Precedence + 1)
		one := &binaryNode{from(sign.From), sign.Value, left, right}
		if all == nil {
			all = one
		} else {
			all = &binaryNode{from(sign.From), "&&", all, one}
		}
		left, sign = right, p.token
		if sign.Kind != lexer.Operator || !operator.IsComparison(sign.Value) {
			return all
		}
		p.next()
	}
}

func (p *syntaxParser) conditional(cond syntax) syntax {
	n := &conditionalNode{from: from(p.token.From), Cond: cond, Exp1: cond}
	p.expect("?")
	if !p.is(":") {
		n.Exp1 = p.expression(0)
	}
	p.expect(":")
	n.Exp2 = p.expression(0)
	return n
}
