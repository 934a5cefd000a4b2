package command

import (
	"bytes"
	"errors"
	"strings"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/lexer"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"

	"lotse/flows"
)

// form bounds an answers file: as deep as JSON may be, and a list as long as a
// list may have rows.
var form = flows.Bounds{Depth: 2 * maxDepth, Keys: maxKeys, Parts: flows.MaxRows}

// parseYAML reads one YAML document without anchors, tags and merge keys.
func parseYAML(data []byte) (root *node, err error) {
	// The parser is not ours, and the document is anybody's.
	defer func() {
		if recover() != nil {
			root, err = nil, misread(1, 1, "cmd.unparsable")
		}
	}()
	tokens := lexer.Tokenize(string(bytes.ReplaceAll(data, []byte("\r\n"), []byte("\n"))))
	if f := form.Refuse("", tokens); f != nil {
		return nil, unfit(f)
	}
	file, err := parser.Parse(tokens, 0, parser.AllowDuplicateMapKey())
	if err != nil {
		return nil, yamlError(err)
	}
	switch len(file.Docs) {
	case 0:
		return &node{kind: nullNode, line: 1, column: 1}, nil
	case 1:
		if file.Docs[0].Body == nil {
			return &node{kind: nullNode, line: 1, column: 1}, nil
		}
		return nodeOf(file.Docs[0].Body)
	}
	return nil, misread(1, 1, "cmd.documents")
}

// yamlError refuses what the parser cannot read, in its words.
func yamlError(err error) error {
	var syntax interface {
		GetToken() *token.Token
		GetMessage() string
	}
	if errors.As(err, &syntax) && syntax.GetToken() != nil {
		at := syntax.GetToken().Position
		return misread(at.Line, at.Column, "cmd.unparsed", "why", syntax.GetMessage())
	}
	first, _, _ := strings.Cut(err.Error(), "\n")
	return misread(1, 1, "cmd.unparsed", "why", first)
}

// nodeOf turns a parsed YAML node into ours.
func nodeOf(y ast.Node) (*node, error) {
	at := y.GetToken().Position
	n := &node{line: at.Line, column: at.Column}
	switch v := y.(type) {
	case *ast.MappingNode:
		n.kind = mapNode
		return n, n.addPairs(v.Values)
	case *ast.MappingValueNode:
		n.kind = mapNode
		return n, n.addPairs([]*ast.MappingValueNode{v})
	case *ast.SequenceNode:
		n.kind = listNode
		for _, value := range v.Values {
			item, err := nodeOf(value)
			if err != nil {
				return nil, err
			}
			n.items = append(n.items, item)
		}
	case *ast.NullNode:
		n.kind = nullNode
	case *ast.BoolNode:
		n.kind, n.text = boolNode, v.GetToken().Value
	case *ast.StringNode:
		n.text = v.Value
	case *ast.LiteralNode:
		n.text = v.Value.Value
	case *ast.IntegerNode, *ast.FloatNode:
		n.kind, n.text = numberNode, y.GetToken().Value
	case *ast.InfinityNode, *ast.NanNode:
		n.text = y.GetToken().Value
	default:
		return nil, misread(at.Line, at.Column, "cmd.not_taken", "what", strings.ToLower(y.Type().String()))
	}
	return n, nil
}

// addPairs adds the entries of a YAML object.
func (n *node) addPairs(pairs []*ast.MappingValueNode) error {
	for _, pair := range pairs {
		key, err := nodeOf(pair.Key)
		if err != nil {
			return err
		}
		if !key.scalar() {
			return misread(key.line, key.column, "cmd.key_word")
		}
		value, err := nodeOf(pair.Value)
		if err != nil {
			return err
		}
		if err := n.add(key, value); err != nil {
			return err
		}
	}
	return nil
}
