package flows

import (
	"strconv"
	"strings"
)

// compileNames parses and proves a condition over names of a program's own, such
// as what a server has answered: names reports whether a path may be read. What
// a path holds, and of which type, shows when it is read: Scope.Field gives a
// string, a float64 or a bool by the path. A path may be a list too, of which
// Scope.Rows gives a Scope for every entry, which reads what is below it; the
// entry itself has the path "".
func compileNames(source string, names func(path string) bool) (*Cond, *compiler, *misfit) {
	return compile(source, &symbols{names: names}, "")
}

// getter reads what has its type only when it is read: it is a text, a number and
// a condition, and as what it is not, undecided.
type getter string

func (g getter) value(s Scope) (Value, bool) { return s.Field(string(g)) }

func (g getter) text(s Scope) (string, bool) { return textField(g).text(s) }

func (g getter) number(s Scope) (lo, hi float64) { return numberField(g).number(s) }

func (g getter) truth(s Scope) Truth { return ticked(g).truth(s) }

// sameValue is whether two of them are the same.
type sameValue struct{ left, right getter }

func (n sameValue) truth(s Scope) Truth {
	left, ok := n.left.value(s)
	right, also := n.right.value(s)
	if !ok || !also {
		return Undecided
	}
	return truthOf(left == right)
}

// name compiles a path.
func (c *compiler) name(n syntax) (operand, *misfit) {
	path, bad := c.path(n)
	if bad != nil {
		return operand{}, bad
	}
	if c.list == "" {
		c.read(RefName, path, n)
	}
	g := getter(path)
	return operand{texter: g, numberer: g, truth: g, dynamic: &g, name: path}, nil
}

// path is the path that a tree of members is; in a row, what is below it.
func (c *compiler) path(n syntax) (string, *misfit) {
	var parts []string
	for at := n; ; {
		switch part := at.(type) {
		case *memberNode:
			switch property := part.Property.(type) {
			case *stringNode:
				parts = append([]string{property.Value}, parts...)
			case *integerNode:
				parts = append([]string{strconv.Itoa(property.Value)}, parts...)
			default:
				return "", misfitAt(n, "lint.cond_part")
			}
			at = part.Node
			continue
		case *pointerNode:
			if part.Name != "" || c.list == "" {
				return "", misfitAt(n, "lint.cond_part")
			}
			return strings.Join(parts, "."), nil
		case *identifierNode:
			path := strings.Join(append([]string{part.Value}, parts...), ".")
			if c.list != "" || !c.known.names(path) {
				return "", misfitAt(n, "lint.expr_no_name", "name", path)
			}
			return path, nil
		}
		return "", misfitAt(n, "lint.cond_part")
	}
}

// listName is the path of the list that a function goes through.
func (c *compiler) listName(n *callNode) (string, *misfit) {
	if c.list != "" {
		return "", misfitAt(n, "lint.cond_nested", "name", n.Name)
	}
	path, bad := c.path(n.Arguments[0])
	if bad == nil {
		c.read(RefName, path, n.Arguments[0])
	}
	return path, bad
}

// givenName compiles given(path): whether there is something.
func (c *compiler) givenName(n syntax) (operand, *misfit) {
	v, bad := c.name(n)
	if bad != nil {
		return v, bad
	}
	return operand{truth: given(v.name)}, nil
}
