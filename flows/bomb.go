package flows

import "github.com/goccy/go-yaml/token"

// The bounds of a document's form. A procedure nests eight deep; the time of
// the parser grows with the square of both.
const (
	maxDepth = 24
	maxParts = 4000 // of one mapping or list
)

// refused are tokens that a procedure has no use for, and that bombs are made
// of.
var refused = map[token.Type]string{
	token.AnchorType:    "anchors (&) are not used here: write it out",
	token.AliasType:     "aliases (*) are not used here: write it out; a text that begins with * needs quotes",
	token.TagType:       "tags (!) are not used here; a text that begins with ! needs quotes",
	token.MergeKeyType:  "merge keys (<<) are not used here: write it out",
	token.DirectiveType: "directives (%) are not used here",
}

// open is a mapping or list that is not closed yet.
type open struct {
	column int // of a block; 0 in brackets
	parts  int
}

// refuse looks for what is not taken, before it is parsed.
func refuse(file string, tokens token.Tokens) *Fault {
	var stack []open
	line, inner := 0, false
	for _, t := range tokens {
		at := spot{file, t.Position.Line, t.Position.Column}
		if why, ok := refused[t.Type]; ok {
			f := at.fault("%s", why)
			return &f
		}
		inBrackets := len(stack) > 0 && stack[len(stack)-1].column == 0
		if !inBrackets && (at.line != line || inner) {
			stack = block(stack, at.column)
		}
		stack = bracket(stack, t.Type)
		inner = t.Type == token.SequenceEntryType || t.Type == token.MappingKeyType
		line = at.line
		if len(stack) > maxDepth {
			f := at.fault("the document is nested more than %d deep", maxDepth)
			return &f
		}
		if len(stack) > 0 && stack[len(stack)-1].parts > maxParts {
			f := at.fault("a mapping or list has more than %d parts", maxParts)
			return &f
		}
	}
	return nil
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
		return append(stack, open{})
	case token.SequenceEndType, token.MappingEndType:
		if len(stack) > 0 && stack[len(stack)-1].column == 0 {
			return stack[:len(stack)-1]
		}
	case token.MappingValueType, token.SequenceEntryType, token.CollectEntryType, token.MappingKeyType, token.DocumentHeaderType:
		if len(stack) > 0 {
			stack[len(stack)-1].parts++
		}
	}
	return stack
}
