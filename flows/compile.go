package flows

import (
	"slices"
)

// symbols is what a condition can name.
type symbols struct {
	items  map[string]*Item  // fields, lists and columns by id
	listOf map[string]string // column -> its list
	refs   map[string]Kind   // "step.item" -> its kind

	// names reports whether a path may be read that is no answer, such as
	// json.data.id; nil: what is read are answers.
	names func(path string) bool
}

// readAt is a Ref and where in the condition it stands, in characters.
type readAt struct {
	Ref
	at int
}

// misfit is what is wrong with a condition, and where, in characters.
type misfit struct {
	at   int
	what Message // zero: it only follows from another fault
	also *misfit // another one in the same condition
}

// with is the misfit and another one behind it.
func (m *misfit) with(more *misfit) *misfit {
	if m == nil {
		return more
	}
	last := m
	for last.also != nil {
		last = last.also
	}
	last.also = more
	return m
}

func (m *misfit) Error() string { return m.what.String() }

func misfitAt(n syntax, code string, args ...any) *misfit {
	return &misfit{at: n.position(), what: Msg(code, args...)}
}

// compile parses and proves a condition. row names the list whose columns may
// be read by their bare ids; "" where there is no row.
func compile(source string, known *symbols, row string) (*Cond, *compiler, *misfit) {
	c := &compiler{known: known, row: row}
	tree, bad := parse(source)
	if bad != nil {
		return nil, c, bad
	}
	root, bad := c.condition(tree)
	if bad != nil {
		return nil, c, bad
	}
	c.measure(tree)
	return &Cond{Source: source, root: root, reads: c.refs()}, c, nil
}

// compiler turns a tree into nodes, and notes what is read on the way.
type compiler struct {
	known *symbols
	row   string // list whose columns are read bare
	list  string // list whose rows a predicate goes through; "" outside
	reads []readAt
	newer bool    // it says what only the fifth format has
	heavy *misfit // it would run long

	choices []*Cond // of CONDITION ? ONE : OTHER, but for those that read a row
}

// refs is what was read, each once, in the order of the text.
func (c *compiler) refs() []Ref {
	var refs []Ref
	for _, r := range c.reads {
		if !slices.Contains(refs, r.Ref) {
			refs = append(refs, r.Ref)
		}
	}
	return refs
}

func (c *compiler) read(kind RefKind, id string, n syntax) {
	c.reads = append(c.reads, readAt{Ref: Ref{Kind: kind, ID: id}, at: n.position()})
}

// condition compiles what is true or false.
func (c *compiler) condition(n syntax) (node, *misfit) {
	v, bad := c.operand(n)
	if bad != nil {
		return nil, bad
	}
	if v.truth == nil {
		return nil, misfitAt(n, "lint.cond_no_condition", "what", v.what())
	}
	return v.truth, nil
}

// operand compiles any part of a condition.
func (c *compiler) operand(n syntax) (operand, *misfit) {
	switch n := n.(type) {
	case *stringNode:
		return operand{texter: textLiteral(n.Value), literal: &n.Value}, nil
	case *integerNode:
		return operand{numberer: numberLiteral(n.Value)}, nil
	case *floatNode:
		return operand{numberer: numberLiteral(n.Value)}, nil
	case *boolNode:
		return operand{truth: literal{truthOf(n.Value)}}, nil
	case *identifierNode:
		return c.identifier(n)
	case *memberNode:
		return c.member(n)
	case *unaryNode:
		return c.unary(n)
	case *binaryNode:
		return c.binary(n)
	case *callNode:
		return c.call(n)
	case *nilNode:
		return operand{}, misfitAt(n, "lint.cond_nil")
	case *conditionalNode:
		return c.choice(n)
	case nil:
		return operand{}, &misfit{what: Msg("lint.cond_incomplete")}
	}
	return operand{}, misfitAt(n, "lint.cond_language")
}

// identifier is a field, or a column of the same row.
func (c *compiler) identifier(n *identifierNode) (operand, *misfit) {
	if c.known.names != nil {
		return c.name(n)
	}
	item := c.known.items[n.Value]
	if item == nil && n.Value == CustomerName {
		return c.context(CustomerName, n), nil
	}
	if item == nil {
		return operand{}, misfitAt(n, "lint.cond_no_field", "field", n.Value, "hint", nearest(n.Value, keys(c.known.items)))
	}
	if item.Kind == KindList {
		return operand{}, misfitAt(n, "lint.cond_is_list", "list", n.Value)
	}
	list, column := c.known.listOf[n.Value]
	switch {
	case column && c.list != "":
		return operand{}, misfitAt(n, "lint.cond_column_in_row", "column", n.Value)
	case column && list != c.row:
		return operand{}, misfitAt(n, "lint.cond_column_of", "column", n.Value, "list", list)
	case column:
		return c.answer(item, RefColumn, n)
	}
	return c.answer(item, RefField, n)
}

// member is a column of the row that a predicate looks at: .column.
func (c *compiler) member(n *memberNode) (operand, *misfit) {
	if c.known.names != nil {
		return c.name(n)
	}
	pointer, ok := n.Node.(*pointerNode)
	property, named := n.Property.(*stringNode)
	if !ok || !named || pointer.Name != "" || c.list == "" {
		return operand{}, misfitAt(n, "lint.cond_part")
	}
	if c.known.listOf[property.Value] != c.list {
		return operand{}, misfitAt(n, "lint.no_column", "list", c.list, "column", property.Value, "hint", nearest(property.Value, c.columns()))
	}
	return c.answer(c.known.items[property.Value], RefColumn, property)
}

func (c *compiler) columns() []string {
	var ids []string
	for id, list := range c.known.listOf {
		if list == c.list {
			ids = append(ids, id)
		}
	}
	return ids
}

// answer reads a field or a column; a task column is true or false.
func (c *compiler) answer(item *Item, kind RefKind, n syntax) (operand, *misfit) {
	c.read(kind, item.ID, n)
	if item.Kind == KindTask {
		return operand{truth: ticked(item.ID)}, nil
	}
	v, f := operand{name: item.ID}, item.Holds()
	switch f.Type {
	case "": // not known, which is told at the field
		if item.Value != nil && !item.Value.linked {
			return v, misfitAt(n, "lint.later", "name", item.ID)
		}
		return v, &misfit{}
	case TypeSecret:
		return v, misfitAt(n, "lint.cond_secret", "field", item.ID)
	case TypeNumber:
		v.numberer = numberField(item.ID)
	case TypeChoices, TypeEmails:
		v.setter = setField(item.ID)
	default:
		v.texter = textField(item.ID)
		v.date = f.Type == TypeDate
	}
	for _, o := range f.Options {
		v.options = append(v.options, o.Value)
	}
	return v, nil
}

func (c *compiler) unary(n *unaryNode) (operand, *misfit) {
	v, bad := c.operand(n.Node)
	switch {
	case bad != nil:
		return v, bad
	case n.Operator == "-" && v.numberer != nil:
		return operand{numberer: negated{v.numberer}}, nil
	case (n.Operator == "not" || n.Operator == "!") && v.truth != nil:
		return operand{truth: not{v.truth}}, nil
	case n.Operator == "not" || n.Operator == "!":
		return v, misfitAt(n, "lint.cond_deny", "sign", n.Operator)
	}
	return v, misfitAt(n, "lint.cond_sign", "sign", n.Operator, "what", v.what())
}
