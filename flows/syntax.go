package flows

// syntax is a part of an expression as it is written, before anything is proved of it.
type syntax interface {
	position() int // in characters
}

// from is where a part stands: at its sign, its name or its first character.
type from int

func (f from) position() int { return int(f) }

type stringNode struct {
	from
	Value string
}

type integerNode struct {
	from
	Value int
}

type floatNode struct {
	from
	Value float64
}

type boolNode struct {
	from
	Value bool
}

type nilNode struct{ from }

// identifierNode is a name alone.
type identifierNode struct {
	from
	Value string
}

// pointerNode is the row that a predicate looks at: what stands before the point of
// .column, or # where it has no Name.
type pointerNode struct {
	from
	Name string
}

// memberNode is a part of something, as .name or [index].
type memberNode struct {
	from
	Node, Property syntax
}

type unaryNode struct {
	from
	Operator string
	Node     syntax
}

type binaryNode struct {
	from
	Operator    string
	Left, Right syntax
}

// conditionalNode is CONDITION ? ONE : OTHER.
type conditionalNode struct {
	from
	Cond, Exp1, Exp2 syntax
}

type callNode struct {
	from
	Name      string
	Arguments []syntax
}

// predicateNode is what a call asks of every row.
type predicateNode struct {
	from
	Node syntax
}

type arrayNode struct {
	from
	Nodes []syntax
}

// partsOf are the parts right below a part.
func partsOf(n syntax) []syntax {
	switch n := n.(type) {
	case *unaryNode:
		return []syntax{n.Node}
	case *binaryNode:
		return []syntax{n.Left, n.Right}
	case *callNode:
		return n.Arguments
	case *predicateNode:
		return []syntax{n.Node}
	case *conditionalNode:
		return []syntax{n.Cond, n.Exp1, n.Exp2}
	case *arrayNode:
		return n.Nodes
	case *memberNode:
		return []syntax{n.Node}
	}
	return nil
}
