package flows

import (
	"bytes"
	"errors"
	"strings"
	"unicode/utf8"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/lexer"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"
)

// shape is what an element of a document is.
type shape int

const (
	scalar shape = iota
	mapping
	sequence
)

// element is a part of a YAML document that knows where it stands.
type element struct {
	spot
	shape shape
	kind  token.Type // of a scalar
	text  string     // of a scalar
	exact bool       // the text stands in the file letter by letter, from column + skip
	skip  int
	pairs []pair
	parts []*element
}

// pair is a key of a mapping with what it holds.
type pair struct {
	key   *element
	value *element
}

// get is the value of a key; nil where there is none.
func (e *element) get(key string) *element {
	for _, p := range e.pairs {
		if p.key.text == key {
			return p.value
		}
	}
	return nil
}

// parseYAML reads one document: no anchors, aliases, tags or merge keys, no key
// twice, not too deep. Its faults have their line and column.
func parseYAML(file string, doc []byte) (root *element, faults Faults) {
	start := spot{file, 1, 1}
	if len(doc) > MaxProcedure {
		return nil, Faults{start.fault("lint.file_size", "size", len(doc), "limit", MaxProcedure)}
	}
	if f := NotUTF8(file, doc); f != nil {
		return nil, Faults{*f}
	}
	defer func() {
		if r := recover(); r != nil {
			root, faults = nil, Faults{start.fault("lint.yaml_unparsed")}
		}
	}()
	doc = bytes.TrimPrefix(doc, []byte("\uFEFF"))
	tokens := lexer.Tokenize(string(bytes.ReplaceAll(doc, []byte("\r\n"), []byte("\n"))))
	if f := form.Refuse(file, tokens); f != nil {
		return nil, Faults{*f}
	}
	parsed, err := parser.Parse(tokens, 0, parser.AllowDuplicateMapKey())
	if err != nil {
		return nil, Faults{syntaxFault(start, err)}
	}
	c := converter{file: file}
	for _, d := range parsed.Docs {
		switch {
		case d.Body == nil:
		case root != nil:
			c.faults = append(c.faults, c.element(d.Body).fault("lint.yaml_second"))
		default:
			root = c.element(d.Body)
		}
	}
	if root == nil && c.faults == nil {
		return nil, Faults{start.fault("lint.yaml_empty")}
	}
	return root, c.faults
}

// NotUTF8 is the fault of the first byte of a document that is no UTF-8; nil
// where there is none.
func NotUTF8(file string, doc []byte) *Fault {
	if utf8.Valid(doc) {
		return nil
	}
	at := 0
	for at < len(doc) {
		r, n := utf8.DecodeRune(doc[at:])
		if r == utf8.RuneError && n == 1 {
			break
		}
		at += n
	}
	before := doc[:at]
	lineStart := bytes.LastIndexByte(before, '\n') + 1
	s := spot{file, bytes.Count(before, []byte("\n")) + 1, utf8.RuneCount(before[lineStart:]) + 1}
	f := s.fault("lint.not_utf8")
	return &f
}

// syntaxFault takes place and words out of the parser's error.
func syntaxFault(start spot, err error) Fault {
	var syntax interface {
		GetToken() *token.Token
		GetMessage() string
	}
	if !errors.As(err, &syntax) {
		return start.fault("lint.yaml_syntax", "detail", err)
	}
	if t := syntax.GetToken(); t != nil && t.Position != nil {
		start.line, start.column = t.Position.Line, t.Position.Column
	}
	return start.fault("lint.yaml_syntax", "detail", syntax.GetMessage())
}

// converter makes elements of the parser's nodes.
type converter struct {
	file   string
	faults Faults
}

func (c *converter) at(n ast.Node) spot {
	p := n.GetToken().Position
	return spot{c.file, p.Line, p.Column}
}

func (c *converter) fault(n ast.Node, code string, args ...any) {
	c.faults = append(c.faults, c.at(n).fault(code, args...))
}

func (c *converter) element(n ast.Node) *element {
	e := &element{spot: c.at(n), kind: n.GetToken().Type}
	switch n := n.(type) {
	case *ast.MappingNode:
		e.shape = mapping
		if len(n.Values) > 0 && n.GetToken().Type == token.MappingValueType {
			e.spot = c.at(n.Values[0].Key) // a block begins with its first key, not with its colon
		}
		c.pairs(e, n.Values)
	case *ast.MappingValueNode:
		e.shape, e.spot = mapping, c.at(n.Key)
		c.pairs(e, []*ast.MappingValueNode{n})
	case *ast.SequenceNode:
		e.shape = sequence
		for _, part := range n.Values {
			e.parts = append(e.parts, c.element(part))
		}
	case *ast.LiteralNode:
		e.kind, e.text = token.StringType, strings.TrimRight(n.Value.Value, "\n")
	case *ast.NullNode:
		e.kind = token.NullType
	case ast.ScalarNode:
		e.text = n.GetToken().Value
		e.place(n.GetToken())
	default:
		c.fault(n, "lint.yaml_node", "detail", strings.ToLower(n.Type().String()))
	}
	return e
}

// place notes whether a position in the text is one in the file.
func (e *element) place(t *token.Token) {
	written := strings.TrimSpace(t.Origin)
	switch t.Type {
	case token.SingleQuoteType, token.DoubleQuoteType:
		e.exact, e.skip = len(written) == len(e.text)+2, 1
	default:
		e.exact = written == e.text
	}
}

func (c *converter) pairs(e *element, values []*ast.MappingValueNode) {
	seen := make(map[string]spot, len(values))
	for _, v := range values {
		if _, ok := v.Key.(ast.ScalarNode); !ok {
			c.fault(v.Key, "lint.yaml_key")
			continue
		}
		key := c.element(v.Key)
		if first, twice := seen[key.text]; twice {
			c.fault(v.Key, "lint.yaml_key_twice", "key", key.text, "line", first.line)
			continue
		}
		seen[key.text] = key.spot
		e.pairs = append(e.pairs, pair{key, c.element(v.Value)})
	}
}

// what names the element as a sentence does.
func (e *element) what() Message {
	switch {
	case e.shape == mapping:
		return Msg("thing.mapping")
	case e.shape == sequence:
		return Msg("thing.list")
	case e.isNull():
		return Msg("thing.nothing")
	}
	return Msg("thing.quoted", "text", Short(e.text))
}
