package command

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"lotse/flows"
)

// nodeKind is what a node is.
type nodeKind int

const (
	textNode nodeKind = iota // a string, quoted or not
	numberNode
	boolNode
	nullNode
	listNode
	mapNode
)

// node is a value of a JSON or YAML document, with its order and its place
// kept.
type node struct {
	kind         nodeKind
	text         string // of a scalar, as written
	items        []*node
	entries      []entry
	line, column int
}

// entry is a key with its value.
type entry struct {
	key   string
	at    *node // where the key stands
	value *node
}

// scalar reports whether the node is one value.
func (n *node) scalar() bool { return n.kind <= boolNode }

// maxDepth is how deep a document may nest: an answers file needs 4.
const maxDepth = 32

// maxKeys is how many keys one object may have.
const maxKeys = 1000

// parseDocument reads JSON or YAML. What it refuses is a *flows.Refusal with a
// place in the document.
func parseDocument(data []byte) (*node, error) {
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	if f := flows.NotUTF8("", data); f != nil {
		return nil, unfit(f)
	}
	if first := bytes.TrimLeft(data, " \t\r\n"); len(first) > 0 && first[0] == '{' && json.Valid(data) {
		return parseJSON(data)
	}
	return parseYAML(data)
}

// misread refuses a document for what stands in it at a place.
func misread(line, column int, code string, args ...any) error {
	return flows.Refuse(flows.ErrUsage, flows.FilePlace{Row: line, Column: column}, code, args...)
}

// unfit refuses a document for a fault of its form.
func unfit(f *flows.Fault) error {
	return &flows.Refusal{Kind: flows.ErrUsage, Message: f.Message, At: flows.FilePlace{Row: f.Line, Column: f.Column}}
}

// parseJSON reads JSON that is known to be valid.
func parseJSON(data []byte) (*node, error) {
	d := json.NewDecoder(bytes.NewReader(data))
	d.UseNumber()
	p := &jsonParser{decoder: d, data: data, line: 1}
	return p.value(0)
}

// jsonParser builds nodes from JSON tokens.
type jsonParser struct {
	decoder *json.Decoder
	data    []byte
	seen    int64 // bytes that line and start account for
	line    int
	start   int64 // of the line
}

// here is a node at the token that comes next.
func (p *jsonParser) here() *node {
	end := p.decoder.InputOffset()
	for end < int64(len(p.data)) && bytes.IndexByte([]byte(" \t\r\n,:"), p.data[end]) >= 0 {
		end++
	}
	for ; p.seen < end; p.seen++ {
		if p.data[p.seen] == '\n' {
			p.line++
			p.start = p.seen + 1
		}
	}
	return &node{line: p.line, column: int(end-p.start) + 1}
}

// value reads the next value.
func (p *jsonParser) value(depth int) (*node, error) {
	n := p.here()
	if depth > maxDepth {
		return nil, misread(n.line, n.column, "cmd.deep", "most", maxDepth)
	}
	token, err := p.decoder.Token()
	if err != nil {
		return nil, misread(n.line, n.column, "cmd.unparsed", "why", err)
	}
	switch t := token.(type) {
	case json.Delim:
		if t == '[' {
			return n, p.list(n, depth)
		}
		return n, p.object(n, depth)
	case string:
		n.text = t
	case json.Number:
		n.kind, n.text = numberNode, t.String()
	case bool:
		n.kind, n.text = boolNode, fmt.Sprint(t)
	case nil:
		n.kind = nullNode
	}
	return n, nil
}

// list reads the items of a list and its end.
func (p *jsonParser) list(n *node, depth int) error {
	n.kind = listNode
	for p.decoder.More() {
		item, err := p.value(depth + 1)
		if err != nil {
			return err
		}
		n.items = append(n.items, item)
	}
	_, err := p.decoder.Token()
	return err
}

// object reads the entries of an object and its end.
func (p *jsonParser) object(n *node, depth int) error {
	n.kind = mapNode
	for p.decoder.More() {
		at, err := p.value(depth + 1)
		if err != nil {
			return err
		}
		value, err := p.value(depth + 1)
		if err != nil {
			return err
		}
		if err := n.add(at, value); err != nil {
			return err
		}
	}
	_, err := p.decoder.Token()
	return err
}

// add adds an entry; a key comes once.
func (n *node) add(at, value *node) error {
	for _, e := range n.entries {
		if e.key == at.text {
			return misread(at.line, at.column, "cmd.twice", "key", short(at.text))
		}
	}
	if len(n.entries) == maxKeys {
		return misread(at.line, at.column, "cmd.many_keys", "most", maxKeys)
	}
	n.entries = append(n.entries, entry{key: at.text, at: at, value: value})
	return nil
}

// errTooLarge says that more came than may come.
var errTooLarge = errors.New("too large")

// limited reads all of r, up to limit bytes.
func limited(r io.Reader, limit int) ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(r, int64(limit)+1))
	if err == nil && len(data) > limit {
		err = errTooLarge
	}
	return data, err
}
