package flows

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/expr-lang/expr/parser/lexer"
	"github.com/expr-lang/expr/parser/operator"
)

// primary reads an operand, with what negates it and what is read of it.
func (p *syntaxParser) primary() syntax {
	first := p.token
	if op, unary := operator.Unary[first.Value]; unary && first.Kind == lexer.Operator {
		p.next()
		return p.parts(&unaryNode{from(first.From), first.Value, p.expression(op.Precedence)})
	}
	switch {
	case p.accept("("):
		n := p.expression(0)
		p.expect(")")
		return p.parts(n)
	case p.rows > 0 && p.is("."):
		return p.parts(&pointerNode{from: from(first.From)})
	case p.rows > 0 && p.accept("#"):
		n := &pointerNode{from: from(first.From)}
		if p.token.Kind == lexer.Identifier {
			n.Name = p.token.Value
			p.next()
		}
		return p.parts(n)
	}
	return p.operand()
}

// operand reads a value, a name, a call or a list of values.
func (p *syntaxParser) operand() syntax {
	first := p.token
	at := from(first.From)
	switch {
	case first.Kind == lexer.Number:
		p.next()
		return p.number(first)
	case first.Kind == lexer.String:
		p.next()
		return p.parts(&stringNode{at, first.Value})
	case first.Kind == lexer.Bytes || p.is("{"):
		p.foreign(first)
		return nil
	case first.Kind == lexer.Identifier:
		p.next()
		return p.name(first)
	case p.accept("["):
		return p.parts(&arrayNode{at, p.list("]", func(int) syntax { return p.expression(0) })})
	}
	p.fail(first)
	return nil
}

// name reads what begins with a name.
func (p *syntaxParser) name(first lexer.Token) syntax {
	at := from(first.From)
	switch first.Value {
	case "true", "false":
		return &boolNode{at, first.Value == "true"}
	case "nil":
		return &nilNode{at}
	}
	if p.accept("(") {
		return p.parts(p.call(first))
	}
	return p.parts(&identifierNode{at, first.Value})
}

// number reads a number, as Go writes them.
func (p *syntaxParser) number(t lexer.Token) syntax {
	text, at := strings.ToLower(strings.ReplaceAll(t.Value, "_", "")), from(t.From)
	base := 10
	if len(text) > 1 && strings.ContainsAny(text[1:2], "xbo") {
		base = 0
	}
	if whole, err := strconv.ParseInt(text, base, 64); err == nil {
		return &integerNode{at, int(whole)}
	}
	f, err := strconv.ParseFloat(text, 64)
	if err != nil || !strings.ContainsAny(text, ".e") || base == 0 {
		p.fail(t)
	}
	return &floatNode{at, f}
}

// predicates are the calls whose second argument is asked of every row, with how
// many arguments they take at least and at most. Those of expr-lang that the language
// of conditions has not are told by their names.
var predicates = map[string]struct{ least, most int }{
	"any": {2, 2}, "all": {2, 2}, "none": {2, 2}, "count": {1, 2}, "sum": {1, 2},

	"one": {2, 2}, "filter": {2, 2}, "map": {2, 2}, "find": {2, 2}, "findIndex": {2, 2}, "findLast": {2, 2}, "findLastIndex": {2, 2},
	"groupBy": {2, 2}, "sortBy": {2, 3}, "reduce": {2, 3},
}

// call reads the arguments of a call.
func (p *syntaxParser) call(name lexer.Token) syntax {
	takes, predicate := predicates[name.Value]
	n := &callNode{from(name.From), name.Value, nil}
	n.Arguments = p.list(")", func(i int) syntax {
		switch {
		case predicate && i == 1:
			return p.predicate()
		case predicate && i == takes.most:
			p.fail(p.token)
		}
		return p.expression(0)
	})
	if len(n.Arguments) < takes.least {
		p.fail(name)
	}
	return n
}

// list reads parts with a comma between them, one after the last too, and the sign at
// the end.
func (p *syntaxParser) list(end string, part func(i int) syntax) []syntax {
	var all []syntax
	for p.bad == nil && !p.is(end) {
		all = append(all, part(len(all)))
		if !p.accept(",") {
			break
		}
	}
	p.expect(end)
	return all
}

// predicate reads what is asked of a row, in braces or without.
func (p *syntaxParser) predicate() syntax {
	n := &predicateNode{from: from(p.token.From)}
	braces := p.accept("{")
	p.rows++
	n.Node = p.expression(0)
	p.rows--
	if braces {
		p.expect("}")
	}
	return n
}

// parts reads what is read of something: .name and [index].
func (p *syntaxParser) parts(n syntax) syntax {
	for {
		first := p.token
		switch {
		case p.accept("?."):
			p.foreign(p.token)
		case p.accept("."):
			n = p.member(n)
		case p.accept("["):
			index := p.expression(0)
			if p.is(":") {
				p.foreign(first)
			}
			p.expect("]")
			n = &memberNode{from(first.From), n, index}
		default:
			return n
		}
	}
}

// member reads a name behind a point; a word that is an operator elsewhere is one too.
func (p *syntaxParser) member(n syntax) syntax {
	name := p.token
	letter, _ := utf8.DecodeRuneInString(name.Value)
	if name.Kind != lexer.Identifier && (name.Kind != lexer.Operator || !unicode.IsLetter(letter)) {
		p.fail(name)
		return n
	}
	p.next()
	if p.is("(") {
		p.foreign(name)
	}
	return &memberNode{from(name.From), n, &stringNode{from(name.From), name.Value}}
}
