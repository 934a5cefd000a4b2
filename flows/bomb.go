package flows

import "github.com/goccy/go-yaml/token"

// Bounds are what the form of a YAML document from outside must keep to be
// parsed: the time of the parser grows with the square of each.
type Bounds struct {
	Depth int // mappings and lists in each other
	Keys  int // of one mapping
	Parts int // of one list
}

// form bounds a procedure, which nests eight deep.
var form = Bounds{Depth: 24, Keys: 4000, Parts: 4000}

// refused are tokens that a procedure has no use for, and that bombs are made
// of.
var refused = map[token.Type]string{
	token.AnchorType:    "lint.yaml_anchor",
	token.AliasType:     "lint.yaml_alias",
	token.TagType:       "lint.yaml_tag",
	token.MergeKeyType:  "lint.yaml_merge",
	token.DirectiveType: "lint.yaml_directive",
}

// open is a mapping or list that is not closed yet.
type open struct {
	column  int  // of a block; 0 in brackets
	mapping bool // of brackets: { and not [
	keys    int
	parts   int
}

// Refuse looks for what is not taken, before it is parsed: anchors, aliases,
// tags, merge keys, directives, and a form beyond the bounds.
func (b Bounds) Refuse(file string, tokens token.Tokens) *Fault {
	var stack []open
	line, inner := 0, false
	for _, t := range tokens {
		at := spot{file, t.Position.Line, t.Position.Column}
		if why, ok := refused[t.Type]; ok {
			f := at.fault(why)
			return &f
		}
		inBrackets := len(stack) > 0 && stack[len(stack)-1].column == 0
		if !inBrackets && (at.line != line || inner) {
			stack = block(stack, at.column)
		}
		stack = bracket(stack, t.Type)
		inner = t.Type == token.SequenceEntryType || t.Type == token.MappingKeyType
		line = at.line
		if f := b.exceeded(at, stack); f != nil {
			return f
		}
	}
	return nil
}

// exceeded tells of the bound that what is open is beyond.
func (b Bounds) exceeded(at spot, stack []open) *Fault {
	if len(stack) == 0 {
		return nil
	}
	var f Fault
	switch top := stack[len(stack)-1]; {
	case len(stack) > b.Depth:
		f = at.fault("lint.yaml_deep", "limit", b.Depth)
	case top.keys > b.Keys:
		f = at.fault("lint.yaml_keys", "limit", b.Keys)
	case top.parts > b.Parts:
		f = at.fault("lint.yaml_parts", "limit", b.Parts)
	default:
		return nil
	}
	return &f
}

// block closes the blocks that a token at this column ends, and opens one.
func block(stack []open, column int) []open {
	for len(stack) > 0 && stack[len(stack)-1].column > column {
		stack = stack[:len(stack)-1]
	}
	if len(stack) == 0 || stack[len(stack)-1].column < column {
		stack = append(stack, open{column: column})
	}
	return stack
}

// bracket follows brackets, and counts the parts of what is open.
func bracket(stack []open, t token.Type) []open {
	switch t {
	case token.SequenceStartType, token.MappingStartType:
		return append(stack, open{mapping: t == token.MappingStartType})
	case token.SequenceEndType, token.MappingEndType:
		if len(stack) > 0 && stack[len(stack)-1].column == 0 {
			return stack[:len(stack)-1]
		}
	}
	if len(stack) > 0 {
		stack[len(stack)-1].count(t)
	}
	return stack
}

// count counts what a token adds to what is open.
func (o *open) count(t token.Type) {
	switch t {
	case token.MappingValueType, token.MappingKeyType:
		if o.column > 0 || !o.mapping { // in { } the commas are counted
			o.keys++
		}
	case token.CollectEntryType:
		if o.mapping {
			o.keys++
		} else {
			o.parts++
		}
	case token.SequenceEntryType, token.DocumentHeaderType:
		o.parts++
	}
}
