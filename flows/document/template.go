package document

import (
	"fmt"
	"io"
	"reflect"
	"strings"
	"text/template/parse"
)

// filling fills a parsed template. It carries out what a letter may say (flows
// proves that) and the variables of the program's own templates. The standard
// library's text/template would do it by calling methods whose names come at run
// time, and the linker then keeps every method of every type of the program.
type filling struct {
	to        io.Writer
	functions map[string]function
	variables map[string]any
}

// fill writes what a template says, with a dot for what it begins with.
func fill(to io.Writer, name, source string, functions map[string]function, dot any) error {
	trees := map[string]*parse.Tree{}
	t := parse.New(name)
	t.Mode = parse.SkipFuncCheck
	if _, err := t.Parse(source, "", "", trees); err != nil {
		return fmt.Errorf("parse template: %w", err)
	}
	f := filling{to, functions, map[string]any{}}
	return f.list(t.Root, dot)
}

func (f *filling) list(l *parse.ListNode, dot any) error {
	if l == nil {
		return nil
	}
	for _, n := range l.Nodes {
		if err := f.node(n, dot); err != nil {
			return err
		}
	}
	return nil
}

func (f *filling) node(n parse.Node, dot any) error {
	switch n := n.(type) {
	case *parse.TextNode:
		_, err := f.to.Write(n.Text)
		return err
	case *parse.ActionNode:
		v, err := f.pipe(n.Pipe, dot)
		if err == nil && len(n.Pipe.Decl) == 0 {
			_, err = fmt.Fprint(f.to, v)
		}
		return err
	case *parse.IfNode:
		v, err := f.pipe(n.Pipe, dot)
		return f.branch(&n.BranchNode, v, err, dot, dot)
	case *parse.WithNode:
		v, err := f.pipe(n.Pipe, dot)
		return f.branch(&n.BranchNode, v, err, v, dot)
	case *parse.RangeNode:
		return f.each(n, dot)
	case *parse.CommentNode:
		return nil
	}
	return fmt.Errorf("fill %s: no letter has this", n)
}

// branch goes on with the one list or the other, by what was asked and each with a
// dot of its own.
func (f *filling) branch(n *parse.BranchNode, asked any, err error, dot, other any) error {
	switch {
	case err != nil:
		return err
	case holds(asked):
		return f.list(n.List, dot)
	}
	return f.list(n.ElseList, other)
}

func (f *filling) each(n *parse.RangeNode, dot any) error {
	v, err := f.pipe(n.Pipe, dot)
	if err != nil {
		return err
	}
	rows, is := v.([]map[string]string)
	if !is {
		return fmt.Errorf("fill %s: %T has no rows", n.Pipe, v)
	}
	if len(rows) == 0 {
		return f.list(n.ElseList, dot)
	}
	for _, r := range rows {
		if err := f.list(n.List, r); err != nil {
			return err
		}
	}
	return nil
}

// pipe is what one call or one value gives; a variable that it sets keeps it.
func (f *filling) pipe(p *parse.PipeNode, dot any) (any, error) {
	if len(p.Cmds) != 1 || len(p.Decl) > 1 {
		return nil, fmt.Errorf("fill %s: no letter has this", p)
	}
	v, err := f.call(p.Cmds[0], dot)
	if err == nil && len(p.Decl) == 1 {
		f.variables[p.Decl[0].Ident[0]] = v
	}
	return v, err
}

func (f *filling) call(c *parse.CommandNode, dot any) (any, error) {
	name, called := c.Args[0].(*parse.IdentifierNode)
	if !called && len(c.Args) == 1 {
		return f.value(c.Args[0], dot)
	}
	if !called {
		return nil, fmt.Errorf("fill %s: %s is no function", c, c.Args[0])
	}
	if decides, is := connectives[name.Ident]; is {
		return f.connective(c.Args[1:], decides, dot)
	}
	do, known := f.functions[name.Ident]
	if !known {
		return nil, fmt.Errorf("fill %s: there is no function %s", c, name)
	}
	args := make([]any, len(c.Args)-1)
	for i, arg := range c.Args[1:] {
		v, err := f.value(arg, dot)
		if err != nil {
			return nil, err
		}
		args[i] = v
	}
	v, err := do(args)
	if err != nil {
		return nil, fmt.Errorf("fill %s: %w", c, err)
	}
	return v, nil
}

// connectives are and and or, by what decides them; what stands behind it is not
// worked out.
var connectives = map[string]bool{"and": false, "or": true}

func (f *filling) connective(args []parse.Node, decides bool, dot any) (v any, err error) {
	for _, arg := range args {
		if v, err = f.value(arg, dot); err != nil || holds(v) == decides {
			return v, err
		}
	}
	return v, nil
}

// value is what an argument gives.
func (f *filling) value(n parse.Node, dot any) (any, error) {
	switch n := n.(type) {
	case *parse.StringNode:
		return n.Text, nil
	case *parse.BoolNode:
		return n.True, nil
	case *parse.NumberNode:
		return number(n), nil
	case *parse.DotNode:
		return dot, nil
	case *parse.FieldNode:
		return columnOf(dot, strings.Join(n.Ident, "."))
	case *parse.VariableNode:
		if v, set := f.variables[n.String()]; set {
			return v, nil
		}
	case *parse.PipeNode:
		return f.pipe(n, dot)
	case *parse.IdentifierNode:
		return f.call(&parse.CommandNode{Args: []parse.Node{n}}, dot)
	}
	return nil, fmt.Errorf("fill %s: no letter has this", n)
}

// number is a number as it is printed.
func number(n *parse.NumberNode) any {
	if n.IsInt {
		return n.Int64
	}
	return n.Float64
}

// columnOf is a cell of a row.
func columnOf(row any, column string) (any, error) {
	switch r := row.(type) {
	case map[string]string:
		return r[column], nil
	case map[string]cell:
		return r[column], nil
	}
	return nil, fmt.Errorf("fill .%s: it stands in no row", column)
}

// holds reports whether a value decides for the first list of an if or a with: it is
// not empty.
func holds(v any) bool { return v != nil && !reflect.ValueOf(v).IsZero() }
